package org.knime.core.data;

import java.util.Comparator;

/** A complex number, ordered by real part, then by imaginary part. Every real number is one. */
public interface ComplexNumberValue extends DataValue {

    /** Utility of this value type. */
    UtilityFactory UTILITY = new NamedUtility(
            ComplexNumberValue.class,
            "Complex number",
            new ValueComparator<>(
                    ComplexNumberValue.class,
                    Comparator.comparingDouble(ComplexNumberValue::getRealValue)
                            .thenComparingDouble(ComplexNumberValue::getImaginaryValue)));

    /**
     * Reads the real part.
     *
     * @return the real part
     */
    double getRealValue();

    /**
     * Reads the imaginary part.
     *
     * @return the imaginary part, 0 for a real number
     */
    double getImaginaryValue();
}
