package org.tessera.workbench.kernel.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.v2.ReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.LongReadValue;

/** A column of longs, 8 bytes a row. */
final class LongColumn extends Column {

    private final long[][] chunks;

    private LongColumn(long[][] chunks, Missing missing, long size) {
        super(missing, size);
        this.chunks = chunks;
    }

    // Reads a value that is not missing.
    long get(long row) {
        return chunks[Chunks.chunk(row)][Chunks.offset(row)];
    }

    @Override
    DataCell present(long row) {
        return new LongCell(get(row));
    }

    @Override
    ReadValue reader(Position position) {
        return new Reader(this, position);
    }

    private static final class Reader extends NumberView implements LongReadValue {

        private final LongColumn column;
        private final Position position;

        Reader(LongColumn column, Position position) {
            this.column = column;
            this.position = position;
        }

        @Override
        public long getLongValue() {
            return column.get(position.row);
        }

        @Override
        public double getDoubleValue() {
            return column.get(position.row);
        }

        @Override
        public DataCell getDataCell() {
            return column.present(position.row);
        }
    }

    /** Collects longs. */
    static final class Builder extends ColumnBuilder {

        private final List<long[]> full = new ArrayList<>();
        private long[] chunk = new long[0];
        private int fill;

        Builder(DataType type) {
            super(type);
        }

        @Override
        boolean fits(DataValue value) {
            return value instanceof LongReadValue;
        }

        @Override
        void put(DataValue value) {
            append(((LongValue) value).getLongValue());
        }

        @Override
        void skip() {
            append(0);
        }

        private void append(long value) {
            if (fill == Chunks.ROWS) {
                full.add(chunk);
                chunk = new long[Chunks.ROWS];
                fill = 0;
            } else if (fill == chunk.length) {
                chunk = Arrays.copyOf(chunk, Chunks.grown(fill));
            }
            chunk[fill++] = value;
        }

        @Override
        Column build(Missing gaps, long rows) {
            full.add(Arrays.copyOf(chunk, fill));
            return new LongColumn(full.toArray(long[][]::new), gaps, rows);
        }
    }
}
