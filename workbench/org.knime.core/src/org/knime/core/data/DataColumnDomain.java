package org.knime.core.data;

import java.util.Objects;
import java.util.Set;

/**
 * What is known of a column's content: its possible values, its smallest and its largest value. Each may be unknown. Made
 * by a {@link DataColumnDomainCreator}.
 */
public final class DataColumnDomain {

    private final DataCell lower;
    private final DataCell upper;
    private final Set<DataCell> values;

    DataColumnDomain(DataCell lower, DataCell upper, Set<DataCell> values) {
        this.lower = lower;
        this.upper = upper;
        this.values = values;
    }

    /**
     * Gives the possible values.
     *
     * @return an unmodifiable set in the order the values were found or declared, or null if unknown
     */
    public Set<DataCell> getValues() {
        return values;
    }

    /**
     * Tells whether the possible values are known.
     *
     * @return whether they are; there may be none
     */
    public boolean hasValues() {
        return values != null;
    }

    /**
     * Gives the lower bound.
     *
     * @return the smallest value, or null if unknown
     */
    public DataCell getLowerBound() {
        return lower;
    }

    /**
     * Tells whether the lower bound is known.
     *
     * @return whether it is
     */
    public boolean hasLowerBound() {
        return lower != null;
    }

    /**
     * Gives the upper bound.
     *
     * @return the largest value, or null if unknown
     */
    public DataCell getUpperBound() {
        return upper;
    }

    /**
     * Tells whether the upper bound is known.
     *
     * @return whether it is
     */
    public boolean hasUpperBound() {
        return upper != null;
    }

    @Override
    public boolean equals(Object obj) {
        return obj == this
                || obj instanceof DataColumnDomain other
                        && Objects.equals(lower, other.lower)
                        && Objects.equals(upper, other.upper)
                        && Objects.equals(values, other.values);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(lower) ^ Objects.hashCode(upper) ^ Objects.hashCode(values);
    }

    @Override
    public String toString() {
        return "lower=" + lower + ",upper=" + upper + ",values=" + values;
    }
}
