package org.knime.core.data.v2;

import org.knime.core.data.DataValue;

/**
 * The place of one column in a row that is being written.
 *
 * @param <D> the value that can be written
 */
public interface WriteValue<D extends DataValue> {

    /**
     * Copies a value.
     *
     * @param value the value, not missing
     */
    void setValue(D value);
}
