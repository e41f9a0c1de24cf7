package org.tessera.workbench.kernel;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.workflow.NodeMessage;

/** Turns what a node threw into what KNIME shows. */
final class NodeMessages {
    private static final String FAILED = "Execute failed: ";

    /** KNIME names the class of an exception whose text is shorter than this. */
    private static final int SHORTEST_TEXT = 5;

    private NodeMessages() {}

    static NodeMessage ofConfigure(final Throwable thrown) {
        if (thrown instanceof InvalidSettingsException) {
            return ofMessage(messageOf(thrown, String.valueOf(thrown.getMessage())), NodeMessage.Type.WARNING);
        }
        final String prefix = "Configure failed (" + thrown.getClass().getSimpleName() + "): ";
        return NodeMessage.newError(prefix + thrown.getMessage());
    }

    static NodeMessage ofExecute(final Throwable thrown, final PortObject[] inputs, final NodeProgressMonitor monitor) {
        if (thrown instanceof CanceledExecutionException canceled) {
            return ofMessage(canceled.getKNIMEMessage(), NodeMessage.Type.WARNING);
        }
        try {
            monitor.checkCanceled();
        } catch (CanceledExecutionException canceled) {
            return ofMessage(canceled.getKNIMEMessage(), NodeMessage.Type.WARNING);
        }
        return ofMessage(messageOf(thrown, FAILED + text(thrown)).renderIssueDetails(inputs), NodeMessage.Type.ERROR);
    }

    private static String text(final Throwable thrown) {
        final String text = thrown.getMessage();
        return text != null && text.length() >= SHORTEST_TEXT
                ? text
                : "(\"" + thrown.getClass().getSimpleName() + "\"): " + text;
    }

    private static Message messageOf(final Throwable thrown, final String otherwise) {
        return thrown instanceof MessageAwareException aware ? aware.getKNIMEMessage() : Message.fromSummary(otherwise);
    }

    static NodeMessage ofMessage(final Message message, final NodeMessage.Type type) {
        return message == null ? NodeMessage.NONE : message.toNodeMessage(type);
    }
}
