package org.knime.core.data;

import java.util.Comparator;

/** A fuzzy interval, ordered by its center of gravity. A crisp number has all its bounds at its value. */
public interface FuzzyIntervalValue extends DataValue {

    /** Utility of this value type. */
    UtilityFactory UTILITY = new NamedUtility(
            FuzzyIntervalValue.class,
            "Fuzzy interval",
            new ValueComparator<>(
                    FuzzyIntervalValue.class, Comparator.comparingDouble(FuzzyIntervalValue::getCenterOfGravity)));

    /**
     * Reads the center of gravity of the membership function.
     *
     * @return the center
     */
    double getCenterOfGravity();
}
