package org.knime.core.data;

import java.util.Comparator;

/** A 32 bit integer. */
public interface IntValue extends DataValue {

    /** Utility of this value type. */
    UtilityFactory UTILITY = new NamedUtility(
            IntValue.class,
            "Number (Integer)",
            new ValueComparator<>(IntValue.class, Comparator.comparingInt(IntValue::getIntValue)));

    /**
     * Reads this number as int.
     *
     * @return the value
     */
    int getIntValue();
}
