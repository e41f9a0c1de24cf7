package org.knime.core.data;

import java.util.Comparator;

/** A number that is read as double; it may be NaN or infinite. */
public interface DoubleValue extends DataValue {

    /** Utility of this value type. */
    UtilityFactory UTILITY = new NamedUtility(
            DoubleValue.class,
            "Number (Float)",
            new ValueComparator<>(DoubleValue.class, Comparator.comparingDouble(DoubleValue::getDoubleValue)));

    /**
     * Reads this number as double.
     *
     * @return the value
     */
    double getDoubleValue();
}
