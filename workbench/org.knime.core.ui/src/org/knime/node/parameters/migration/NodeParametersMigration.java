package org.knime.node.parameters.migration;

import java.util.List;

/**
 * Knows the older layouts of a parameter.
 *
 * @param <T> the type of the parameter
 */
public interface NodeParametersMigration<T> {

    /** @return the older layouts; the first whose matcher accepts the settings is used */
    List<ConfigMigration<T>> getConfigMigrations();
}
