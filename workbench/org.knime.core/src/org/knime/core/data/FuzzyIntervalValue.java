package org.knime.core.data;

import java.util.Comparator;

/** A fuzzy interval, ordered by its centre of gravity. A crisp number has all its bounds at its value. */
public interface FuzzyIntervalValue extends DataValue {

    /** Utility of this value type. */
    UtilityFactory UTILITY = new NamedUtility(
            FuzzyIntervalValue.class,
            "Fuzzy interval",
            new ValueComparator<>(
                    FuzzyIntervalValue.class, Comparator.comparingDouble(FuzzyIntervalValue::getCenterOfGravity)));

    /**
     * Reads the lower end of the support.
     *
     * @return the smallest value with membership above 0
     */
    double getMinSupport();

    /**
     * Reads the lower end of the core.
     *
     * @return the smallest value with membership 1
     */
    double getMinCore();

    /**
     * Reads the upper end of the core.
     *
     * @return the largest value with membership 1
     */
    double getMaxCore();

    /**
     * Reads the upper end of the support.
     *
     * @return the largest value with membership above 0
     */
    double getMaxSupport();

    /**
     * Reads the centre of gravity of the membership function.
     *
     * @return the centre
     */
    double getCenterOfGravity();
}
