package org.tessera.engine.run;

/** Receives the progress of a run. Called by the threads of the run, so it has to be thread safe and fast. */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Reports progress.
     *
     * @param fraction share of the work done, 0 to 1
     * @param message the current step, for users
     */
    void progress(double fraction, String message);
}
