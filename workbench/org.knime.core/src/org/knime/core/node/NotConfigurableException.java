package org.knime.core.node;

/** Thrown when a dialog cannot be opened, such as when the inputs do not suit. */
public class NotConfigurableException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message why
     */
    public NotConfigurableException(final String message) {
        super(message);
    }

    /**
     * Creates an exception.
     *
     * @param message why
     * @param cause what led to it
     */
    public NotConfigurableException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
