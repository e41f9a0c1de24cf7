package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.node.dialog.configmapping.ConfigPath;
import org.tessera.workbench.ui.SettingsPaths;

/**
 * One older layout of a parameter: how to recognise it and how to read it.
 *
 * @param <T> the type of the parameter
 */
public final class ConfigMigration<T> {

    private final Collection<ConfigPath> m_deprecatedPaths;
    private final Predicate<NodeSettingsRO> m_matcher;
    private final ParametersLoader<T> m_loader;

    private ConfigMigration(final Builder<T> builder, final Predicate<NodeSettingsRO> matcher) {
        m_deprecatedPaths = List.copyOf(builder.m_deprecatedPaths);
        m_matcher = matcher;
        m_loader = builder.m_loader;
    }

    /**
     * Starts a migration.
     *
     * @param <T> the type of the parameter
     * @param loader reads the older layout
     * @return a builder
     */
    public static <T> Builder<T> builder(final ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    /** @return the reader of the older layout */
    public ParametersLoader<T> getLoader() {
        return m_loader;
    }

    /**
     * @return tells whether settings have the older layout; null if the migration applies to every settings that lack
     *     an entry of the current layout
     */
    Predicate<NodeSettingsRO> matcherOrNull() {
        return m_matcher;
    }

    /** @return tells whether settings have the older layout */
    public Predicate<NodeSettingsRO> getMatcher() {
        return m_matcher;
    }

    /** @return the paths of the older layout that the current one no longer uses */
    public Collection<ConfigPath> getDeprecatedConfigPaths() {
        return m_deprecatedPaths;
    }

    /**
     * Collects the parts of a {@link ConfigMigration}.
     *
     * @param <T> the type of the parameter
     */
    public static final class Builder<T> {

        private final ParametersLoader<T> m_loader;
        private final Collection<ConfigPath> m_deprecatedPaths = new ArrayList<>();
        private Predicate<NodeSettingsRO> m_matcher;

        /** @param loader reads the older layout */
        public Builder(final ParametersLoader<T> loader) {
            m_loader = Objects.requireNonNull(loader, "A migration needs a loader.");
        }

        /**
         * Names a path of the older layout.
         *
         * @param configKeys the keys from the parameter's settings downwards
         * @return this
         */
        public Builder<T> withDeprecatedConfigPath(final String... configKeys) {
            m_deprecatedPaths.add(new ConfigPath(List.of(configKeys)));
            return this;
        }

        /**
         * Sets what recognises the older layout; without it the layout is recognised by all its deprecated paths being
         * there, or, if there are none, by the absence of the current layout's entries.
         *
         * @param matcher accepts settings of the older layout
         * @return this
         */
        public Builder<T> withMatcher(final Predicate<NodeSettingsRO> matcher) {
            m_matcher = matcher;
            return this;
        }

        /** @return the migration */
        public ConfigMigration<T> build() {
            if (m_matcher != null) {
                return new ConfigMigration<>(this, m_matcher);
            }
            if (m_deprecatedPaths.isEmpty()) {
                return new ConfigMigration<>(this, SettingsPaths.CURRENT_LAYOUT_ABSENT);
            }
            final List<ConfigPath> paths = List.copyOf(m_deprecatedPaths);
            return new ConfigMigration<>(
                    this, settings -> paths.stream().allMatch(path -> SettingsPaths.isPresent(settings, path.path())));
        }
    }
}
