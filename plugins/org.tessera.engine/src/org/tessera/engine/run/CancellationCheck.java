package org.tessera.engine.run;

/** Checks for a cancellation every few million operations of a loop, at no measurable cost. For one thread. */
public final class CancellationCheck {

    /** Operations between two checks: some milliseconds. */
    private static final long OPERATIONS = 8_000_000;

    /** Assumed cost of a step of unknown size, such as a random access: about a tenth of a microsecond. */
    private static final int USUAL_OPERATIONS = 500;

    private final RunContext run;
    private final int every;
    private int left;

    /**
     * A check for a loop of short steps of unknown size.
     *
     * @param run the run that may be canceled
     */
    public CancellationCheck(RunContext run) {
        this(run, USUAL_OPERATIONS);
    }

    /**
     * A check for a loop of steps of known size.
     *
     * @param run the run that may be canceled
     * @param operations arithmetic operations per step
     */
    public CancellationCheck(RunContext run, long operations) {
        this.run = run;
        every = (int) Math.max(1, Math.min(1 << 20, OPERATIONS / Math.max(1, operations)));
        left = every;
    }

    /**
     * Counts one step of the loop.
     *
     * @throws RunCanceledException if the user has canceled
     */
    public void step() {
        if (--left == 0) {
            left = every;
            run.checkCanceled();
        }
    }
}
