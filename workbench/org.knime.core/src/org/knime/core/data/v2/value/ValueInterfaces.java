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
import org.knime.core.data.v2.WriteValue;

/** The values that cursors read and row buffers write, one pair per basic column type. */
public final class ValueInterfaces {

    private ValueInterfaces() {}

    /** A double that is read. */
    public interface DoubleReadValue
            extends DoubleValue, BoundedValue, ReadValue, ComplexNumberValue, FuzzyNumberValue, FuzzyIntervalValue {}

    /** A double that is written. */
    public interface DoubleWriteValue extends WriteValue<DoubleValue> {

        /**
         * Writes the value.
         *
         * @param value the value
         */
        void setDoubleValue(double value);
    }

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

    /** An int that is written. */
    public interface IntWriteValue extends WriteValue<IntValue> {

        /**
         * Writes the value.
         *
         * @param value the value
         */
        void setIntValue(int value);
    }

    /** A long that is read. */
    public interface LongReadValue
            extends LongValue,
                    DoubleValue,
                    BoundedValue,
                    ReadValue,
                    ComplexNumberValue,
                    FuzzyNumberValue,
                    FuzzyIntervalValue {}

    /** A long that is written. */
    public interface LongWriteValue extends WriteValue<LongValue> {

        /**
         * Writes the value.
         *
         * @param value the value
         */
        void setLongValue(long value);
    }

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

    /** A truth value that is written. */
    public interface BooleanWriteValue extends WriteValue<BooleanValue> {

        /**
         * Writes the value.
         *
         * @param value the value
         */
        void setBooleanValue(boolean value);
    }

    /** A text that is read. */
    public interface StringReadValue extends StringValue, NominalValue, ReadValue {}

    /** A text that is written. */
    public interface StringWriteValue extends WriteValue<StringValue> {

        /**
         * Writes the value.
         *
         * @param value the value
         */
        void setStringValue(String value);
    }
}
