package org.knime.core.data.time.localdate;

import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.ExtensibleUtilityFactory;

/** Name and order of {@link LocalDateValue}s. */
public final class LocalDateUtility extends ExtensibleUtilityFactory {

    private static final DataValueComparator ORDER = new DataValueComparator() {
        @Override
        protected int compareDataValues(DataValue v1, DataValue v2) {
            return ((LocalDateValue) v1).getLocalDate().compareTo(((LocalDateValue) v2).getLocalDate());
        }
    };

    /** Creates the utility. */
    public LocalDateUtility() {
        super(LocalDateValue.class);
    }

    @Override
    public String getName() {
        return "Date";
    }

    @Override
    protected DataValueComparator getComparator() {
        return ORDER;
    }
}
