package org.knime.core.node;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;

/** A failure of a node whose message is shown to the user as it is. */
public final class KNIMEException extends Exception implements MessageAwareException {
    private static final long serialVersionUID = 1L;

    private final transient Message knimeMessage;

    /**
     * Creates an exception.
     *
     * @param message the text for the user, null for "unknown reason"
     */
    public KNIMEException(final String message) {
        this(message, (Throwable) null);
    }

    /**
     * Creates an exception.
     *
     * @param message the text for the user, null for the cause's text
     * @param cause why, may be null
     */
    public KNIMEException(final String message, final Throwable cause) {
        super(message, cause);
        final String reason = message == null && cause != null ? cause.getMessage() : message;
        knimeMessage = Message.fromSummary(reason == null ? "unknown reason" : reason);
    }

    private KNIMEException(final Message message, final Throwable cause) {
        super(message.getSummary(), cause);
        knimeMessage = message;
    }

    /**
     * Creates an exception from a message.
     *
     * @param message the message, not null
     * @param cause why, may be null
     * @return the exception
     */
    public static KNIMEException of(final Message message, final Throwable cause) {
        if (message == null) {
            throw new IllegalArgumentException("The message must not be null");
        }
        return new KNIMEException(message, cause);
    }

    @Override
    public Message getKNIMEMessage() {
        return knimeMessage;
    }
}
