package org.knime.core.data.time.localtime;

import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.ExtensibleUtilityFactory;

/** Name and order of {@link LocalTimeValue}s. */
public final class LocalTimeUtility extends ExtensibleUtilityFactory {

    private static final DataValueComparator ORDER = new DataValueComparator() {
        @Override
        protected int compareDataValues(DataValue v1, DataValue v2) {
            return ((LocalTimeValue) v1).getLocalTime().compareTo(((LocalTimeValue) v2).getLocalTime());
        }
    };

    /** Creates the utility. */
    public LocalTimeUtility() {
        super(LocalTimeValue.class);
    }

    @Override
    public String getName() {
        return "Time";
    }

    @Override
    protected DataValueComparator getComparator() {
        return ORDER;
    }
}
