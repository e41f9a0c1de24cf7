package org.knime.core.node;

import org.knime.core.node.workflow.NodeProgressListener;

/**
 * A part of another monitor's range: what it gains is added to the parent, scaled to the part, so that several parts can
 * run side by side.
 */
final class SubProgressMonitor implements NodeProgressMonitor {
    private final NodeProgressMonitor parent;
    private final double share;
    private final boolean silent;
    private final boolean cancelable;
    private double reached;
    private String message;

    private SubProgressMonitor(
            final NodeProgressMonitor parent, final double share, final boolean silent, final boolean cancelable) {
        this.parent = parent;
        this.share = share;
        this.silent = silent;
        this.cancelable = cancelable;
    }

    static SubProgressMonitor of(final NodeProgressMonitor parent, final double share, final boolean silent) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("Invalid sub progress size: " + share);
        }
        return new SubProgressMonitor(parent, share, silent, true);
    }

    @Override
    public void setProgress(final double progress) {
        if (!(progress >= 0 && progress <= 1)) {
            return;
        }
        synchronized (parent) {
            final double gain = (progress - reached) * share;
            reached = progress;
            if (gain != 0) {
                final Double before = parent.getProgress();
                parent.setProgress(Math.max(0, Math.min(1, (before == null ? 0 : before) + gain)));
            }
        }
    }

    @Override
    public void setProgress(final double progress, final String newMessage) {
        setMessage(newMessage);
        setProgress(progress);
    }

    @Override
    public void setMessage(final String newMessage) {
        synchronized (parent) {
            message = newMessage;
            if (!silent) {
                parent.setMessage(newMessage);
            }
        }
    }

    @Override
    public Double getProgress() {
        synchronized (parent) {
            return reached;
        }
    }

    @Override
    public String getMessage() {
        synchronized (parent) {
            return message;
        }
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (cancelable) {
            parent.checkCanceled();
        }
    }

    @Override
    public void setExecuteCanceled() {
        throw onlyForTheWhole();
    }

    @Override
    public void addProgressListener(final NodeProgressListener listener) {
        throw onlyForTheWhole();
    }

    private static IllegalStateException onlyForTheWhole() {
        return new IllegalStateException("A part of a node's progress cannot do this");
    }
}
