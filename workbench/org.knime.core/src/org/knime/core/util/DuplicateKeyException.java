package org.knime.core.util;

/** Thrown when two rows of a table have the same key. */
public class DuplicateKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String key;

    /**
     * Creates the exception.
     *
     * @param key the key that is there twice
     */
    public DuplicateKeyException(String key) {
        this("Duplicate key detected: \"" + key + "\"", key);
    }

    /**
     * Creates the exception.
     *
     * @param message where the key is there twice
     * @param key the key that is there twice
     */
    public DuplicateKeyException(String message, String key) {
        super(message);
        this.key = key;
    }

    /**
     * Repeats an exception of another thread.
     *
     * @param cause the other thread's exception
     */
    public DuplicateKeyException(DuplicateKeyException cause) {
        super(cause.getMessage(), cause);
        key = cause.key;
    }

    /**
     * Tells the key.
     *
     * @return the key that is there twice
     */
    public String getKey() {
        return key;
    }
}
