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
