package org.tessera.workbench.kernel.data;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.MissingValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** Collects the values of one column from the first row to the last. */
abstract class ColumnBuilder implements ColumnWriter {

    private final Missing.Builder missing = new Missing.Builder();
    private final DataType type;
    private long size;

    ColumnBuilder(DataType type) {
        this.type = type;
    }

    // Makes a builder that fits a type: primitive storage for the basic cell classes, objects for all others.
    static ColumnBuilder of(DataType type) {
        Class<? extends DataCell> cell = type.getCellClass();
        if (cell == DoubleCell.class) {
            return new DoubleColumn.Builder(type);
        } else if (cell == IntCell.class) {
            return new IntColumn.Builder(type);
        } else if (cell == LongCell.class) {
            return new LongColumn.Builder(type);
        } else if (cell == BooleanCell.class) {
            return new BooleanColumn.Builder(type);
        } else if (cell == StringCell.class) {
            return new StringColumn.Builder(type);
        }
        return new ObjectColumn.Builder(type);
    }

    final long size() {
        return size;
    }

    // Tells whether a cell may be put into this column.
    final boolean accepts(DataCell cell) {
        return cell.getClass() == type.getCellClass() || cell.isMissing() || type.isASuperTypeOf(cell.getType());
    }

    final DataType type() {
        return type;
    }

    // Appends a cell that this column accepts.
    final void add(DataCell cell) {
        if (cell.isMissing()) {
            addMissing(((MissingValue) cell).getError());
        } else {
            put(cell);
            size++;
        }
    }

    @Override
    public void addInt(int value) {
        throw refused("an integer");
    }

    @Override
    public void addLong(long value) {
        throw refused("a long integer");
    }

    @Override
    public void addDouble(double value) {
        throw refused("a double");
    }

    @Override
    public void addText(String value) {
        throw refused("a text");
    }

    private IllegalStateException refused(String what) {
        return new IllegalStateException("A column of the type " + type + " takes no value given as " + what + ".");
    }

    @Override
    public final void addMissing() {
        addMissing(null);
    }

    // Counts a value that was stored.
    final void counted() {
        size++;
    }

    final void addMissing(String reason) {
        missing.set(size, reason);
        skip();
        size++;
    }

    final Column build() {
        return build(missing.build(), size);
    }

    // Stores a value that is not missing.
    abstract void put(DataValue value);

    /** Stores a filler for a missing value. */
    abstract void skip();

    abstract Column build(Missing gaps, long rows);
}
