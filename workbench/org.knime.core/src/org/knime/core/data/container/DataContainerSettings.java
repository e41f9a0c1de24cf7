package org.knime.core.data.container;

/** What a container checks and computes. Immutable; made by a {@link Builder}. */
public final class DataContainerSettings {

    /** How many possible values a domain lists; with more they are unknown. */
    public static final int MAX_POSSIBLE_VALUES = 60;

    private static final DataContainerSettings DEFAULT = new DataContainerSettings(new BuilderImpl());

    private final boolean initDomain;
    private final boolean updateDomain;

    private DataContainerSettings(BuilderImpl builder) {
        initDomain = builder.initDomain;
        updateDomain = builder.updateDomain;
    }

    /** Changes the settings that nodes change. */
    public sealed interface Builder permits InternalBuilder {

        /**
         * Sets whether the domains start as they are declared in the spec (default) or empty.
         *
         * @param initDomain whether declared domains are kept and extended
         * @return this
         */
        Builder withInitializedDomain(boolean initDomain);

        /**
         * Sets whether domains are computed from the rows (default).
         *
         * @param enableDomainUpdate whether they are
         * @return this
         */
        Builder withDomainUpdate(boolean enableDomainUpdate);

        /**
         * Makes the settings.
         *
         * @return the settings
         */
        DataContainerSettings build();
    }

    /** Changes the settings that are rarely changed too. */
    public sealed interface InternalBuilder extends Builder permits BuilderImpl {}

    private static final class BuilderImpl implements InternalBuilder {

        private boolean initDomain = true;
        private boolean updateDomain = true;

        BuilderImpl() {}

        @Override
        public BuilderImpl withInitializedDomain(boolean keep) {
            initDomain = keep;
            return this;
        }

        @Override
        public BuilderImpl withDomainUpdate(boolean update) {
            updateDomain = update;
            return this;
        }

        @Override
        public DataContainerSettings build() {
            return new DataContainerSettings(this);
        }
    }

    /**
     * Gives the default settings.
     *
     * @return declared domains kept and extended by the rows
     */
    public static DataContainerSettings getDefault() {
        return DEFAULT;
    }

    /**
     * Starts with the default settings.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return internalBuilder();
    }

    /**
     * Starts with the default settings.
     *
     * @return a new builder
     */
    public static InternalBuilder internalBuilder() {
        return new BuilderImpl();
    }

    /**
     * Tells whether declared domains are kept and extended.
     *
     * @return whether they are
     */
    public boolean isInitializeDomain() {
        return initDomain;
    }

    /**
     * Tells whether domains are computed from the rows.
     *
     * @return whether they are
     */
    public boolean isEnableDomainUpdate() {
        return updateDomain;
    }
}
