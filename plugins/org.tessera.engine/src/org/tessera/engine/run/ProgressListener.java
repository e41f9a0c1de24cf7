package org.tessera.engine.run;

/** Hears how far a run is. Called from the threads of the run, so it has to be thread safe and quick. */
@FunctionalInterface
public interface ProgressListener {

    /**
     * A report.
     *
     * @param fraction share of the work done, 0 to 1
     * @param message what is being done, in the user's words
     */
    void progress(double fraction, String message);
}
