package org.knime.core.data;

import java.util.Comparator;

/**
 * Adapts an order of one value type to cells.
 *
 * @param <V> the value type
 */
final class ValueComparator<V extends DataValue> extends DataValueComparator {

    private final Class<V> type;
    private final Comparator<V> order;

    ValueComparator(Class<V> type, Comparator<V> order) {
        this.type = type;
        this.order = order;
    }

    @Override
    protected int compareDataValues(DataValue v1, DataValue v2) {
        return order.compare(type.cast(v1), type.cast(v2));
    }
}
