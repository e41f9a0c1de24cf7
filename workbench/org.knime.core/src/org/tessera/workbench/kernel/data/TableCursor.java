package org.tessera.workbench.kernel.data;

import java.util.BitSet;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;
import org.knime.core.data.RowKeyValue;
import org.knime.core.data.UnmaterializedCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.v2.ReadValue;
import org.knime.core.data.v2.RowCursor;
import org.knime.core.data.v2.RowKeyReadValue;
import org.knime.core.data.v2.RowRead;

/** Reads all rows; the row, its key and its values are the same objects for all of them. */
final class TableCursor implements RowCursor, RowRead {

    private final TableData table;
    private final BitSet materialized;
    private final Position position = new Position();
    private final ReadValue[] readers;
    private final Key key = new Key();
    private long to;

    TableCursor(TableData table, BitSet materialized) {
        this.table = table;
        to = table.size();
        this.materialized = materialized;
        position.row = -1;
        readers = new ReadValue[table.width()];
    }

    @Override
    public boolean canForward() {
        return position.row + 1 < to;
    }

    @Override
    public RowRead forward() {
        if (!canForward()) {
            return null;
        }
        position.row++;
        return this;
    }

    @Override
    public boolean isMissing(int index) {
        return isMaterialized(index) && table.column(index).isMissing(position.row);
    }

    private boolean isMaterialized(int index) {
        return materialized == null || materialized.get(index);
    }

    @Override
    @SuppressWarnings("unchecked") // the caller names the value type, as in every row read
    public <D extends DataValue> D getValue(int index) {
        if (!isMaterialized(index)) {
            return (D) UnmaterializedCell.getInstance();
        }
        Column column = table.column(index);
        if (column.isMissing(position.row)) {
            return (D) column.cell(position.row);
        }
        ReadValue reader = readers[index];
        if (reader == null) {
            reader = column.reader(position);
            if (reader == null) {
                return (D) column.present(position.row);
            }
            readers[index] = reader;
        }
        return (D) reader;
    }

    @Override
    public DataCell getAsDataCell(int index) {
        return isMaterialized(index) ? table.column(index).cell(position.row) : UnmaterializedCell.getInstance();
    }

    @Override
    public RowKeyReadValue getRowKey() {
        return key;
    }

    @Override
    public void close() {
        to = position.row + 1;
    }

    private final class Key implements RowKeyReadValue {

        @Override
        public String getString() {
            return table.keys().get(position.row);
        }

        @Override
        public StringCell getDataCell() {
            return new StringCell(getString());
        }

        @Override
        public boolean equals(Object obj) {
            return obj instanceof RowKeyValue other && other.getString().equals(getString());
        }

        @Override
        public int hashCode() {
            return getString().hashCode();
        }

        @Override
        public String toString() {
            return getString();
        }
    }
}
