package org.tessera.workbench.batch;

/** A command line that cannot be understood; the message says which argument and what is expected instead. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the argument and the remedy, one sentence
     */
    public UsageException(String message) {
        super(message);
    }
}
