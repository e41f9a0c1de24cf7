package org.knime.core.node.workflow;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a node shows to its user. Immutable. */
public final class NodeMessage {
    /** No message. */
    public static final NodeMessage NONE = new NodeMessage(Type.RESET, "");

    private final Type type;
    private final String message;
    private final String issue;
    private final List<String> resolutions;

    /** How severe a message is. */
    public enum Type {
        /** No message. */
        RESET,
        /** The node works, but the user should know something. */
        WARNING,
        /** The node failed. */
        ERROR
    }

    /**
     * Creates a message of one text.
     *
     * @param type how severe
     * @param message the text
     */
    public NodeMessage(final Type type, final String message) {
        this(type, message, null, List.of());
    }

    /**
     * Creates a message.
     *
     * @param type how severe
     * @param message the text
     * @param issue details, may be null
     * @param resolutions what the user can do
     */
    public NodeMessage(final Type type, final String message, final String issue, final List<String> resolutions) {
        this.type = Objects.requireNonNull(type, "Type must not be null");
        this.message = message == null ? "" : message;
        this.issue = issue;
        this.resolutions = List.copyOf(resolutions);
    }

    /**
     * Creates an error.
     *
     * @param message the text
     * @return the error
     */
    public static final NodeMessage newError(final String message) {
        return new NodeMessage(Type.ERROR, message);
    }

    /**
     * Returns how severe the message is.
     *
     * @return the type
     */
    public Type getMessageType() {
        return type;
    }

    /**
     * Returns the text.
     *
     * @return the text, never null
     */
    public String getMessage() {
        return message;
    }

    /**
     * Returns the details.
     *
     * @return the details, empty without any
     */
    public Optional<String> getIssue() {
        return Optional.ofNullable(issue);
    }

    /**
     * Returns what the user can do.
     *
     * @return an unmodifiable list
     */
    public List<String> getResolutions() {
        return resolutions;
    }

    /**
     * Returns type, text, details and resolutions over several lines.
     *
     * @return the text
     */
    public String toStringWithDetails() {
        final StringBuilder text = new StringBuilder(toString());
        if (issue != null) {
            text.append('\n').append(issue.stripTrailing());
        }
        resolutions.forEach(resolution -> text.append("\n- ").append(resolution));
        return text.toString();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof NodeMessage that
                && type == that.type
                && message.equals(that.message)
                && Objects.equals(issue, that.issue)
                && resolutions.equals(that.resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, message, issue, resolutions);
    }

    @Override
    public String toString() {
        return type + ": " + message;
    }
}
