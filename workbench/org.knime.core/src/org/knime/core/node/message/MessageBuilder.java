package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knime.core.node.NodeLogger;

/** Collects a message. Only the first issue is kept, the others are counted. Not safe for use by several threads. */
public final class MessageBuilder {
    private static final NodeLogger LOGGER = NodeLogger.getLogger(MessageBuilder.class);

    private final List<String> resolutions = new ArrayList<>();
    private String summary;
    private Issue firstIssue;
    private long issueCount;

    MessageBuilder() {}

    MessageBuilder(final Message message) {
        summary = message.getSummary();
        message.issue().ifPresent(this::add);
        resolutions.addAll(message.getResolutions());
    }

    /**
     * Sets the summary.
     *
     * @param text the summary; with null no message is built
     * @return this
     */
    public MessageBuilder withSummary(final String text) {
        summary = text;
        return this;
    }

    /**
     * Adds an issue that is a text.
     *
     * @param description the text, not null
     * @return this
     */
    public MessageBuilder addTextIssue(final String description) {
        return add(new TextIssue(description));
    }

    /**
     * Adds an issue about a cell of an input table.
     *
     * @param portIndex the input port, the flow variable port not counted, at least 0
     * @param columnIndex the column, at least 0
     * @param rowIndex the row, at least 0
     * @param description what is wrong there
     * @return this
     * @throws IllegalArgumentException when an index is negative
     */
    public MessageBuilder addRowIssue(
            final int portIndex, final int columnIndex, final long rowIndex, final String description) {
        if (columnIndex < 0) {
            throw new IllegalArgumentException("The column index must not be negative: " + columnIndex);
        }
        return add(new RowIssue(portIndex, columnIndex, rowIndex, description));
    }

    /**
     * Adds an issue about a row of an input table.
     *
     * @param portIndex the input port, the flow variable port not counted, at least 0
     * @param rowIndex the row, at least 0
     * @param description what is wrong there
     * @return this
     * @throws IllegalArgumentException when an index is negative
     */
    public MessageBuilder addRowIssue(final int portIndex, final long rowIndex, final String description) {
        return add(new RowIssue(portIndex, RowIssue.WHOLE_ROW, rowIndex, description));
    }

    private MessageBuilder add(final Issue issue) {
        if (firstIssue == null) {
            firstIssue = issue;
        }
        issueCount++;
        return this;
    }

    /**
     * Adds what the user can do.
     *
     * @param texts the resolutions, none null
     * @return this
     * @throws IllegalArgumentException when one is null
     */
    public MessageBuilder addResolutions(final String... texts) {
        for (final String text : texts) {
            if (text == null) {
                throw new IllegalArgumentException("A resolution must not be null");
            }
            resolutions.add(text);
        }
        return this;
    }

    /**
     * Returns the summary set so far.
     *
     * @return the summary, empty when none was set
     */
    public Optional<String> getSummary() {
        return Optional.ofNullable(summary);
    }

    /**
     * Returns the first issue as text.
     *
     * @return the text, empty without issues
     */
    public Optional<String> getFirstIssue() {
        return Optional.ofNullable(firstIssue).map(Issue::toPreformatted);
    }

    /**
     * Returns how many issues were added.
     *
     * @return the count, also of those not kept
     */
    public long getIssueCount() {
        return issueCount;
    }

    /**
     * Builds the message.
     *
     * @return the message, empty without a summary
     */
    public Optional<Message> build() {
        if (summary == null) {
            if (issueCount > 0) {
                LOGGER.coding("A message with " + issueCount + " issues has no summary and is not shown");
            }
            return Optional.empty();
        }
        return Optional.of(new Message(summary, firstIssue, resolutions));
    }
}
