package org.tessera.weka;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * A call of Weka on a thread of its own, with a stack deep enough for the recursion over a tree, while the calling
 * thread checks for a cancel. The thread ends with the call, which is made to end early on a cancel.
 */
final class WekaThread<T> {

    private static final long STACK_BYTES = 1L << 29;
    private static final long POLL_MILLIS = 10;
    private static final long GRACE_MILLIS = 30;

    private final String algorithm;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread;
    private T result;
    private Throwable failure;

    WekaThread(String algorithm, WekaRun.Call<T> call) {
        this.algorithm = algorithm;
        thread = new Thread(
                null,
                () -> {
                    try {
                        result = call.run();
                    } catch (Throwable e) {
                        failure = e;
                    } finally {
                        done.countDown();
                    }
                },
                "Weka " + algorithm,
                STACK_BYTES);
        thread.setDaemon(true);
    }

    /**
     * Runs the call and waits for it.
     *
     * @param stop makes the call end soon, called once on a cancel
     * @throws RunCanceledException if the user has canceled
     * @throws SegmentationException if Weka failed
     */
    T await(RunContext run, Runnable stop) {
        thread.start();
        try {
            while (!done.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (run.isCanceled()) {
                    stop.run();
                    thread.join(GRACE_MILLIS);
                    throw new RunCanceledException();
                }
            }
            thread.join();
        } catch (InterruptedException e) {
            stop.run();
            Thread.currentThread().interrupt();
            throw new RunCanceledException();
        }
        return result();
    }

    private T result() {
        if (failure instanceof Watch.Stopped || failure instanceof RunCanceledException) {
            throw new RunCanceledException();
        }
        if (failure instanceof SegmentationException e) {
            throw e;
        }
        if (failure instanceof OutOfMemoryError) {
            throw new SegmentationException(
                    "Weka's " + algorithm + " ran out of memory",
                    failure,
                    "set the implementation to Tessera",
                    "sample the rows",
                    "give Java more memory (-Xmx)");
        }
        if (failure != null) {
            throw WekaRun.failed(algorithm, failure);
        }
        return result;
    }
}
