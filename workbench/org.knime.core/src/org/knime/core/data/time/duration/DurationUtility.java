package org.knime.core.data.time.duration;

import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.ExtensibleUtilityFactory;

/** Name and order of {@link DurationValue}s. */
public final class DurationUtility extends ExtensibleUtilityFactory {

    private static final DataValueComparator ORDER = new DataValueComparator() {
        @Override
        protected int compareDataValues(DataValue v1, DataValue v2) {
            return ((DurationValue) v1).getDuration().compareTo(((DurationValue) v2).getDuration());
        }
    };

    /** Creates the utility. */
    public DurationUtility() {
        super(DurationValue.class);
    }

    @Override
    public String getName() {
        return "Duration (Time-based)";
    }

    @Override
    protected DataValueComparator getComparator() {
        return ORDER;
    }
}
