package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;

/** Read access to a model's content. */
public interface ModelContentRO extends ConfigRO {
    /**
     * Returns a nested tree.
     *
     * @param key its key
     * @return the nested tree
     * @throws InvalidSettingsException when the key is missing or no tree
     */
    ModelContentRO getModelContent(String key) throws InvalidSettingsException;
}
