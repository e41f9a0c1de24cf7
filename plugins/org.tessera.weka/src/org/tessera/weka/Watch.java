package org.tessera.weka;

import org.tessera.engine.run.RunContext;

/** Checks for a cancel every few thousand reads of values by Weka, and stops Weka by an error. For one thread. */
final class Watch {

    private static final int CHECK_MASK = (1 << 13) - 1;

    private final RunContext run;
    private int reads;

    Watch(RunContext run) {
        this.run = run;
    }

    /**
     * Counts a read.
     *
     * @throws Stopped if the user has canceled
     */
    void tick() {
        if ((++reads & CHECK_MASK) == 0 && run.isCanceled()) {
            throw new Stopped();
        }
    }

    /** Stops Weka. An error, not an exception, because Weka's EM catches exceptions, prints them and continues. */
    static final class Stopped extends Error {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("Canceled", null, false, false);
        }
    }
}
