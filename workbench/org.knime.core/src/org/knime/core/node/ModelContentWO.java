package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** Write access to a model's content. */
public interface ModelContentWO extends ConfigWO {
    /**
     * Adds an empty nested tree.
     *
     * @param key its key, not null
     * @return the nested tree
     */
    ModelContentWO addModelContent(String key);
}
