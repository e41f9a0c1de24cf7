package org.tessera.engine.run;

/**
 * The data cannot support what was asked. The message names the column, row or value, the limit and the remedy, so that
 * it can be shown to the user as it is.
 */
public final class SegmentationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, with numbers, and what to do about it */
    public SegmentationException(String message) {
        super(message);
    }

    /**
     * With the failure behind it.
     *
     * @param message what is wrong, with numbers, and what to do about it
     * @param cause the failure behind it
     */
    public SegmentationException(String message, Throwable cause) {
        super(message, cause);
    }
}
