package org.tessera.engine.run;

/** The run was canceled by its user; nothing of it may be used. */
public final class RunCanceledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A canceled run. */
    public RunCanceledException() {
        super("Canceled");
    }
}
