package org.knime.core.node;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;

/** Thrown to leave a running node after the user asked to cancel it. */
public class CanceledExecutionException extends Exception implements MessageAwareException {
    private static final long serialVersionUID = 1L;

    /** The message when none is given. */
    public static final Message DEFAULT_CANCEL_MESSAGE = Message.fromSummary("Execution canceled");

    private final transient Message knimeMessage;

    /** Creates an exception with {@link #DEFAULT_CANCEL_MESSAGE}. */
    public CanceledExecutionException() {
        knimeMessage = DEFAULT_CANCEL_MESSAGE;
    }

    /**
     * Creates an exception.
     *
     * @param text its text, null for the default message
     */
    public CanceledExecutionException(final String text) {
        super(text);
        knimeMessage = text == null ? DEFAULT_CANCEL_MESSAGE : Message.fromSummary(text);
    }

    /**
     * Creates an exception.
     *
     * @param message its message, not null
     */
    public CanceledExecutionException(final Message message) {
        super(message.getSummary());
        knimeMessage = message;
    }

    @Override
    public Message getKNIMEMessage() {
        return knimeMessage;
    }
}
