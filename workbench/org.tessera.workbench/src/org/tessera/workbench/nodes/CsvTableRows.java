package org.tessera.workbench.nodes;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.tessera.workbench.csv.RowSink;
import org.tessera.workbench.kernel.data.ColumnWriter;
import org.tessera.workbench.kernel.data.TableBuilder;

/** Puts the rows of a CSV file into a table, without objects; keys are Row0, Row1, ... or the file's row ids. */
final class CsvTableRows implements RowSink {
    private final TableBuilder table;
    private final ExecutionMonitor exec;
    private final long size;

    CsvTableRows(TableBuilder table, ExecutionMonitor exec, long size) {
        this.table = table;
        this.exec = exec;
        this.size = Math.max(1, size);
    }

    @Override
    public ColumnWriter column(int column) {
        return table.column(column);
    }

    @Override
    public void endRow(String key, long line) {
        if (key == null) {
            table.endRow();
        } else {
            table.endRow(key);
        }
    }

    @Override
    public void progress(long bytes, long count) throws InterruptedException {
        exec.setProgress(Math.min(1, bytes / (double) size), () -> count + " rows read");
        try {
            exec.checkCanceled();
        } catch (CanceledExecutionException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }
}
