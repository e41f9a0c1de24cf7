package org.knime.core.data.append;

import java.util.Iterator;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultCellIterator;

/** A row with further cells behind its own. */
public class AppendedColumnRow implements DataRow {

    private final RowKey key;
    private final DataRow base;
    private final DataCell[] appended;

    /**
     * Appends cells.
     *
     * @param baseRow the row that gives the key and the first cells
     * @param appendCell the cells behind
     */
    public AppendedColumnRow(DataRow baseRow, DataCell... appendCell) {
        this(baseRow.getKey(), baseRow, appendCell);
    }

    /**
     * Appends cells.
     *
     * @param rowKey the new key
     * @param baseRow the row that gives the first cells
     * @param appendCell the cells behind
     */
    public AppendedColumnRow(RowKey rowKey, DataRow baseRow, DataCell... appendCell) {
        key = rowKey;
        base = baseRow;
        appended = appendCell.clone();
    }

    /**
     * Appends all cells of another row.
     *
     * @param rowKey the new key
     * @param baseRow the row that gives the first cells
     * @param appendedRow the row that gives the cells behind
     */
    public AppendedColumnRow(RowKey rowKey, DataRow baseRow, DataRow appendedRow) {
        this(rowKey, baseRow, appendedRow.stream().toArray(DataCell[]::new));
    }

    /**
     * Appends cells of another row.
     *
     * @param baseRow the row that gives the key and the first cells
     * @param appendedRow the row that gives the cells behind
     * @param appendColumn which of its cells, one entry per cell
     * @throws IllegalArgumentException if the number of entries is another one
     */
    public AppendedColumnRow(DataRow baseRow, DataRow appendedRow, boolean[] appendColumn) {
        this(baseRow.getKey(), baseRow, appendedRow, appendColumn);
    }

    /**
     * Appends cells of another row.
     *
     * @param rowKey the new key
     * @param baseRow the row that gives the first cells
     * @param appendedRow the row that gives the cells behind
     * @param appendColumn which of its cells, one entry per cell
     * @throws IllegalArgumentException if the number of entries is another one
     */
    public AppendedColumnRow(RowKey rowKey, DataRow baseRow, DataRow appendedRow, boolean[] appendColumn) {
        this(rowKey, baseRow, select(appendedRow, appendColumn));
    }

    private static DataCell[] select(DataRow row, boolean[] wanted) {
        if (wanted.length != row.getNumCells()) {
            throw new IllegalArgumentException("Number of columns to append is unequal to the number of cells in the"
                    + " appended row: " + wanted.length + " vs. " + row.getNumCells());
        }
        return IntStream.range(0, wanted.length)
                .filter(i -> wanted[i])
                .mapToObj(row::getCell)
                .toArray(DataCell[]::new);
    }

    @Override
    public int getNumCells() {
        return base.getNumCells() + appended.length;
    }

    @Override
    public RowKey getKey() {
        return key;
    }

    @Override
    public DataCell getCell(int index) {
        int split = base.getNumCells();
        return index < split ? base.getCell(index) : appended[index - split];
    }

    @Override
    public Iterator<DataCell> iterator() {
        return new DefaultCellIterator(this);
    }
}
