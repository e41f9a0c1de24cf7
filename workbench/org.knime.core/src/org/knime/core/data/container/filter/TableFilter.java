package org.knime.core.data.container.filter;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.knime.core.data.DataTableSpec;

/** Lets the cells of some columns through when a table is read. Immutable. */
public final class TableFilter {

    private final Set<Integer> columns;

    private TableFilter(Builder builder) {
        columns = builder.columns;
    }

    /**
     * Lets only some columns' cells through; the others read as unmaterialized.
     *
     * @param indices the columns' positions
     * @return the filter
     * @throws IllegalArgumentException if a position is there twice
     */
    public static TableFilter materializeCols(int... indices) {
        return new Builder().withMaterializeColumnIndices(indices).build();
    }

    /**
     * Tells the columns to read.
     *
     * @return their positions, or empty for all
     */
    public Optional<Set<Integer>> getMaterializeColumnIndices() {
        return Optional.ofNullable(columns);
    }

    /**
     * Checks that a table has the columns.
     *
     * @param spec the table's columns
     * @param size the number of its rows
     * @throws IndexOutOfBoundsException if it has not
     */
    public void validate(DataTableSpec spec, long size) {
        if (columns != null) {
            spec.verifyIndices(columns.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /** Makes filters; without further calls everything passes. */
    public static final class Builder {

        private Set<Integer> columns;

        /** Starts with a filter that lets everything through. */
        public Builder() {}

        /**
         * Sets the columns to read.
         *
         * @param indices their positions
         * @return this
         * @throws IllegalArgumentException if a position is there twice
         */
        public Builder withMaterializeColumnIndices(int... indices) {
            Set<Integer> distinct = new LinkedHashSet<>();
            for (int index : Objects.requireNonNull(indices, "indices")) {
                if (!distinct.add(index)) {
                    throw new IllegalArgumentException("Duplicate index: " + index);
                }
            }
            columns = Collections.unmodifiableSet(distinct);
            return this;
        }

        /**
         * Makes the filter.
         *
         * @return the filter
         */
        public TableFilter build() {
            return new TableFilter(this);
        }
    }
}
