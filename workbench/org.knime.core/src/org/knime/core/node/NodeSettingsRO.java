package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Read access to a node's settings. */
public interface NodeSettingsRO extends ConfigRO {
    /**
     * Returns a nested tree.
     *
     * @param key its key
     * @return the nested tree
     * @throws InvalidSettingsException when the key is missing or no tree
     */
    NodeSettingsRO getNodeSettings(String key) throws InvalidSettingsException;

    /**
     * Adds all entries of these settings to a config.
     *
     * @param dest where to add
     */
    void copyTo(ConfigWO dest);
}
