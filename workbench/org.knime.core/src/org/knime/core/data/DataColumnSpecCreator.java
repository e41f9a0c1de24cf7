package org.knime.core.data;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes {@link DataColumnSpec}s. */
public final class DataColumnSpecCreator {

    private static final AtomicInteger EMPTY_NAMES = new AtomicInteger();

    String name;
    DataType type;
    DataColumnDomain domain;
    DataColumnProperties properties;
    List<String> elementNames;

    /** What may differ between columns that are merged. */
    public enum MergeOptions {
        /** The types; the result has their common super type. */
        ALLOW_VARYING_TYPES,
        /** The element names; those of the first column are kept. */
        ALLOW_VARYING_ELEMENT_NAMES
    }

    /**
     * Starts with an empty domain and no properties.
     *
     * @param name the name, see {@link #setName}
     * @param type the type
     */
    public DataColumnSpecCreator(String name, DataType type) {
        setName(name);
        setType(type);
        setDomain(null);
        setProperties(null);
        setElementNames(null);
    }

    /**
     * Starts with a copy.
     *
     * @param cspec the column to copy
     */
    public DataColumnSpecCreator(DataColumnSpec cspec) {
        name = cspec.getName();
        type = cspec.getType();
        domain = cspec.getDomain();
        properties = cspec.getProperties();
        elementNames = cspec.getElementNames();
    }

    /**
     * Sets the name. Blanks at the ends are cut; a blank name becomes "&lt;empty_N&gt;", N counting up.
     *
     * @param name the name
     * @throws NullPointerException if it is null
     */
    public void setName(String name) {
        String trimmed = Objects.requireNonNull(name, "Name of DataColumnSpec must not be null!")
                .trim();
        this.name = trimmed.isEmpty() ? "<empty_" + EMPTY_NAMES.incrementAndGet() + ">" : trimmed;
    }

    /**
     * Sets the type.
     *
     * @param type the type
     * @throws NullPointerException if it is null
     */
    public void setType(DataType type) {
        this.type = Objects.requireNonNull(type, "Type of DataColumnSpec must not be null!");
    }

    /**
     * Gives the type.
     *
     * @return the type as it is now
     */
    public DataType getType() {
        return type;
    }

    /**
     * Sets the domain.
     *
     * @param domain the domain; null for one of which nothing is known
     */
    public void setDomain(DataColumnDomain domain) {
        this.domain = domain == null ? new DataColumnDomain(null, null, null) : domain;
    }

    /**
     * Sets the properties.
     *
     * @param props the properties; null for none
     */
    public void setProperties(DataColumnProperties props) {
        properties = props == null ? new DataColumnProperties() : props;
    }

    /**
     * Sets the names of the elements of a vector or collection column.
     *
     * @param elNames the names; null for none
     */
    public void setElementNames(String[] elNames) {
        elementNames = elNames == null ? List.of() : List.of(elNames);
    }

    /**
     * Merges a column of the same name and type into this one.
     *
     * @param cspec2 the column to merge
     * @throws IllegalArgumentException if name, type or element names differ
     * @see #merge(DataColumnSpec, Set)
     */
    public void merge(DataColumnSpec cspec2) {
        merge(cspec2, EnumSet.noneOf(MergeOptions.class));
    }

    /**
     * Merges a column of the same name into this one: the domain is extended so that it covers both columns and unknown
     * where it is unknown in one of them; properties are kept where they are equal.
     *
     * @param cspec2 the column to merge
     * @param options what may differ
     * @throws IllegalArgumentException if something else differs
     */
    public void merge(DataColumnSpec cspec2, Set<MergeOptions> options) {
        boolean varyingTypes = options.contains(MergeOptions.ALLOW_VARYING_TYPES);
        if (!name.equals(cspec2.getName()) || !varyingTypes && !type.equals(cspec2.getType())) {
            throw new IllegalArgumentException(
                    "Structures of DataColumnSpecs do not match: " + name + " (" + type + ") and " + cspec2 + ".");
        }
        if (!options.contains(MergeOptions.ALLOW_VARYING_ELEMENT_NAMES)
                && !elementNames.equals(cspec2.getElementNames())) {
            throw new IllegalArgumentException("Element names are not equal");
        }
        type = DataType.getCommonSuperType(type, cspec2.getType());
        mergeDomain(cspec2.getDomain());
        mergeProperties(cspec2.getProperties());
    }

    private void mergeDomain(DataColumnDomain other) {
        Set<DataCell> values = null;
        if (domain.hasValues() && other.hasValues()) {
            values = new LinkedHashSet<>(domain.getValues());
            values.addAll(other.getValues());
        }
        DataValueComparator order = type.getComparator();
        DataCell lower = bound(domain.getLowerBound(), other.getLowerBound(), order, 1);
        DataCell upper = bound(domain.getUpperBound(), other.getUpperBound(), order, -1);
        domain = new DataColumnDomainCreator(values, lower, upper).createDomain();
    }

    private static DataCell bound(DataCell own, DataCell other, DataValueComparator order, int sign) {
        if (own == null || other == null) {
            return null;
        }
        return sign * order.compare(own, other) > 0 ? other : own;
    }

    private void mergeProperties(DataColumnProperties other) {
        Map<String, String> shared = new LinkedHashMap<>();
        properties.properties().asIterator().forEachRemaining(key -> {
            String value = properties.getProperty(key);
            if (value != null && value.equals(other.getProperty(key))) {
                shared.put(key, value);
            }
        });
        properties = new DataColumnProperties(shared);
    }

    /**
     * Makes the column spec.
     *
     * @return a new spec
     */
    public DataColumnSpec createSpec() {
        return new DataColumnSpec(this);
    }
}
