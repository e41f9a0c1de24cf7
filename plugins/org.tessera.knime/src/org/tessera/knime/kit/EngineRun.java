package org.tessera.knime.kit;

import java.io.IOException;
import java.util.List;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * The boundary between KNIME and the engine: passes progress and cancellation on to the engine and translates its
 * exceptions to KNIME's. All translation of exceptions is here and in {@link Failures}.
 */
public final class EngineRun {

    /**
     * Work of the engine.
     *
     * @param <T> type of the result
     */
    @FunctionalInterface
    public interface Work<T> {

        /**
         * Does the work.
         *
         * @param run seed, threads, progress, cancel
         * @return the result
         * @throws CanceledExecutionException if KNIME noticed a cancel while reading or writing
         * @throws KNIMEException if a table holds an unusable value
         */
        T with(RunContext run) throws CanceledExecutionException, KNIMEException;
    }

    private EngineRun() {}

    /**
     * Runs work of the engine.
     *
     * @param <T> type of the result
     * @param exec the node's context or a part of it
     * @param seed the user's seed
     * @param work the work
     * @return its result
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if the data do not support the options
     */
    public static <T> T call(ExecutionMonitor exec, long seed, Work<T> work)
            throws CanceledExecutionException, KNIMEException {
        return call(exec, seed, List.of(), work);
    }

    /**
     * Runs work of the engine on input about which facts are known that may explain a failure.
     *
     * @param <T> type of the result
     * @param exec the node's context or a part of it
     * @param seed the user's seed
     * @param known the details of a failure, one per column, row or value
     * @param work the work
     * @return its result
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if the data do not support the options
     */
    public static <T> T call(ExecutionMonitor exec, long seed, List<String> known, Work<T> work)
            throws CanceledExecutionException, KNIMEException {
        try {
            return work.with(context(exec, seed));
        } catch (RunCanceledException e) {
            throw canceled(e);
        } catch (SegmentationException e) {
            throw Failures.of(e, known);
        } catch (OutOfMemoryError e) {
            throw Failures.of(outOfMemory(e), known);
        }
    }

    /**
     * Storing or loading a port object, which KNIME also does outside of an execution.
     *
     * @param <T> type of the object
     */
    @FunctionalInterface
    public interface Transfer<T> {

        /**
         * Stores or loads.
         *
         * @param run cancel
         * @return the object
         * @throws IOException if the stream fails or its content is damaged
         */
        T with(RunContext run) throws IOException;
    }

    /**
     * Stores or loads a port object.
     *
     * @param <T> type of the object
     * @param exec KNIME's monitor
     * @param transfer the work
     * @return the object
     * @throws IOException if the stream fails or its content is damaged
     * @throws CanceledExecutionException if the user has canceled
     */
    public static <T> T transfer(ExecutionMonitor exec, Transfer<T> transfer)
            throws IOException, CanceledExecutionException {
        try {
            return transfer.with(context(exec, 0));
        } catch (RunCanceledException e) {
            throw canceled(e);
        }
    }

    private static RunContext context(ExecutionMonitor exec, long seed) {
        return RunContext.of(seed).withProgress(exec::setProgress).withCancel(() -> isCanceled(exec));
    }

    private static CanceledExecutionException canceled(RunCanceledException e) {
        CanceledExecutionException canceled = new CanceledExecutionException(e.getMessage());
        canceled.initCause(e);
        return canceled;
    }

    /** Possible in spite of estimates, which are orders of magnitude, as other nodes use memory at the same time. */
    private static SegmentationException outOfMemory(OutOfMemoryError e) {
        return new SegmentationException(
                "The memory ran out",
                e,
                "give Java more memory (-Xmx)",
                "run this node while no other runs",
                "take a sample with the Row Sampling node");
    }

    private static boolean isCanceled(ExecutionMonitor exec) {
        try {
            exec.checkCanceled();
            return false;
        } catch (CanceledExecutionException e) {
            return true;
        }
    }

    /**
     * Reading tables, where columns may be absent.
     *
     * @param <T> type of the result
     */
    @FunctionalInterface
    public interface Reading<T> {

        /**
         * Reads.
         *
         * @return the result
         * @throws CanceledExecutionException if the user has canceled
         * @throws InvalidSettingsException if a column is absent or of the wrong type
         * @throws KNIMEException if a cell holds an unusable value
         */
        T read() throws CanceledExecutionException, InvalidSettingsException, KNIMEException;
    }

    /**
     * Reads from tables.
     *
     * @param <T> type of the result
     * @param reading the work
     * @return its result
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if a column is absent, of the wrong type, or holds an unusable value
     */
    public static <T> T read(Reading<T> reading) throws CanceledExecutionException, KNIMEException {
        try {
            return reading.read();
        } catch (InvalidSettingsException e) {
            throw Failures.of(e);
        } catch (SegmentationException e) {
            throw Failures.of(e);
        } catch (OutOfMemoryError e) {
            throw Failures.of(outOfMemory(e));
        }
    }
}
