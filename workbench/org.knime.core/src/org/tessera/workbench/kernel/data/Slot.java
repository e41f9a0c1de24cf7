package org.tessera.workbench.kernel.data;

import java.util.Objects;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.v2.WriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.StringReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.StringWriteValue;

/** One value of a row buffer: what writers set and readers see. Setting it ends its being missing. */
abstract class Slot {

    private DataCell missing = DataType.getMissingCell();

    static Slot of(DataType type) {
        Class<? extends DataCell> cell = type.getCellClass();
        if (cell == DoubleCell.class) {
            return new NumberSlots.Doubles();
        } else if (cell == IntCell.class) {
            return new NumberSlots.Ints();
        } else if (cell == LongCell.class) {
            return new NumberSlots.Longs();
        } else if (cell == BooleanCell.class) {
            return new NumberSlots.Booleans();
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
