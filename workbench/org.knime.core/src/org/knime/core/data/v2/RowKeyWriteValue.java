package org.knime.core.data.v2;

import org.knime.core.data.RowKeyValue;

/** The place of the key in a row that is being written. */
public interface RowKeyWriteValue extends WriteValue<RowKeyReadValue> {

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
