package org.knime.core.data.time.localdatetime;

import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.ExtensibleUtilityFactory;

/** Name and order of {@link LocalDateTimeValue}s. */
public final class LocalDateTimeUtility extends ExtensibleUtilityFactory {

    private static final DataValueComparator ORDER = new DataValueComparator() {
        @Override
        protected int compareDataValues(DataValue v1, DataValue v2) {
            return ((LocalDateTimeValue) v1).getLocalDateTime().compareTo(((LocalDateTimeValue) v2).getLocalDateTime());
        }
    };

    /** Creates the utility. */
    public LocalDateTimeUtility() {
        super(LocalDateTimeValue.class);
    }

    @Override
    public String getName() {
        return "Date&time (Local)";
    }

    @Override
    protected DataValueComparator getComparator() {
        return ORDER;
    }
}
