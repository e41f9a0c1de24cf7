package org.knime.core.node;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.knime.core.node.message.Message;
import org.knime.core.node.workflow.NodeID;
import org.knime.core.node.workflow.NodeProgress;
import org.knime.core.node.workflow.NodeProgressEvent;
import org.knime.core.node.workflow.NodeProgressListener;

/**
 * The progress of one node. Listeners hear of changes on the thread that makes them, at most ten times a second but
 * always of the end. Safe for use by several threads.
 */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(100);

    private final List<NodeProgressListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Message cancelMessage;
    private Double progress;
    private Supplier<String> message = () -> null;
    private long lastEvent = System.nanoTime() - PERIOD;

    /** Creates a monitor without listeners. */
    public DefaultNodeProgressMonitor() {}

    /**
     * Creates a monitor with a listener.
     *
     * @param listener the listener
     */
    public DefaultNodeProgressMonitor(final NodeProgressListener listener) {
        addProgressListener(listener);
    }

    @Override
    public synchronized void setProgress(final double newProgress) {
        if (newProgress >= 0 && newProgress <= 1) {
            progress = newProgress;
        }
        changed();
    }

    @Override
    public synchronized void setProgress(final double newProgress, final String newMessage) {
        setProgress(newProgress, () -> newMessage);
    }

    @Override
    public synchronized void setProgress(final double newProgress, final Supplier<String> newMessage) {
        message = newMessage;
        setProgress(newProgress);
    }

    @Override
    public synchronized void setMessage(final String newMessage) {
        setMessage(() -> newMessage);
    }

    public synchronized void setMessage(final Supplier<String> newMessage) {
        message = newMessage;
        changed();
    }

    private void changed() {
        final long now = System.nanoTime();
        final boolean ended = progress != null && progress == 1;
        if (listeners.isEmpty() || now - lastEvent < PERIOD && !ended) {
            return;
        }
        lastEvent = now;
        final NodeProgressEvent event = new NodeProgressEvent(NodeID.ROOTID, new NodeProgress(progress, getMessage()));
        listeners.forEach(listener -> listener.progressChanged(event));
    }

    @Override
    public synchronized Double getProgress() {
        return progress;
    }

    @Override
    public synchronized String getMessage() {
        return message.get();
    }

    /**
     * Tells whether the node shall end.
     *
     * @return true after {@link #setExecuteCanceled()} or when the thread was interrupted
     */
    protected boolean isCanceled() {
        return cancelMessage != null || Thread.currentThread().isInterrupted();
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (isCanceled()) {
            final Message reason = cancelMessage;
            throw new CanceledExecutionException(
                    reason == null ? CanceledExecutionException.DEFAULT_CANCEL_MESSAGE : reason);
        }
    }

    @Override
    public void setExecuteCanceled() {
        setExecuteCanceled(CanceledExecutionException.DEFAULT_CANCEL_MESSAGE);
    }

    /**
     * Asks the node to end.
     *
     * @param reason what the node then shows, not null
     */
    public void setExecuteCanceled(final Message reason) {
        if (reason == null) {
            throw new IllegalArgumentException("The reason must not be null");
        }
        cancelMessage = reason;
    }

    @Override
    public void addProgressListener(final NodeProgressListener listener) {
        if (listener != null && !listeners.contains(listener)) {
            listeners.add(listener);
        }
    }
}
