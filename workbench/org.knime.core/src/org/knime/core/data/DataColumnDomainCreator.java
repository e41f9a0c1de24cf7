package org.knime.core.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes {@link DataColumnDomain}s. Null means unknown for every part. */
public class DataColumnDomainCreator {

    private Set<DataCell> values;
    private DataCell lower;
    private DataCell upper;

    /** Starts with everything unknown. */
    public DataColumnDomainCreator() {}

    /**
     * Starts with a copy.
     *
     * @param copyFrom the domain to copy
     */
    public DataColumnDomainCreator(DataColumnDomain copyFrom) {
        this(copyFrom.getValues(), copyFrom.getLowerBound(), copyFrom.getUpperBound());
    }

    /**
     * Starts with possible values.
     *
     * @param values the possible values, or null
     */
    public DataColumnDomainCreator(Set<? extends DataCell> values) {
        this(values, null, null);
    }

    /**
     * Starts with possible values and bounds.
     *
     * @param values the possible values, or null
     * @param lower the lower bound, or null
     * @param upper the upper bound, or null
     */
    public DataColumnDomainCreator(DataCell[] values, DataCell lower, DataCell upper) {
        this(values == null ? null : new LinkedHashSet<>(Arrays.asList(values)), lower, upper);
    }

    /**
     * Starts with possible values and bounds.
     *
     * @param values the possible values, or null
     * @param lower the lower bound, or null
     * @param upper the upper bound, or null
     */
    public DataColumnDomainCreator(Set<? extends DataCell> values, DataCell lower, DataCell upper) {
        this.values = copy(values);
        this.lower = lower;
        this.upper = upper;
    }

    private static Set<DataCell> copy(Set<? extends DataCell> values) {
        return values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    /**
     * Sets the possible values.
     *
     * @param values the values in the order to keep, or null
     */
    public void setValues(Set<? extends DataCell> values) {
        this.values = copy(values);
    }

    /**
     * Sets the lower bound.
     *
     * @param lower the smallest value, or null
     */
    public void setLowerBound(DataCell lower) {
        this.lower = lower;
    }

    /**
     * Sets the upper bound.
     *
     * @param upper the largest value, or null
     */
    public void setUpperBound(DataCell upper) {
        this.upper = upper;
    }

    /**
     * Makes the domain.
     *
     * @return a new domain
     */
    public DataColumnDomain createDomain() {
        return new DataColumnDomain(lower, upper, values);
    }
}
