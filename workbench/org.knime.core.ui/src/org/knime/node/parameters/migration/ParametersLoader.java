package org.knime.node.parameters.migration;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * Reads a parameter from settings.
 *
 * @param <T> the type of the parameter
 */
@FunctionalInterface
public interface ParametersLoader<T> {

    /**
     * @param settings the settings the parameter is stored in
     * @return the parameter
     * @throws InvalidSettingsException if it cannot be read
     */
    T load(NodeSettingsRO settings) throws InvalidSettingsException;
}
