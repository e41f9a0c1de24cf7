package org.knime.node.parameters.persistence;

import org.knime.core.node.NodeSettingsWO;

/**
 * Writes a parameter to settings.
 *
 * @param <T> the type of the parameter
 */
@FunctionalInterface
public interface ParametersSaver<T> {

    /**
     * @param param the parameter
     * @param nodeSettings the settings to write to
     */
    void save(T param, NodeSettingsWO nodeSettings);
}
