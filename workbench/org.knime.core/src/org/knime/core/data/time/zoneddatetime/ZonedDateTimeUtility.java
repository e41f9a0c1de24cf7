package org.knime.core.data.time.zoneddatetime;

import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.ExtensibleUtilityFactory;

/** Name and order of {@link ZonedDateTimeValue}s. */
public final class ZonedDateTimeUtility extends ExtensibleUtilityFactory {

    private static final DataValueComparator ORDER = new DataValueComparator() {
        @Override
        protected int compareDataValues(DataValue v1, DataValue v2) {
            return ((ZonedDateTimeValue) v1).getZonedDateTime().compareTo(((ZonedDateTimeValue) v2).getZonedDateTime());
        }
    };

    /** Creates the utility. */
    public ZonedDateTimeUtility() {
        super(ZonedDateTimeValue.class);
    }

    @Override
    public String getName() {
        return "Date&time (Zoned)";
    }

    @Override
    protected DataValueComparator getComparator() {
        return ORDER;
    }
}
