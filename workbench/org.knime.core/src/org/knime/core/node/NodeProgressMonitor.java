package org.knime.core.node;

import java.util.function.Supplier;
import org.knime.core.node.workflow.NodeProgressListener;

/** Carries a node's progress to its user and the wish to cancel to the node. */
public interface NodeProgressMonitor {
    /**
     * Returns how far the node is.
     *
     * @return from 0 to 1, null when not known
     */
    Double getProgress();

    /**
     * Returns what the node is doing.
     *
     * @return the text, null for nothing to tell
     */
    String getMessage();

    /**
     * Sets how far the node is.
     *
     * @param progress from 0 to 1, other values are ignored
     */
    void setProgress(double progress);

    /**
     * Sets how far the node is and what it is doing.
     *
     * @param progress from 0 to 1, other values are ignored
     * @param message the text, may be null
     */
    void setProgress(double progress, String message);

    /**
     * Sets how far the node is and what it is doing.
     *
     * @param progress from 0 to 1, other values are ignored
     * @param message gives the text when it is shown
     */
    default void setProgress(final double progress, final Supplier<String> message) {
        setProgress(progress, message.get());
    }

    /**
     * Sets what the node is doing.
     *
     * @param message the text, may be null
     */
    void setMessage(String message);

    /**
     * Leaves a node that shall be canceled.
     *
     * @throws CanceledExecutionException when it shall, or its thread was interrupted
     */
    void checkCanceled() throws CanceledExecutionException;

    /** Asks the node to end: its next {@link #checkCanceled()} throws. */
    void setExecuteCanceled();

    /**
     * Adds a listener.
     *
     * @param listener the listener
     */
    void addProgressListener(NodeProgressListener listener);
}
