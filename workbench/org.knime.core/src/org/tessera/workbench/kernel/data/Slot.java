package org.tessera.workbench.kernel.data;

import java.util.Objects;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.v2.WriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.BooleanReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.BooleanWriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.DoubleReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.DoubleWriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.IntReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.IntWriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.LongReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.LongWriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.StringReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.StringWriteValue;

/** One value of a row buffer: what writers set and readers see. Setting it ends its being missing. */
abstract class Slot {

    private DataCell missing = DataType.getMissingCell();

    static Slot of(DataType type) {
        Class<? extends DataCell> cell = type.getCellClass();
        if (cell == DoubleCell.class) {
            return new Doubles();
        } else if (cell == IntCell.class) {
            return new Ints();
        } else if (cell == LongCell.class) {
            return new Longs();
        } else if (cell == BooleanCell.class) {
            return new Booleans();
        } else if (cell == StringCell.class) {
            return new Strings();
        }
        return new Cells();
    }

    final void setMissing(DataCell cell) {
        missing = cell;
    }

    final boolean isMissing() {
        return missing != null;
    }

    final DataValue value() {
        return missing != null ? missing : present();
    }

    // Copies a value of this slot's kind that is not missing.
    abstract void copy(DataValue value);

    abstract WriteValue<?> writer();

    abstract DataValue present();

    final void filled() {
        missing = null;
    }

    private static final class Doubles extends Slot {

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

    private static final class Ints extends Slot {

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

    private static final class Longs extends Slot {

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

    private static final class Booleans extends Slot {

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

    private static final class Strings extends Slot {

        private final View view = new View();

        private final class View implements StringReadValue, StringWriteValue {

            private String content;

            @Override
            public String getStringValue() {
                return content;
            }

            @Override
            public void setStringValue(String value) {
                content = Objects.requireNonNull(value, "String value can't be null.");
                filled();
            }

            @Override
            public void setValue(StringValue value) {
                setStringValue(value.getStringValue());
            }

            @Override
            public DataCell getDataCell() {
                return new StringCell(content);
            }

            @Override
            public String toString() {
                return content;
            }
        }

        @Override
        void copy(DataValue value) {
            view.setValue((StringValue) value);
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

    private static final class Cells extends Slot implements WriteValue<DataValue> {

        private DataCell content;

        @Override
        public void setValue(DataValue value) {
            content = value.materializeDataCell();
            filled();
        }

        @Override
        void copy(DataValue value) {
            setValue(value);
        }

        @Override
        WriteValue<?> writer() {
            return this;
        }

        @Override
        DataValue present() {
            return content;
        }
    }
}
