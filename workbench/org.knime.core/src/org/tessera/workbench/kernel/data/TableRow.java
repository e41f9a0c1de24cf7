package org.tessera.workbench.kernel.data;

import java.util.Iterator;
import java.util.stream.Collectors;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultCellIterator;

/** One row of a table, which makes its cells when they are asked for. Immutable. */
final class TableRow implements DataRow {

    private final TableData table;
    private final long row;

    TableRow(TableData table, long row) {
        this.table = table;
        this.row = row;
    }

    @Override
    public int getNumCells() {
        return table.width();
    }

    @Override
    public RowKey getKey() {
        return new RowKey(table.keys().get(row));
    }

    @Override
    public DataCell getCell(int index) {
        return table.column(index).cell(row);
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
                || other.getNumCells() != getNumCells()
                || !other.getKey().equals(getKey())) {
            return false;
        }
        for (int i = 0; i < getNumCells(); i++) {
            if (!getCell(i).equals(other.getCell(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return getKey().hashCode();
    }

    @Override
    public String toString() {
        return stream().map(DataCell::toString).collect(Collectors.joining(", ", getKey() + ": (", ")"));
    }
}
