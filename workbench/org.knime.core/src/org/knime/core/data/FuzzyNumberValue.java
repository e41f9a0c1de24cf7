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
     * Reads the core.
     *
     * @return the value with membership 1
     */
    double getCore();
}
