package org.knime.core.util;

/** Thrown when two rows of a table have the same key. */
public class DuplicateKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param message where the key is there twice
     * @param key the key that is there twice
     */
    public DuplicateKeyException(String message, String key) {
        super(message);
    }
}
