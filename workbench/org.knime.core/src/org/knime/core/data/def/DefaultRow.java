package org.knime.core.data.def;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Collectors;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row of given cells. It is equal to every {@link DataRow} of the same key and cells. */
public class DefaultRow implements DataRow {

    private final RowKey key;
    private final DataCell[] cells;

    /**
     * Creates a row.
     *
     * @param rowKey the key
     * @param row the cells, none null
     * @throws NullPointerException if the key or a cell is null
     */
    public DefaultRow(RowKey rowKey, DataCell... row) {
        key = Objects.requireNonNull(rowKey, "Row ID must not be null!");
        cells = row.clone();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == null) {
                throw new NullPointerException("Cell at index " + i + " is null!");
            }
        }
    }

    /**
     * Creates a row.
     *
     * @param rowId the key
     * @param row the cells, none null
     * @throws NullPointerException if the key or a cell is null
     */
    public DefaultRow(String rowId, DataCell... row) {
        this(new RowKey(rowId), row);
    }

    @Override
    public final int getNumCells() {
        return cells.length;
    }

    @Override
    public final RowKey getKey() {
        return key;
    }

    @Override
    public final DataCell getCell(int index) {
        return cells[index];
    }

    @Override
    public Iterator<DataCell> iterator() {
        return new DefaultCellIterator(this);
    }

    @Override
    public boolean equals(Object obj) {
        if (obj == this) {
            return true;
        }
        if (!(obj instanceof DataRow other)
                || other.getNumCells() != cells.length
                || !other.getKey().equals(key)) {
            return false;
        }
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].equals(other.getCell(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return Arrays.stream(cells).map(DataCell::toString).collect(Collectors.joining(", ", key + ": (", ")"));
    }
}
