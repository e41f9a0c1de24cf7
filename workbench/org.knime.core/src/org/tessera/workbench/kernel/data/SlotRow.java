package org.tessera.workbench.kernel.data;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.RowKeyValue;
import org.knime.core.data.v2.RowBuffer;
import org.knime.core.data.v2.RowRead;
import org.knime.core.data.v2.WriteValue;

/** A row buffer: one slot per column, all missing at first, and a key. */
final class SlotRow implements RowBuffer {

    private final Slot[] slots;
    private RowKey key;

    SlotRow(DataTableSpec spec) {
        slots = spec.stream().map(column -> Slot.of(column.getType())).toArray(Slot[]::new);
    }

    @Override
    public int getNumColumns() {
        return slots.length;
    }

    @Override
    @SuppressWarnings("unchecked") // the caller names the value type, as in every row read
    public <D extends DataValue> D getValue(int index) {
        return (D) slots[index].value();
    }

    @Override
    public boolean isMissing(int index) {
        return slots[index].isMissing();
    }

    @Override
    public DataCell getAsDataCell(int index) {
        return slots[index].value().materializeDataCell();
    }

    @Override
    public RowKeyValue getRowKey() {
        if (key == null) {
            throw new IllegalStateException("The row has no key: call setRowKey before committing it.");
        }
        return key;
    }

    @Override
    @SuppressWarnings("unchecked") // the caller names the value type, as in every row write
    public <W extends WriteValue<?>> W getWriteValue(int index) {
        return (W) slots[index].writer();
    }

    @Override
    public void setMissing(int index) {
        slots[index].setMissing(DataType.getMissingCell());
    }

    @Override
    public void setFrom(RowRead row) {
        if (row.getNumColumns() != slots.length) {
            throw new IllegalArgumentException(
                    "A row of " + row.getNumColumns() + " columns does not fit a buffer of " + slots.length + ".");
        }
        for (int i = 0; i < slots.length; i++) {
            if (row.isMissing(i)) {
                slots[i].setMissing(row.getAsDataCell(i));
            } else {
                slots[i].copy(row.getValue(i));
            }
        }
        setRowKey(row.getRowKey());
    }

    @Override
    public void setRowKey(String rowKey) {
        key = new RowKey(rowKey);
    }

    @Override
    public void setRowKey(RowKeyValue rowKey) {
        key = rowKey.materializeRowKey();
    }
}
