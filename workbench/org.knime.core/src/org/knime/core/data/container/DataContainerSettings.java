package org.knime.core.data.container;

import java.util.OptionalInt;

/** What a container checks and computes. Immutable; made by a {@link Builder}. */
public final class DataContainerSettings {

    /** How many cells a container is asked to keep in memory; this implementation keeps all of them. */
    public static final int MAX_CELLS_IN_MEMORY = 5000;

    /** How many possible values a domain lists; with more they are unknown. */
    public static final int MAX_POSSIBLE_VALUES = 60;

    private static final DataContainerSettings DEFAULT = new DataContainerSettings(new BuilderImpl());

    private final boolean initDomain;
    private final boolean updateDomain;
    private final boolean checkKeys;
    private final int maxValues;
    private final OptionalInt maxCells;

    private DataContainerSettings(BuilderImpl builder) {
        initDomain = builder.initDomain;
        updateDomain = builder.updateDomain;
        checkKeys = builder.checkKeys;
        maxValues = builder.maxValues;
        maxCells = builder.maxCells;
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
         * Sets whether row keys are checked to be different (default).
         *
         * @param enableCheckDuplicateRowKeys whether they are
         * @return this
         */
        Builder withCheckDuplicateRowKeys(boolean enableCheckDuplicateRowKeys);

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
    public sealed interface InternalBuilder extends Builder permits BuilderImpl {

        /**
         * Sets how many possible values a domain lists.
         *
         * @param maxDomainValues the number; with more values they are unknown
         * @return this
         */
        InternalBuilder withMaxDomainValues(int maxDomainValues);

        /**
         * Sets how many cells are to be kept in memory. This implementation keeps all of them.
         *
         * @param maxCellsInMemory the number, negative for the default
         * @return this
         */
        InternalBuilder withMaxCellsInMemory(int maxCellsInMemory);

        @Override
        InternalBuilder withInitializedDomain(boolean initDomain);

        @Override
        InternalBuilder withCheckDuplicateRowKeys(boolean enableCheckDuplicateRowKeys);

        @Override
        InternalBuilder withDomainUpdate(boolean enableDomainUpdate);
    }

    private static final class BuilderImpl implements InternalBuilder {

        private boolean initDomain = true;
        private boolean updateDomain = true;
        private boolean checkKeys = true;
        private int maxValues = MAX_POSSIBLE_VALUES;
        private OptionalInt maxCells = OptionalInt.empty();

        BuilderImpl() {}

        BuilderImpl(DataContainerSettings settings) {
            initDomain = settings.initDomain;
            updateDomain = settings.updateDomain;
            checkKeys = settings.checkKeys;
            maxValues = settings.maxValues;
            maxCells = settings.maxCells;
        }

        @Override
        public BuilderImpl withInitializedDomain(boolean keep) {
            initDomain = keep;
            return this;
        }

        @Override
        public BuilderImpl withCheckDuplicateRowKeys(boolean check) {
            checkKeys = check;
            return this;
        }

        @Override
        public BuilderImpl withDomainUpdate(boolean update) {
            updateDomain = update;
            return this;
        }

        @Override
        public BuilderImpl withMaxDomainValues(int values) {
            if (values < 0) {
                throw new IllegalArgumentException("Maximum possible values must be >= 0 but is " + values);
            }
            maxValues = values;
            return this;
        }

        @Override
        public BuilderImpl withMaxCellsInMemory(int cells) {
            maxCells = cells < 0 ? OptionalInt.empty() : OptionalInt.of(cells);
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
     * @return declared domains kept and extended, keys checked, up to {@link #MAX_POSSIBLE_VALUES} possible values
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
     * Starts with given settings.
     *
     * @param settings the settings to copy
     * @return a new builder
     */
    public static InternalBuilder internalBuilder(DataContainerSettings settings) {
        return new BuilderImpl(settings);
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

    /**
     * Tells whether row keys are checked to be different.
     *
     * @return whether they are
     */
    public boolean isCheckDuplicateRowKeys() {
        return checkKeys;
    }

    /**
     * Tells how many possible values a domain lists.
     *
     * @return the number; with more values they are unknown
     */
    public int getMaxDomainValues() {
        return maxValues;
    }

    /**
     * Tells how many cells are to be kept in memory.
     *
     * @return the number, or empty for the default; this implementation keeps all of them
     */
    public OptionalInt getMaxCellsInMemory() {
        return maxCells;
    }
}
