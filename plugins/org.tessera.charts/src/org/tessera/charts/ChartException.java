package org.tessera.charts;

/** A chart could not be drawn. The message says what is missing on the machine and how to provide it. */
public final class ChartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * With the failure behind it.
     *
     * @param message what is wrong and what to do about it
     * @param cause the failure behind it
     */
    public ChartException(String message, Throwable cause) {
        super(message, cause);
    }
}
