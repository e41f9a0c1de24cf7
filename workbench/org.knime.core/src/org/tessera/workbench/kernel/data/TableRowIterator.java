package org.tessera.workbench.kernel.data;

import java.util.BitSet;
import java.util.NoSuchElementException;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.ExecutionMonitor;

/** Reads a range of rows; reports progress every thousand rows if it is told where to. */
final class TableRowIterator extends CloseableRowIterator {

    private static final int REPORT = 1000;

    private final TableData table;
    private final long from;
    private final BitSet materialized;
    private final ExecutionMonitor exec;
    private long to;
    private long next;

    TableRowIterator(TableData table, long from, long to, BitSet materialized, ExecutionMonitor exec) {
        this.table = table;
        this.from = from;
        this.to = to;
        this.materialized = materialized;
        this.exec = exec;
        next = from;
    }

    @Override
    public boolean hasNext() {
        return next < to;
    }

    @Override
    public DataRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no more rows.");
        }
        if (exec != null && (next - from) % REPORT == 0) {
            exec.setProgress((next - from) / (double) (to - from));
        }
        return new TableRow(table, next++, materialized);
    }

    @Override
    public void close() {
        to = next;
    }
}
