package org.knime.core.data.def;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;

/** Reads the cells of a row from the first to the last. */
public class DefaultCellIterator implements Iterator<DataCell> {

    private final DataRow row;
    private int next;

    /**
     * Starts before the first cell.
     *
     * @param row the row
     */
    public DefaultCellIterator(DataRow row) {
        this.row = row;
    }

    @Override
    public boolean hasNext() {
        return next < row.getNumCells();
    }

    @Override
    public DataCell next() {
        if (!hasNext()) {
            throw new NoSuchElementException(
                    "Row \"" + row.getKey() + "\" has no more than " + row.getNumCells() + " cells.");
        }
        return row.getCell(next++);
    }

    /**
     * Cells cannot be removed.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public void remove() {
        throw new UnsupportedOperationException("Cells cannot be removed from a row.");
    }
}
