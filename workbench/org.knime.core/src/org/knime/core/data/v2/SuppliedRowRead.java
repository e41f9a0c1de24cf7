package org.knime.core.data.v2;

import java.util.function.Supplier;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataValue;
import org.knime.core.data.RowKeyValue;

/** Reads rows of cells; a value is the cell itself. */
final class SuppliedRowRead implements RowRead {

    private final Supplier<DataRow> current;
    private final int width;

    SuppliedRowRead(Supplier<DataRow> current, int width) {
        this.current = current;
        this.width = width;
    }

    @Override
    public int getNumColumns() {
        return width;
    }

    @Override
    @SuppressWarnings("unchecked") // the caller names the value type, as in every row read
    public <D extends DataValue> D getValue(int index) {
        return (D) getAsDataCell(index);
    }

    @Override
    public boolean isMissing(int index) {
        return getAsDataCell(index).isMissing();
    }

    @Override
    public DataCell getAsDataCell(int index) {
        return current.get().getCell(index);
    }

    @Override
    public RowKeyValue getRowKey() {
        return current.get().getKey();
    }

    @Override
    public DataRow materializeDataRow() {
        return current.get();
    }
}
