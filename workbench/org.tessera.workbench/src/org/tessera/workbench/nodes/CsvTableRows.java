package org.tessera.workbench.nodes;

import java.util.Arrays;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.tessera.workbench.csv.ColumnSink;
import org.tessera.workbench.csv.CsvSpec;
import org.tessera.workbench.csv.CsvType;
import org.tessera.workbench.csv.RowSink;
import org.tessera.workbench.kernel.data.ColumnWriter;
import org.tessera.workbench.kernel.data.TableBuilder;

/** Puts the rows of a CSV file into a table, without objects; keys are Row0, Row1, ... or the file's row ids. */
final class CsvTableRows implements RowSink {
    private final TableBuilder table;
    private final ColumnSink[] sinks;
    private final ExecutionMonitor exec;
    private final long size;

    CsvTableRows(CsvSpec columns, TableBuilder table, ExecutionMonitor exec, long size) {
        this.table = table;
        this.exec = exec;
        this.size = Math.max(1, size);
        this.sinks = new ColumnSink[columns.names().size()];
        Arrays.setAll(sinks, i -> new Sink(table.column(i), columns.types().get(i)));
    }

    @Override
    public ColumnSink column(int column) {
        return sinks[column];
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

    /** Writes one column. */
    private static final class Sink implements ColumnSink {
        private final ColumnWriter column;
        private final boolean ints;

        Sink(ColumnWriter column, CsvType type) {
            this.column = column;
            this.ints = type == CsvType.INT;
        }

        @Override
        public void addLong(long value) {
            if (ints) {
                column.addInt((int) value);
            } else {
                column.addLong(value);
            }
        }

        @Override
        public void addDouble(double value) {
            column.addDouble(value);
        }

        @Override
        public void addString(String value) {
            column.addText(value);
        }

        @Override
        public void addMissing() {
            column.addMissing();
        }
    }
}
