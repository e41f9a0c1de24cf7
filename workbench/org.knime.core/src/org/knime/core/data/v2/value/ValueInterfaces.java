package org.knime.core.data.v2.value;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.ComplexNumberValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.FuzzyIntervalValue;
import org.knime.core.data.FuzzyNumberValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.v2.ReadValue;

/** The values that cursors read and row buffers write, one pair per basic column type. */
public final class ValueInterfaces {

    private ValueInterfaces() {}

    /** A double that is read. */
    public interface DoubleReadValue
            extends DoubleValue, BoundedValue, ReadValue, ComplexNumberValue, FuzzyNumberValue, FuzzyIntervalValue {}

    /** An int that is read. */
    public interface IntReadValue
            extends ReadValue,
                    IntValue,
                    DoubleValue,
                    ComplexNumberValue,
                    FuzzyNumberValue,
                    FuzzyIntervalValue,
                    BoundedValue,
                    LongValue {}

    /** A long that is read. */
    public interface LongReadValue
            extends LongValue,
                    DoubleValue,
                    BoundedValue,
                    ReadValue,
                    ComplexNumberValue,
                    FuzzyNumberValue,
                    FuzzyIntervalValue {}

    /** A truth value that is read. */
    public interface BooleanReadValue
            extends BooleanValue,
                    DoubleValue,
                    BoundedValue,
                    LongValue,
                    IntValue,
                    NominalValue,
                    ComplexNumberValue,
                    FuzzyNumberValue,
                    FuzzyIntervalValue,
                    ReadValue {}

    /** A text that is read. */
    public interface StringReadValue extends StringValue, NominalValue, ReadValue {}
}
