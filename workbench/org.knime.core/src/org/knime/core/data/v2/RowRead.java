package org.knime.core.data.v2;

import org.knime.core.data.RowKeyValue;

/** One row read through a {@link RowCursor}: its key and values. */
public interface RowRead extends RowValueRead {

    /**
     * Reads the key.
     *
     * @return the key, which shows the next row's when the cursor moves on
     */
    RowKeyValue getRowKey();
}
