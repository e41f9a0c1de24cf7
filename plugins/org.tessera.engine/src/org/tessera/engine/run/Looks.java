package org.tessera.engine.run;

/** Looks for a cancel now and then in a loop whose steps are short; for one thread. */
public final class Looks {

    /** Of a tenth of a microsecond each, a few milliseconds. */
    private static final int STEPS = 1 << 14;

    private final RunContext run;
    private int left = STEPS;

    /** @param run the run that may be cancelled */
    public Looks(RunContext run) {
        this.run = run;
    }

    /**
     * One step.
     *
     * @throws RunCanceledException if the user has cancelled
     */
    public void step() {
        if (--left < 0) {
            left = STEPS;
            run.checkCanceled();
        }
    }
}
