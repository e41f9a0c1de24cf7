package org.tessera.workbench.nodes;

import java.util.Arrays;
import org.knime.core.data.v2.RowBuffer;
import org.knime.core.data.v2.RowContainer;
import org.knime.core.data.v2.RowWriteCursor;
import org.knime.core.data.v2.value.ValueInterfaces.DoubleWriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.IntWriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.LongWriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.StringWriteValue;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.tessera.workbench.csv.ColumnSink;
import org.tessera.workbench.csv.CsvSpec;
import org.tessera.workbench.csv.CsvType;
import org.tessera.workbench.csv.RowSink;

/** Puts the rows of a CSV file into a table, without cell objects; keys are Row0, Row1, ... or the file's row ids. */
final class CsvTableRows implements RowSink, AutoCloseable {
    private final RowBuffer buffer;
    private final RowWriteCursor cursor;
    private final ColumnSink[] sinks;
    private final ExecutionMonitor exec;
    private final long size;
    private long rows;

    CsvTableRows(CsvSpec columns, RowContainer container, ExecutionMonitor exec, long size) {
        this.buffer = container.createRowBuffer();
        this.cursor = container.createCursor();
        this.exec = exec;
        this.size = Math.max(1, size);
        this.sinks = new ColumnSink[columns.names().size()];
        Arrays.setAll(sinks, i -> new Sink(i, columns.types().get(i)));
    }

    @Override
    public ColumnSink column(int column) {
        return sinks[column];
    }

    @Override
    public void endRow(String key, long line) {
        buffer.setRowKey(key == null ? "Row" + rows : key);
        cursor.commit(buffer);
        rows++;
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

    @Override
    public void close() {
        cursor.close();
    }

    /** Writes one column of the buffered row. */
    private final class Sink implements ColumnSink {
        private final int index;
        private final CsvType type;

        Sink(int index, CsvType type) {
            this.index = index;
            this.type = type;
        }

        @Override
        public void addLong(long value) {
            if (type == CsvType.INT) {
                buffer.<IntWriteValue>getWriteValue(index).setIntValue((int) value);
            } else {
                buffer.<LongWriteValue>getWriteValue(index).setLongValue(value);
            }
        }

        @Override
        public void addDouble(double value) {
            buffer.<DoubleWriteValue>getWriteValue(index).setDoubleValue(value);
        }

        @Override
        public void addString(String value) {
            buffer.<StringWriteValue>getWriteValue(index).setStringValue(value);
        }

        @Override
        public void addMissing() {
            buffer.setMissing(index);
        }
    }
}
