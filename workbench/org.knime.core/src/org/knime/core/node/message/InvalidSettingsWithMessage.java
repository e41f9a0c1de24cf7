package org.knime.core.node.message;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.InvalidSettingsException;

/** Invalid settings that carry a full message. */
final class InvalidSettingsWithMessage extends InvalidSettingsException implements MessageAwareException {
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    InvalidSettingsWithMessage(final Message message, final Throwable cause) {
        super(message.getSummary(), cause);
        this.message = message;
    }

    @Override
    public Message getKNIMEMessage() {
        return message;
    }
}
