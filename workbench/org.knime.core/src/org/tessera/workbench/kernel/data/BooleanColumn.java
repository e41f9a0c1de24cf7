package org.tessera.workbench.kernel.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.v2.ReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.BooleanReadValue;

/** A column of truth values, one bit a row. */
final class BooleanColumn extends Column {

    private final long[][] chunks;

    private BooleanColumn(long[][] chunks, Missing missing, long size) {
        super(missing, size);
        this.chunks = chunks;
    }

    // Reads a value that is not missing.
    boolean get(long row) {
        int offset = Chunks.offset(row);
        return (chunks[Chunks.chunk(row)][offset >> 6] >>> offset & 1) != 0;
    }

    @Override
    DataCell present(long row) {
        return BooleanCell.get(get(row));
    }

    @Override
    ReadValue reader(Position position) {
        return new Reader(this, position);
    }

    private static final class Reader extends NumberView implements BooleanReadValue {

        private final BooleanColumn column;
        private final Position position;

        Reader(BooleanColumn column, Position position) {
            this.column = column;
            this.position = position;
        }

        @Override
        public boolean getBooleanValue() {
            return column.get(position.row);
        }

        @Override
        public int getIntValue() {
            return getBooleanValue() ? 1 : 0;
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
        public DataCell getDataCell() {
            return column.present(position.row);
        }
    }

    /** Collects truth values. */
    static final class Builder extends ColumnBuilder {

        private final List<long[]> full = new ArrayList<>();
        private long[] chunk = new long[1];
        private int fill;

        Builder(DataType type) {
            super(type);
        }

        @Override
        void put(DataValue value) {
            append(((BooleanValue) value).getBooleanValue());
        }

        @Override
        void skip() {
            append(false);
        }

        private void append(boolean value) {
            if (fill == Chunks.ROWS) {
                full.add(chunk);
                chunk = new long[Chunks.ROWS / Long.SIZE];
                fill = 0;
            } else if (fill == chunk.length * Long.SIZE) {
                chunk = Arrays.copyOf(chunk, chunk.length * 2);
            }
            if (value) {
                chunk[fill >> 6] |= 1L << fill;
            }
            fill++;
        }

        @Override
        Column build(Missing gaps, long rows) {
            full.add(chunk);
            return new BooleanColumn(full.toArray(long[][]::new), gaps, rows);
        }
    }
}
