package org.knime.core.data.v2;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;

/** The values of one row. */
public interface RowValueRead {

    /**
     * Reads one value, without creating a cell where the column holds numbers or truth values.
     *
     * @param <D> the value type to read it as, one of the column type's
     * @param index the column's position, from 0
     * @return the value, which shows the next row's when the cursor moves on; ask {@link #isMissing} before
     */
    <D extends DataValue> D getValue(int index);

    /**
     * Tells whether a value is missing.
     *
     * @param index the column's position, from 0
     * @return whether it is
     */
    boolean isMissing(int index);

    /**
     * Makes a cell of one value.
     *
     * @param index the column's position, from 0
     * @return the cell, a missing one if the value is missing
     */
    default DataCell getAsDataCell(int index) {
        if (isMissing(index)) {
            return DataType.getMissingCell();
        }
        DataValue value = getValue(index);
        return value.materializeDataCell();
    }
}
