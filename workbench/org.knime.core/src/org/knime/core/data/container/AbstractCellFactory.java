package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** A cell factory that knows its columns and reports progress as a share of the rows. */
public abstract class AbstractCellFactory implements CellFactory {

    private static final double WORKERS_PER_CORE = 1.5;
    private static final int QUEUE_PER_WORKER = 10;

    private final DataColumnSpec[] columns;
    private int maxWorkers = -1;
    private int maxQueue = -1;

    /**
     * Creates a factory that computes row after row.
     *
     * @param colSpecs the new columns
     */
    public AbstractCellFactory(DataColumnSpec... colSpecs) {
        columns = colSpecs.clone();
    }

    /**
     * Creates a factory.
     *
     * @param processConcurrently whether rows may be computed at the same time
     * @param colSpecs the new columns
     */
    public AbstractCellFactory(boolean processConcurrently, DataColumnSpec... colSpecs) {
        this(colSpecs);
        setParallelProcessing(processConcurrently);
    }

    /**
     * Creates a factory.
     *
     * @param processConcurrently whether rows may be computed at the same time
     * @param workerCount how many rows may be computed at the same time
     * @param maxQueueSize how many rows may wait
     * @param colSpecs the new columns
     */
    public AbstractCellFactory(
            boolean processConcurrently, int workerCount, int maxQueueSize, DataColumnSpec... colSpecs) {
        this(colSpecs);
        setParallelProcessing(processConcurrently, workerCount, maxQueueSize);
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return columns;
    }

    /**
     * Allows or forbids that rows are computed at the same time, as many as suit the machine. This implementation computes
     * them one after the other in any case.
     *
     * @param value whether they may be
     */
    public final void setParallelProcessing(boolean value) {
        int workers = (int) Math.ceil(WORKERS_PER_CORE * Runtime.getRuntime().availableProcessors());
        setParallelProcessing(value, workers, QUEUE_PER_WORKER * workers);
    }

    /**
     * Allows or forbids that rows are computed at the same time. This implementation computes them one after the other in
     * any case.
     *
     * @param value whether they may be
     * @param maxParallelWorkers how many, at least 1
     * @param maxQueueSize how many rows may wait, at least as many
     * @throws IllegalArgumentException if one of the numbers is too small
     */
    public final void setParallelProcessing(boolean value, int maxParallelWorkers, int maxQueueSize) {
        if (value && (maxParallelWorkers <= 0 || maxQueueSize < maxParallelWorkers)) {
            throw new IllegalArgumentException("Worker count " + maxParallelWorkers
                    + " must be larger than 0 and queue size " + maxQueueSize + " not smaller than it.");
        }
        maxWorkers = value ? maxParallelWorkers : -1;
        maxQueue = value ? maxQueueSize : -1;
    }

    /**
     * Tells whether rows may be computed at the same time.
     *
     * @return whether they may be
     */
    public final boolean isParallelProcessing() {
        return maxWorkers > 0;
    }

    /**
     * Tells how many rows may be computed at the same time.
     *
     * @return the number, -1 if they may not
     */
    public final int getMaxParallelWorkers() {
        return maxWorkers;
    }

    /**
     * Tells how many rows may wait.
     *
     * @return the number, -1 if rows may not be computed at the same time
     */
    public final int getMaxQueueSize() {
        return maxQueue;
    }

    /** Called once after the last row, also if the computing failed; does nothing unless overridden. */
    public void afterProcessing() {}

    @Override
    public void setProgress(int curRowNr, int rowCount, RowKey lastKey, ExecutionMonitor exec) {
        report(curRowNr, rowCount, lastKey, exec);
    }

    @Override
    public void setProgress(long curRowNr, long rowCount, RowKey lastKey, ExecutionMonitor exec) {
        if (rowCount <= Integer.MAX_VALUE) {
            setProgress((int) curRowNr, (int) rowCount, lastKey, exec);
        } else {
            report(curRowNr, rowCount, lastKey, exec);
        }
    }

    private static void report(long done, long rows, RowKey lastKey, ExecutionMonitor exec) {
        exec.setProgress(
                done / (double) rows, () -> String.format("Processed row %,d/%,d (\"%s\")", done, rows, lastKey));
    }
}
