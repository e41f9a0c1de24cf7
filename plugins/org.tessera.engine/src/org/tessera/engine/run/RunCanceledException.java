package org.tessera.engine.run;

/** Thrown when the user has canceled a run; its partial results must not be used. */
public final class RunCanceledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A canceled run. */
    public RunCanceledException() {
        super("Canceled");
    }
}
