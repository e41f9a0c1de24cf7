package org.tessera.knime.kit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.knime.core.node.DefaultNodeProgressMonitor;

/**
 * A user who cancels at a wanted look of the node for a cancel. Measures the processor time between two looks of a
 * thread: the longest is how long a cancel takes at the worst moment, and a busy machine changes nothing in it.
 */
final class Moments extends DefaultNodeProgressMonitor {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int cancelAt;
    private final AtomicInteger looks = new AtomicInteger();
    private final Map<Thread, Long> last = new ConcurrentHashMap<>();
    private long longest;
    private volatile long canceled;

    /** @param cancelAt the number of the look that is answered with yes, from 1 */
    Moments(int cancelAt) {
        this.cancelAt = cancelAt;
    }

    /** A user who never cancels. */
    static Moments never() {
        return new Moments(Integer.MAX_VALUE);
    }

    @Override
    protected boolean isCanceled() {
        long now = THREADS.getCurrentThreadCpuTime();
        Long before = last.put(Thread.currentThread(), now);
        synchronized (this) {
            longest = Math.max(longest, before == null ? 0 : now - before);
        }
        if (looks.incrementAndGet() >= cancelAt && canceled == 0) {
            canceled = System.nanoTime();
        }
        return canceled != 0;
    }

    /** How often the node looked for a cancel. */
    int looks() {
        return looks.get();
    }

    boolean wasCanceled() {
        return canceled != 0;
    }

    /** The longest processor time between two looks, in milliseconds. */
    synchronized long longestGap() {
        return TimeUnit.NANOSECONDS.toMillis(longest);
    }

    /** Milliseconds by the clock since the cancel. */
    long sinceCancel() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - canceled);
    }
}
