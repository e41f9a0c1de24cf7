package org.knime.core.data.def;

import java.util.Iterator;
import java.util.Objects;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** The cells of one row followed by those of another one, under the key of the first. */
public class JoinedRow implements DataRow {

    private final DataRow left;
    private final DataRow right;

    /**
     * Joins two rows.
     *
     * @param left the row that gives the key and the first cells
     * @param right the row that gives the last cells
     * @throws NullPointerException if one of them is null
     */
    public JoinedRow(DataRow left, DataRow right) {
        this.left = Objects.requireNonNull(left, "left");
        this.right = Objects.requireNonNull(right, "right");
    }

    /**
     * Gives the first row.
     *
     * @return the row that gives the key
     */
    public DataRow getLeftRow() {
        return left;
    }

    /**
     * Gives the second row.
     *
     * @return the row that gives the last cells
     */
    public DataRow getRightRow() {
        return right;
    }

    @Override
    public int getNumCells() {
        return left.getNumCells() + right.getNumCells();
    }

    @Override
    public RowKey getKey() {
        return left.getKey();
    }

    @Override
    public DataCell getCell(int index) {
        int split = left.getNumCells();
        return index < split ? left.getCell(index) : right.getCell(index - split);
    }

    @Override
    public Iterator<DataCell> iterator() {
        return new DefaultCellIterator(this);
    }
}
