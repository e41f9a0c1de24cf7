package org.knime.core.data.v2;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;

/** A value read through a cursor. It shows another row's content when the cursor moves on; keep its cell instead. */
public interface ReadValue extends DataValue {

    /**
     * Makes a cell of the current content.
     *
     * @return a new cell that stays as it is
     */
    DataCell getDataCell();

    @Override
    default DataCell materializeDataCell() {
        return getDataCell();
    }
}
