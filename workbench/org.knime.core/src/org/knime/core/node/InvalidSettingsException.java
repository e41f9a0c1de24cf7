package org.knime.core.node;

/** Thrown when settings are missing, have the wrong type or do not fit the data. */
public class InvalidSettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what is wrong, shown to the user
     */
    public InvalidSettingsException(final String message) {
        super(message);
    }

    /**
     * Creates an exception.
     *
     * @param message what is wrong, shown to the user
     * @param cause why
     */
    public InvalidSettingsException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
