package org.knime.core.node.context;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Can be stored in and read from settings. */
public interface NodeSettingsPersistable {
    /**
     * Stores the state.
     *
     * @param settings where to store
     */
    void saveSettingsTo(NodeSettingsWO settings);

    /**
     * Reads the state.
     *
     * @param settings where it was stored
     * @throws InvalidSettingsException when it is not valid
     */
    void loadSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;
}
