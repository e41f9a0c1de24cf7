package org.knime.node.parameters.migration;

import java.util.List;

/**
 * A migration that gives one value where the settings have no entry.
 *
 * @param <T> the type of the parameter
 */
@FunctionalInterface
public interface DefaultProvider<T> extends NodeParametersMigration<T> {

    /** @return the value for settings without an entry */
    T getDefault();

    @Override
    default List<ConfigMigration<T>> getConfigMigrations() {
        final ParametersLoader<T> always = settings -> getDefault();
        return List.of(ConfigMigration.builder(always).build());
    }
}
