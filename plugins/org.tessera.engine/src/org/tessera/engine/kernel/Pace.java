package org.tessera.engine.kernel;

import org.tessera.engine.run.RunContext;

/** Asks for a cancel every few million operations of a loop, so that asking costs nothing. One per thread. */
public final class Pace {

    private static final long OPERATIONS = 8_000_000;

    private final RunContext run;
    private final int every;
    private int left;

    /** @param operations operations per tick */
    public Pace(RunContext run, long operations) {
        this.run = run;
        every = (int) Math.max(1, Math.min(1 << 20, OPERATIONS / Math.max(1, operations)));
        left = every;
    }

    /** One step of the loop. */
    public void tick() {
        if (--left == 0) {
            left = every;
            run.checkCanceled();
        }
    }
}
