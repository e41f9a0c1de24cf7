package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** Write access to a node's settings. */
public interface NodeSettingsWO extends ConfigWO {
    /**
     * Adds an empty nested tree.
     *
     * @param key its key, not null
     * @return the nested tree
     */
    NodeSettingsWO addNodeSettings(String key);
}
