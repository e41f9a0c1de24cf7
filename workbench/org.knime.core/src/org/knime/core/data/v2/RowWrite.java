package org.knime.core.data.v2;

import org.knime.core.data.RowKeyValue;

/** A row that is being written: its key and values. */
public interface RowWrite extends RowValueWrite<RowRead> {

    /**
     * Sets the key.
     *
     * @param rowKey the key's text
     */
    void setRowKey(String rowKey);

    /**
     * Sets the key.
     *
     * @param rowKey the key
     */
    void setRowKey(RowKeyValue rowKey);
}
