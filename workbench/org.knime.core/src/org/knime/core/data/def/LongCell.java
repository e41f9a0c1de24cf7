package org.knime.core.data.def;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.ComplexNumberValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.FuzzyIntervalValue;
import org.knime.core.data.FuzzyNumberValue;
import org.knime.core.data.LongValue;

/** A cell of a long, which can be read as double too. */
public class LongCell extends DataCell
        implements LongValue, DoubleValue, ComplexNumberValue, FuzzyNumberValue, FuzzyIntervalValue, BoundedValue {

    /** The type of this cell. */
    public static final DataType TYPE = DataType.getType(LongCell.class);

    private static final long serialVersionUID = 1;

    private final long value;

    /**
     * Creates a cell.
     *
     * @param l the value
     */
    public LongCell(long l) {
        value = l;
    }

    @Override
    public long getLongValue() {
        return value;
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
        return ((LongCell) dc).value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }

    /** Creates cells of this class from text and numbers. */
    public static final class LongCellFactory
            implements DataCellFactory.FromSimpleString, DataCellFactory.FromComplexString {

        /** The type of the cells. */
        public static final DataType TYPE = LongCell.TYPE;

        /** Creates a factory. */
        public LongCellFactory() {}

        /**
         * Creates a cell.
         *
         * @param i the value
         * @return the cell
         */
        public static DataCell create(int i) {
            return new LongCell(i);
        }

        /**
         * Creates a cell.
         *
         * @param l the value
         * @return the cell
         */
        public static DataCell create(long l) {
            return new LongCell(l);
        }

        /**
         * Creates a cell.
         *
         * @param s the number as text, in the syntax of {@link Long#parseLong(String)}
         * @return the cell, missing for a blank text
         * @throws NumberFormatException if the text is no such number
         */
        public static DataCell create(String s) {
            String text = s.strip();
            return text.isEmpty() ? DataType.getMissingCell() : new LongCell(Long.parseLong(text));
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
