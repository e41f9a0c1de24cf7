package org.knime.core.data;

import java.util.Comparator;

/** A text. */
public interface StringValue extends DataValue {

    /** Utility of this value type. */
    UtilityFactory UTILITY = new NamedUtility(
            StringValue.class,
            "String",
            new ValueComparator<>(StringValue.class, Comparator.comparing(StringValue::getStringValue)));

    /**
     * Reads the text.
     *
     * @return the value
     */
    String getStringValue();
}
