package org.tessera.workbench.kernel.data;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.ComplexNumberValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.FuzzyIntervalValue;
import org.knime.core.data.FuzzyNumberValue;
import org.knime.core.data.v2.ReadValue;

/** A number that is read or written; everything follows from its value as double. */
abstract class NumberView
        implements DoubleValue, ComplexNumberValue, FuzzyNumberValue, FuzzyIntervalValue, BoundedValue, ReadValue {

    @Override
    public final double getRealValue() {
        return getDoubleValue();
    }

    @Override
    public final double getImaginaryValue() {
        return 0;
    }

    @Override
    public final double getCore() {
        return getDoubleValue();
    }

    @Override
    public final double getCenterOfGravity() {
        return getDoubleValue();
    }

    @Override
    public String toString() {
        return getDataCell().toString();
    }
}
