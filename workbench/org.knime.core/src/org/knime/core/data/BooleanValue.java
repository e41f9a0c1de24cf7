package org.knime.core.data;

/** True or false; false is the smaller one. */
public interface BooleanValue extends DataValue {

    /** Utility of this value type. */
    UtilityFactory UTILITY = new NamedUtility(
            BooleanValue.class,
            "Boolean",
            new ValueComparator<>(
                    BooleanValue.class, (a, b) -> Boolean.compare(a.getBooleanValue(), b.getBooleanValue())));

    /**
     * Reads the truth value.
     *
     * @return the value
     */
    boolean getBooleanValue();
}
