package org.tessera.engine.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One parallel loop over blocks: the calling thread and helpers of the common pool take block indices from a shared
 * counter. The caller waits for blocks, never for pool threads, so that a busy pool reduces the parallelism but cannot
 * block the loop.
 */
final class BlockRun implements Runnable {

    private final RunContext context;
    private final int count;
    private final RunContext.BlockTask task;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CountDownLatch open;

    private BlockRun(RunContext context, int count, RunContext.BlockTask task) {
        this.context = context;
        this.count = count;
        this.task = task;
        this.open = new CountDownLatch(count);
    }

    /** Runs blocks 0 to count - 1; see {@link RunContext#forBlocks}. */
    static void run(RunContext context, int count, RunContext.BlockTask task) {
        if (context.threads() == 1 || count == 1) {
            for (int block = 0; block < count; block++) {
                context.checkCanceled();
                task.run(block);
            }
            return;
        }
        BlockRun section = new BlockRun(context, count, task);
        int helpers = Math.min(context.threads(), count) - 1;
        for (int h = 0; h < helpers; h++) {
            ForkJoinPool.commonPool().execute(section);
        }
        section.run();
        section.await();
        section.rethrow();
    }

    @Override
    public void run() {
        int block = next.getAndIncrement();
        while (block < count) {
            try {
                if (failure.get() == null) {
                    context.checkCanceled();
                    task.run(block);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                open.countDown();
            }
            block = next.getAndIncrement();
        }
    }

    private void await() {
        boolean interrupted = false;
        while (true) {
            try {
                open.await();
                break;
            } catch (InterruptedException e) {
                // The blocks still write into the caller's arrays: wait for them, then restore the interrupt.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow() {
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }
}
