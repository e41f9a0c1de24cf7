package org.tessera.workbench.kernel.data;

import java.util.NoSuchElementException;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;

/** Reads all rows. */
final class TableRowIterator extends CloseableRowIterator {

    private final TableData table;
    private long to;
    private long next;

    TableRowIterator(TableData table) {
        this.table = table;
        to = table.size();
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
        return new TableRow(table, next++);
    }

    @Override
    public void close() {
        to = next;
    }
}
