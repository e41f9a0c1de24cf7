package org.knime.core.node;

import java.util.function.Supplier;

/** Lets long work report progress and end early. */
public class ExecutionMonitor {
    private final NodeProgressMonitor progressMonitor;

    /** Creates a monitor that nobody listens to. */
    public ExecutionMonitor() {
        this(null);
    }

    /**
     * Creates a monitor.
     *
     * @param progressMonitor where progress goes, null for nowhere
     */
    public ExecutionMonitor(final NodeProgressMonitor progressMonitor) {
        this.progressMonitor = progressMonitor == null ? new DefaultNodeProgressMonitor() : progressMonitor;
    }

    /**
     * Returns where progress goes.
     *
     * @return the node's monitor
     */
    public final NodeProgressMonitor getProgressMonitor() {
        return progressMonitor;
    }

    /**
     * Ends work that the user canceled.
     *
     * @throws CanceledExecutionException when the user did
     */
    public void checkCanceled() throws CanceledExecutionException {
        progressMonitor.checkCanceled();
    }

    /**
     * Sets how far the work is and what is being done.
     *
     * @param progress from 0 to 1, other values are ignored
     * @param message the text, may be null
     */
    public void setProgress(final double progress, final String message) {
        progressMonitor.setProgress(progress, message);
    }

    /**
     * Sets how far the work is and what is being done.
     *
     * @param progress from 0 to 1, other values are ignored
     * @param message gives the text when it is shown
     */
    public void setProgress(final double progress, final Supplier<String> message) {
        progressMonitor.setProgress(progress, message);
    }

    /**
     * Sets what is being done.
     *
     * @param message the text, may be null
     */
    public void setMessage(final String message) {
        progressMonitor.setMessage(message);
    }

    /**
     * Creates a monitor for a part of the work.
     *
     * @param share the part, from 0 to 1
     * @return a monitor whose whole range is that part of this one
     * @throws IllegalArgumentException when the part is out of range
     */
    public ExecutionMonitor createSubProgress(final double share) {
        return new ExecutionMonitor(subProgressMonitor(share, false));
    }

    /**
     * Creates a monitor for a part of the work whose messages are not shown.
     *
     * @param share the part, from 0 to 1
     * @return a monitor whose whole range is that part of this one
     * @throws IllegalArgumentException when the part is out of range
     */
    public ExecutionMonitor createSilentSubProgress(final double share) {
        return new ExecutionMonitor(subProgressMonitor(share, true));
    }

    // Returns a monitor of a part, for {@link ExecutionContext}.
    NodeProgressMonitor subProgressMonitor(final double share, final boolean silent) {
        return SubProgressMonitor.of(progressMonitor, share, silent);
    }
}
