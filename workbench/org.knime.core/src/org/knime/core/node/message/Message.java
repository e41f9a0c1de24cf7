package org.knime.core.node.message;

import java.util.List;
import java.util.Objects;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.workflow.NodeMessage;

/** A message of a node to its user: a summary, at most one issue, any number of resolutions. Immutable. */
public final class Message {

    private final String summary;
    private final Issue issue;
    private final List<String> resolutions;

    Message(final String summary, final Issue issue, final List<String> resolutions) {
        this.summary = summary;
        this.issue = issue;
        this.resolutions = List.copyOf(resolutions);
    }

    /**
     * Starts an empty message.
     *
     * @return a new builder
     */
    public static MessageBuilder builder() {
        return new MessageBuilder();
    }

    /**
     * Creates a message of a summary alone.
     *
     * @param summary the summary, not null
     * @return the message
     * @throws IllegalArgumentException when the summary is null
     */
    public static Message fromSummary(final String summary) {
        return fromSummaryWithResolution(summary);
    }

    /**
     * Creates a message of a summary and what the user can do.
     *
     * @param summary the summary, not null
     * @param resolutions what the user can do
     * @return the message
     * @throws IllegalArgumentException when the summary is null
     */
    public static Message fromSummaryWithResolution(final String summary, final String... resolutions) {
        return build(builder().withSummary(summary).addResolutions(resolutions));
    }

    private static Message build(final MessageBuilder builder) {
        return builder.build().orElseThrow(() -> new IllegalArgumentException("The summary must not be null"));
    }

    /**
     * Returns the summary.
     *
     * @return the summary, never null
     */
    public String getSummary() {
        return summary;
    }

    /**
     * Replaces an issue that points into a table by a text that shows the cell.
     *
     * @param inputs the node's inputs, the flow variable port not counted
     * @return a message whose issue is text, or this
     */
    public Message renderIssueDetails(final PortObject[] inputs) {
        return issue instanceof RowIssue row ? new Message(summary, row.render(inputs), resolutions) : this;
    }

    /**
     * Converts to what a node shows.
     *
     * @param type how severe
     * @return the node's message
     */
    public NodeMessage toNodeMessage(final NodeMessage.Type type) {
        return new NodeMessage(type, summary, issue == null ? null : issue.toPreformatted(), resolutions);
    }

    /**
     * Converts to an exception for configure.
     *
     * @param cause why, may be null
     * @return the exception
     */
    public InvalidSettingsException toInvalidSettingsException(final Throwable cause) {
        return new InvalidSettingsWithMessage(this, cause);
    }

    /**
     * Converts to an exception for execute.
     *
     * @param cause why, may be null
     * @return the exception
     */
    public KNIMEException toKNIMEException(final Throwable cause) {
        return KNIMEException.of(this, cause);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Message message
                && summary.equals(message.summary)
                && Objects.equals(issue, message.issue)
                && resolutions.equals(message.resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(summary, issue, resolutions);
    }

    @Override
    public String toString() {
        return "Message[summary=" + summary + ",issue=" + issue + ",resolutions=" + resolutions + "]";
    }
}
