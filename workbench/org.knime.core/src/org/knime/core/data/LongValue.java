package org.knime.core.data;

import java.util.Comparator;

/** A 64 bit integer. */
public interface LongValue extends DataValue {

    /** Utility of this value type. */
    UtilityFactory UTILITY = new NamedUtility(
            LongValue.class,
            "Number (Long Integer)",
            new ValueComparator<>(LongValue.class, Comparator.comparingLong(LongValue::getLongValue)));

    /**
     * Reads this number as long.
     *
     * @return the value
     */
    long getLongValue();
}
