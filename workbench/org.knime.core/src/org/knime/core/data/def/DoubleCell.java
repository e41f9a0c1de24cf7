package org.knime.core.data.def;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.ComplexNumberValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.FuzzyIntervalValue;
import org.knime.core.data.FuzzyNumberValue;

/** A cell of a double. Two are equal if their bits are, NaN being equal to NaN and 0.0 not to -0.0. */
public final class DoubleCell extends DataCell
        implements DoubleValue, ComplexNumberValue, FuzzyNumberValue, FuzzyIntervalValue, BoundedValue {

    /** The type of this cell. */
    public static final DataType TYPE = DataType.getType(DoubleCell.class);

    private static final long serialVersionUID = 1;

    private final double value;

    /**
     * Creates a cell.
     *
     * @param d the value
     */
    public DoubleCell(double d) {
        value = d;
    }

    @Override
    public double getDoubleValue() {
        return value;
    }

    @Override
    public double getCore() {
        return value;
    }

    @Override
    public double getMinSupport() {
        return value;
    }

    @Override
    public double getMaxSupport() {
        return value;
    }

    @Override
    public double getMinCore() {
        return value;
    }

    @Override
    public double getMaxCore() {
        return value;
    }

    @Override
    public double getCenterOfGravity() {
        return value;
    }

    @Override
    public double getRealValue() {
        return value;
    }

    @Override
    public double getImaginaryValue() {
        return 0;
    }

    @Override
    protected boolean equalsDataCell(DataCell dc) {
        return Double.doubleToLongBits(((DoubleCell) dc).value) == Double.doubleToLongBits(value);
    }

    @Override
    public int hashCode() {
        return Double.hashCode(value);
    }

    @Override
    public String toString() {
        return Double.toString(value);
    }

    /** Creates cells of this class from text and numbers. */
    public static final class DoubleCellFactory
            implements DataCellFactory.FromSimpleString, DataCellFactory.FromComplexString {

        /** The type of the cells. */
        public static final DataType TYPE = DoubleCell.TYPE;

        /** Creates a factory. */
        public DoubleCellFactory() {}

        /**
         * Creates a cell.
         *
         * @param d the value
         * @return the cell
         */
        public static DataCell create(double d) {
            return new DoubleCell(d);
        }

        /**
         * Creates a cell.
         *
         * @param f the value, taken as its shortest decimal text
         * @return the cell
         */
        public static DataCell create(float f) {
            return new DoubleCell(Double.parseDouble(Float.toString(f)));
        }

        /**
         * Creates a cell.
         *
         * @param i the value
         * @return the cell
         */
        public static DataCell create(int i) {
            return new DoubleCell(i);
        }

        /**
         * Creates a cell.
         *
         * @param l the value, rounded where a double is too coarse
         * @return the cell
         */
        public static DataCell create(long l) {
            return new DoubleCell(l);
        }

        /**
         * Creates a cell.
         *
         * @param s the number as text, in the syntax of {@link Double#parseDouble}
         * @return the cell, missing for a blank text
         * @throws NumberFormatException if the text is no such number
         */
        public static DataCell create(String s) {
            String text = s.strip();
            return text.isEmpty() ? DataType.getMissingCell() : new DoubleCell(Double.parseDouble(text));
        }

        @Override
        public DataCell createCell(String input) {
            return create(input);
        }

        @Override
        public DataType getDataType() {
            return TYPE;
        }
    }
}
