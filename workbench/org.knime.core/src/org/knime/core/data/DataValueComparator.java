package org.knime.core.data;

import java.util.Comparator;

/** Orders the cells of one column. A missing cell is smaller than every other cell and equal to another missing cell. */
public abstract class DataValueComparator implements Comparator<DataCell> {

    /** Creates a comparator. */
    protected DataValueComparator() {}

    @Override
    public final int compare(DataCell c1, DataCell c2) {
        if (c1.isMissing()) {
            return c2.isMissing() ? 0 : -1;
        }
        return c2.isMissing() ? 1 : compareDataValues(c1, c2);
    }

    /**
     * Compares two values that are not missing.
     *
     * @param v1 one value
     * @param v2 the other value
     * @return negative, zero or positive as {@code v1} is smaller than, equal to or larger than {@code v2}
     */
    protected abstract int compareDataValues(DataValue v1, DataValue v2);
}
