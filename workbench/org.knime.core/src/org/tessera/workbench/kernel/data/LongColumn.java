package org.tessera.workbench.kernel.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
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
    DataCell[] bounds(DataValueComparator order) {
        long[] bounds = {Long.MAX_VALUE, Long.MIN_VALUE};
        for (int i = 0; i < chunks.length; i++) {
            widen(bounds, chunks[i], Chunks.first(i));
        }
        return missing().count() == size()
                ? new DataCell[2]
                : new DataCell[] {new LongCell(bounds[0]), new LongCell(bounds[1])};
    }

    private void widen(long[] bounds, long[] chunk, long first) {
        long low = bounds[0];
        long high = bounds[1];
        boolean whole = missing().noneIn(first);
        for (int i = 0; i < chunk.length; i++) {
            if (whole || !isMissing(first + i)) {
                low = Math.min(low, chunk[i]);
                high = Math.max(high, chunk[i]);
            }
        }
        bounds[0] = low;
        bounds[1] = high;
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
        void put(DataValue value) {
            append(((LongValue) value).getLongValue());
        }

        @Override
        void skip() {
            append(0);
        }

        @Override
        public void addLong(long value) {
            append(value);
            counted();
        }

        private void append(long value) {
            if (fill == chunk.length) {
                makeRoom();
            }
            chunk[fill++] = value;
        }

        private void makeRoom() {
            if (fill == Chunks.ROWS) {
                full.add(chunk);
                chunk = new long[Chunks.ROWS];
                fill = 0;
            } else {
                chunk = Arrays.copyOf(chunk, Chunks.grown(fill));
            }
        }

        @Override
        Column build(Missing gaps, long rows) {
            full.add(Arrays.copyOf(chunk, fill));
            return new LongColumn(full.toArray(long[][]::new), gaps, rows);
        }
    }
}
