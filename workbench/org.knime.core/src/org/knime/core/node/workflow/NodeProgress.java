package org.knime.core.node.workflow;

/** How far a node is. Immutable. */
public final class NodeProgress {
    private final Double progress;
    private final String message;

    /**
     * Creates a state of progress.
     *
     * @param progress from 0 to 1, null when not known
     * @param message what the node is doing, null for nothing to tell
     */
    public NodeProgress(final Double progress, final String message) {
        this.progress = progress;
        this.message = message;
    }

    /**
     * Returns how far the node is.
     *
     * @return from 0 to 1, null when not known
     */
    public Double getProgress() {
        return progress;
    }

    /**
     * Returns what the node is doing.
     *
     * @return the text, null for nothing to tell
     */
    public String getMessage() {
        return message;
    }

    @Override
    public String toString() {
        return progress + " " + message;
    }
}
