package org.knime.core.data.container.filter;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.knime.core.data.DataTableSpec;

/** Lets a range of rows and the cells of some columns through when a table is read. Immutable. */
public final class TableFilter {

    private final Set<Integer> columns;
    private final Long from;
    private final Long to;

    private TableFilter(Builder builder) {
        columns = builder.columns;
        from = builder.from;
        to = builder.to;
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
     * Lets only some columns' cells through; the others read as unmaterialized.
     *
     * @param spec the table
     * @param columnNames the columns' names
     * @return the filter
     * @throws IllegalArgumentException if there is no column of one of them or one is there twice
     */
    public static TableFilter materializeCols(DataTableSpec spec, String... columnNames) {
        return materializeCols(spec.columnsToIndices(columnNames));
    }

    /**
     * Leaves out the first rows.
     *
     * @param index the position of the first row to read, from 0
     * @return the filter
     */
    public static TableFilter filterRowsFromIndex(long index) {
        return new Builder().withFromRowIndex(index).build();
    }

    /**
     * Leaves out the last rows.
     *
     * @param index the position of the last row to read, from 0
     * @return the filter
     */
    public static TableFilter filterRowsToIndex(long index) {
        return new Builder().withToRowIndex(index).build();
    }

    /**
     * Leaves out the first and the last rows.
     *
     * @param fromIndex the position of the first row to read, from 0
     * @param toIndex the position of the last row to read, from 0
     * @return the filter
     * @throws IllegalArgumentException if the last row is before the first one
     */
    public static TableFilter filterRangeOfRows(long fromIndex, long toIndex) {
        return new Builder().withFromRowIndex(fromIndex).withToRowIndex(toIndex).build();
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
     * Tells the first row to read.
     *
     * @return its position, or empty for the table's first
     */
    public Optional<Long> getFromRowIndex() {
        return Optional.ofNullable(from);
    }

    /**
     * Tells the last row to read.
     *
     * @return its position, or empty for the table's last
     */
    public Optional<Long> getToRowIndex() {
        return Optional.ofNullable(to);
    }

    /**
     * Checks that a table has the rows and columns.
     *
     * @param spec the table's columns
     * @param size the number of its rows
     * @throws IndexOutOfBoundsException if it has not
     */
    public void validate(DataTableSpec spec, long size) {
        if (to != null && to >= size) {
            throw new IndexOutOfBoundsException("Row index must be smaller than " + size);
        }
        if (columns != null) {
            spec.verifyIndices(columns.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /** Makes filters; without further calls everything passes. */
    public static final class Builder {

        private Set<Integer> columns;
        private Long from;
        private Long to;

        /** Starts with a filter that lets everything through. */
        public Builder() {}

        /**
         * Starts with a copy.
         *
         * @param filter the filter to copy
         */
        public Builder(TableFilter filter) {
            columns = filter.columns;
            from = filter.from;
            to = filter.to;
        }

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
         * Sets the first row to read.
         *
         * @param index its position, from 0
         * @return this
         * @throws IndexOutOfBoundsException if it is negative
         * @throws IllegalArgumentException if it is behind the last row to read
         */
        public Builder withFromRowIndex(long index) {
            check(index, index, to);
            from = index;
            return this;
        }

        /**
         * Sets the last row to read.
         *
         * @param index its position, from 0
         * @return this
         * @throws IndexOutOfBoundsException if it is negative
         * @throws IllegalArgumentException if it is before the first row to read
         */
        public Builder withToRowIndex(long index) {
            check(index, from, index);
            to = index;
            return this;
        }

        private static void check(long index, Long first, Long last) {
            if (index < 0) {
                throw new IndexOutOfBoundsException("Row index must be at least 0.");
            }
            if (first != null && last != null && first > last) {
                throw new IllegalArgumentException(
                        "Row index to filter from cannot be higher than row index to filter to.");
            }
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
