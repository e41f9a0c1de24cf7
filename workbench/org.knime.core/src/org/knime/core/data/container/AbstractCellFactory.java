package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** A cell factory that knows its columns and reports progress as a share of the rows. */
public abstract class AbstractCellFactory implements CellFactory {

    private final DataColumnSpec[] columns;

    /**
     * Creates a factory that computes row after row.
     *
     * @param colSpecs the new columns
     */
    public AbstractCellFactory(DataColumnSpec... colSpecs) {
        columns = colSpecs.clone();
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return columns;
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
