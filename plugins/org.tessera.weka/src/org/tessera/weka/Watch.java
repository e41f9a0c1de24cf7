package org.tessera.weka;

import org.tessera.engine.run.RunContext;

/** Counts reads of values in Weka's loops and stops a canceled run from inside. For one thread. */
final class Watch {

    private static final int MASK = (1 << 13) - 1;

    private final RunContext run;
    private int reads;

    Watch(RunContext run) {
        this.run = run;
    }

    /** One read. */
    void tick() {
        if ((++reads & MASK) == 0 && run.isCanceled()) {
            throw new Stopped();
        }
    }

    /** An error, not an exception: Weka's EM catches exceptions, prints them and goes on. */
    static final class Stopped extends Error {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("Canceled", null, false, false);
        }
    }
}
