package org.knime.core.data;

/**
 * What a cell can be read as: the super interface of every value type ({@link DoubleValue}, {@link StringValue}, ...). A
 * {@link DataCell} implements one or more value interfaces; the first one is the preferred one of its {@link DataType}.
 */
public interface DataValue {

    /** Utility of values in general: no comparator of its own. */
    UtilityFactory UTILITY = new UtilityFactory();

    /**
     * Turns this value into a cell that stays valid when the reader it came from moves on.
     *
     * @return a cell with this value's content
     * @throws UnsupportedOperationException if this value cannot be turned into a cell
     */
    default DataCell materializeDataCell() {
        throw new UnsupportedOperationException("A " + getClass().getName() + " cannot be turned into a cell.");
    }

    /** What the kernel knows of a value type besides its methods: how two of its values compare. */
    class UtilityFactory {

        /** Creates the utility of a value type without natural order. */
        protected UtilityFactory() {}

        /**
         * Tells the order of the values of this type.
         *
         * @return the comparator, or null if the values have no order of their own
         */
        protected DataValueComparator getComparator() {
            return null;
        }
    }
}
