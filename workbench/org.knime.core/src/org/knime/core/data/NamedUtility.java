package org.knime.core.data;

/** Utility of a basic value type: name and order. */
final class NamedUtility extends ExtensibleUtilityFactory {

    private final String name;
    private final DataValueComparator comparator;

    NamedUtility(Class<? extends DataValue> valueClass, String name, DataValueComparator comparator) {
        super(valueClass);
        this.name = name;
        this.comparator = comparator;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    protected DataValueComparator getComparator() {
        return comparator;
    }
}
