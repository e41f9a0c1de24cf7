package org.tessera.workbench.kernel.data;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.v2.WriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.BooleanReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.BooleanWriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.DoubleReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.DoubleWriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.IntReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.IntWriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.LongReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.LongWriteValue;

/** The slots of numbers and truth values. */
final class NumberSlots {

    private NumberSlots() {}

    static final class Doubles extends Slot {

        private final View view = new View();

        private final class View extends NumberView implements DoubleReadValue, DoubleWriteValue {

            private double content;

            @Override
            public double getDoubleValue() {
                return content;
            }

            @Override
            public void setDoubleValue(double value) {
                content = value;
                filled();
            }

            @Override
            public void setValue(DoubleValue value) {
                setDoubleValue(value.getDoubleValue());
            }

            @Override
            public DataCell getDataCell() {
                return new DoubleCell(content);
            }
        }

        @Override
        void copy(DataValue value) {
            view.setValue((DoubleValue) value);
        }

        @Override
        WriteValue<?> writer() {
            return view;
        }

        @Override
        DataValue present() {
            return view;
        }
    }

    static final class Ints extends Slot {

        private final View view = new View();

        private final class View extends NumberView implements IntReadValue, IntWriteValue {

            private int content;

            @Override
            public int getIntValue() {
                return content;
            }

            @Override
            public long getLongValue() {
                return content;
            }

            @Override
            public double getDoubleValue() {
                return content;
            }

            @Override
            public void setIntValue(int value) {
                content = value;
                filled();
            }

            @Override
            public void setValue(IntValue value) {
                setIntValue(value.getIntValue());
            }

            @Override
            public DataCell getDataCell() {
                return new IntCell(content);
            }
        }

        @Override
        void copy(DataValue value) {
            view.setValue((IntValue) value);
        }

        @Override
        WriteValue<?> writer() {
            return view;
        }

        @Override
        DataValue present() {
            return view;
        }
    }

    static final class Longs extends Slot {

        private final View view = new View();

        private final class View extends NumberView implements LongReadValue, LongWriteValue {

            private long content;

            @Override
            public long getLongValue() {
                return content;
            }

            @Override
            public double getDoubleValue() {
                return content;
            }

            @Override
            public void setLongValue(long value) {
                content = value;
                filled();
            }

            @Override
            public void setValue(LongValue value) {
                setLongValue(value.getLongValue());
            }

            @Override
            public DataCell getDataCell() {
                return new LongCell(content);
            }
        }

        @Override
        void copy(DataValue value) {
            view.setValue((LongValue) value);
        }

        @Override
        WriteValue<?> writer() {
            return view;
        }

        @Override
        DataValue present() {
            return view;
        }
    }

    static final class Booleans extends Slot {

        private final View view = new View();

        private final class View extends NumberView implements BooleanReadValue, BooleanWriteValue {

            private boolean content;

            @Override
            public boolean getBooleanValue() {
                return content;
            }

            @Override
            public int getIntValue() {
                return content ? 1 : 0;
            }

            @Override
            public long getLongValue() {
                return getIntValue();
            }

            @Override
            public double getDoubleValue() {
                return getIntValue();
            }

            @Override
            public void setBooleanValue(boolean value) {
                content = value;
                filled();
            }

            @Override
            public void setValue(BooleanValue value) {
                setBooleanValue(value.getBooleanValue());
            }

            @Override
            public DataCell getDataCell() {
                return BooleanCell.get(content);
            }
        }

        @Override
        void copy(DataValue value) {
            view.setValue((BooleanValue) value);
        }

        @Override
        WriteValue<?> writer() {
            return view;
        }

        @Override
        DataValue present() {
            return view;
        }
    }
}
