package org.tessera.engine.run;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * The environment of a run: seed, number of threads, progress listener and cancellation. Immutable and thread safe.
 *
 * <p>Results never depend on the number of threads: work is split into blocks whose bounds depend on the size of the
 * data only, and the caller of {@link #forBlocks(int, BlockTask)} merges partial results in block order.
 */
public final class RunContext {

    private final long seed;
    private final int threads;
    private final ProgressListener listener;
    private final BooleanSupplier canceled;
    private final double from;
    private final double to;

    private RunContext(
            long seed, int threads, ProgressListener listener, BooleanSupplier canceled, double from, double to) {
        this.seed = seed;
        this.threads = threads;
        this.listener = listener;
        this.canceled = canceled;
        this.from = from;
        this.to = to;
    }

    /**
     * A run on all cores without progress reports and cancellation.
     *
     * @param seed the user's seed
     * @return the context
     */
    public static RunContext of(long seed) {
        return new RunContext(seed, Runtime.getRuntime().availableProcessors(), (f, m) -> {}, () -> false, 0, 1);
    }

    /**
     * The same with another number of threads.
     *
     * @param count at least 1
     * @return a new context
     */
    public RunContext withThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("threads = " + count + ", but at least 1 is needed");
        }
        return new RunContext(seed, count, listener, canceled, from, to);
    }

    /**
     * The same with progress reports.
     *
     * @param newListener receives fractions of the whole run
     * @return a new context
     */
    public RunContext withProgress(ProgressListener newListener) {
        return new RunContext(seed, threads, Objects.requireNonNull(newListener), canceled, from, to);
    }

    /**
     * The same with cancellation.
     *
     * @param isCanceled called often and by several threads; true once the user has canceled
     * @return a new context
     */
    public RunContext withCancel(BooleanSupplier isCanceled) {
        return new RunContext(seed, threads, listener, Objects.requireNonNull(isCanceled), from, to);
    }

    /**
     * A part of this run, whose progress from 0 to 1 is reported as progress of this run from start to end.
     *
     * @param start progress of this run when the part begins, 0 to 1
     * @param end progress of this run when it ends, start to 1
     * @return a new context
     */
    public RunContext part(double start, double end) {
        return new RunContext(seed, threads, listener, canceled, from + start * (to - from), from + end * (to - from));
    }

    /**
     * The same run with one progress message in place of those of its steps.
     *
     * @param message what is done, for users
     * @return a new context
     */
    public RunContext named(String message) {
        return new RunContext(seed, threads, (f, m) -> listener.progress(f, message), canceled, from, to);
    }

    /** @return the user's seed */
    public long seed() {
        return seed;
    }

    /** @return the maximum number of threads, at least 1 */
    public int threads() {
        return threads;
    }

    /**
     * A reproducible stream of random numbers of this run's seed.
     *
     * @param index the stream's index, e.g. the number of the restart
     * @return a new stream
     */
    public RandomStream random(long index) {
        return RandomStream.of(seed, index);
    }

    /** @return whether the user has canceled */
    public boolean isCanceled() {
        return canceled.getAsBoolean();
    }

    /**
     * Checks for cancellation; to be called at least every 50 ms.
     *
     * @throws RunCanceledException if the user has canceled
     */
    public void checkCanceled() {
        if (canceled.getAsBoolean()) {
            throw new RunCanceledException();
        }
    }

    /**
     * Reports progress of this part.
     *
     * @param fraction share done, 0 to 1 (clamped)
     * @param message the current step, for users
     */
    public void progress(double fraction, String message) {
        double clamped = Math.min(1, Math.max(0, fraction));
        listener.progress(from + clamped * (to - from), message);
    }

    /**
     * Runs blocks 0 to count - 1 on up to {@link #threads()} threads, the caller's among them, and returns when all are
     * done. Checks for cancellation before every block. Blocks run in any order and concurrently, so they must not
     * share mutable state.
     *
     * @param count number of blocks
     * @param task the work of one block
     * @throws RunCanceledException if the user has canceled
     */
    public void forBlocks(int count, BlockTask task) {
        BlockRun.run(this, count, task);
    }

    /** The work of one block. */
    @FunctionalInterface
    public interface BlockTask {

        /**
         * Does the work.
         *
         * @param block the block's index
         */
        void run(int block);
    }
}
