package org.knime.core.data;

import java.util.Comparator;

/** A fuzzy number with a one-valued core, ordered by core. A crisp number has all its bounds at its value. */
public interface FuzzyNumberValue extends DataValue {

    /** Utility of this value type. */
    UtilityFactory UTILITY = new NamedUtility(
            FuzzyNumberValue.class,
            "Fuzzy number",
            new ValueComparator<>(FuzzyNumberValue.class, Comparator.comparingDouble(FuzzyNumberValue::getCore)));

    /**
     * Reads the lower end of the support.
     *
     * @return the smallest value with membership above 0
     */
    double getMinSupport();

    /**
     * Reads the core.
     *
     * @return the value with membership 1
     */
    double getCore();

    /**
     * Reads the upper end of the support.
     *
     * @return the largest value with membership above 0
     */
    double getMaxSupport();
}
