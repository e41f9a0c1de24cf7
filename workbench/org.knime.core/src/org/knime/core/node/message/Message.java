package org.knime.core.node.message;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.config.base.ConfigBaseRO;
import org.knime.core.node.config.base.ConfigBaseWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.workflow.NodeMessage;

/** A message of a node to its user: a summary, at most one issue, any number of resolutions. Immutable. */
public final class Message {
    private static final String SUMMARY = "summary";
    private static final String ISSUE = "issue";
    private static final String RESOLUTIONS = "resolutions";

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

    /**
     * Creates a message about one cell of an input table.
     *
     * @param summary the summary, not null
     * @param portIndex the input port, the flow variable port not counted, at least 0
     * @param row the row, at least 0
     * @param column the column, at least 0
     * @param description what is wrong there
     * @return the message
     * @throws IllegalArgumentException when the summary is null or an index negative
     */
    public static Message fromRowIssue(
            final String summary, final int portIndex, final long row, final int column, final String description) {
        return build(builder().withSummary(summary).addRowIssue(portIndex, column, row, description));
    }

    private static Message build(final MessageBuilder builder) {
        return builder.build().orElseThrow(() -> new IllegalArgumentException("The summary must not be null"));
    }

    /**
     * Creates a message from what a node shows.
     *
     * @param nodeMessage a warning or error with a text
     * @return the message
     * @throws IllegalArgumentException when it is null, a reset or without text
     */
    public static Message fromNodeMessage(final NodeMessage nodeMessage) {
        if (nodeMessage == null || nodeMessage.getMessageType() == NodeMessage.Type.RESET) {
            throw new IllegalArgumentException("Neither null nor a reset message can be converted");
        }
        final MessageBuilder builder = builder().withSummary(nodeMessage.getMessage());
        nodeMessage.getIssue().ifPresent(builder::addTextIssue);
        return build(builder.addResolutions(nodeMessage.getResolutions().toArray(String[]::new)));
    }

    /**
     * Returns the summary of a message that may be null.
     *
     * @param message the message or null
     * @return the summary or null
     */
    public static String getSummaryFrom(final Message message) {
        return message == null ? null : message.summary;
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
     * Returns what the user can do.
     *
     * @return an unmodifiable list, may be empty
     */
    public List<String> getResolutions() {
        return resolutions;
    }

    Optional<Issue> issue() {
        return Optional.ofNullable(issue);
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
     * Returns summary and issue as lines of text.
     *
     * @return the text
     */
    public String toLogPrintable() {
        return issue == null ? summary : summary + "\n" + issue.toPreformatted().stripTrailing();
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
     * @return the exception
     */
    public InvalidSettingsException toInvalidSettingsException() {
        return toInvalidSettingsException(null);
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
     * @return the exception
     */
    public KNIMEException toKNIMEException() {
        return KNIMEException.of(this);
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

    /**
     * Starts a new message with this one's content.
     *
     * @return a builder
     */
    public MessageBuilder modify() {
        return new MessageBuilder(this);
    }

    /**
     * Stores this message.
     *
     * @param config where to store
     */
    public void saveTo(final ConfigBaseWO config) {
        config.addString(SUMMARY, summary);
        if (issue != null) {
            issue.saveTo(config.addConfigBase(ISSUE));
        }
        config.addStringArray(RESOLUTIONS, resolutions.toArray(String[]::new));
    }

    /**
     * Reads a stored message.
     *
     * @param config where it was stored
     * @return the message, empty when none was stored
     * @throws InvalidSettingsException when the stored message is incomplete
     */
    public static Optional<Message> load(final ConfigBaseRO config) throws InvalidSettingsException {
        if (!config.containsKey(SUMMARY)) {
            return Optional.empty();
        }
        final Issue issue = config.containsKey(ISSUE) ? Issue.Type.load(config.getConfigBase(ISSUE)) : null;
        return Optional.of(new Message(config.getString(SUMMARY), issue, List.of(config.getStringArray(RESOLUTIONS))));
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
