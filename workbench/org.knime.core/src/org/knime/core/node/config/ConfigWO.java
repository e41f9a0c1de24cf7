package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.node.config.base.ConfigBaseWO;

/** Write access to settings that may also hold data cells, data types and row keys. */
public interface ConfigWO extends ConfigBaseWO {
    /**
     * Adds an empty nested config.
     *
     * @param key its key, not null
     * @return the nested config
     */
    Config addConfig(String key);

    /**
     * Adds a data cell.
     *
     * @param key its key, not null
     * @param value the value, may be null
     */
    void addDataCell(String key, DataCell value);

    /**
     * Adds an array.
     *
     * @param key its key, not null
     * @param values the elements, null for a null array
     */
    void addDataCellArray(String key, DataCell... values);
}
