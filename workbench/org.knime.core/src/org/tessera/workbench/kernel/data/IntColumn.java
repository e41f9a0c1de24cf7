package org.tessera.workbench.kernel.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.IntValue;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.v2.ReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.IntReadValue;

/** A column of ints, 4 bytes a row. */
final class IntColumn extends Column {

    private final int[][] chunks;

    private IntColumn(int[][] chunks, Missing missing, long size) {
        super(missing, size);
        this.chunks = chunks;
    }

    // Reads a value that is not missing.
    int get(long row) {
        return chunks[Chunks.chunk(row)][Chunks.offset(row)];
    }

    @Override
    DataCell present(long row) {
        return new IntCell(get(row));
    }

    @Override
    DataCell[] bounds(DataValueComparator order) {
        int[] bounds = {Integer.MAX_VALUE, Integer.MIN_VALUE};
        for (int i = 0; i < chunks.length; i++) {
            widen(bounds, chunks[i], Chunks.first(i));
        }
        return missing().count() == size()
                ? new DataCell[2]
                : new DataCell[] {new IntCell(bounds[0]), new IntCell(bounds[1])};
    }

    private void widen(int[] bounds, int[] chunk, long first) {
        int low = bounds[0];
        int high = bounds[1];
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

    private static final class Reader extends NumberView implements IntReadValue {

        private final IntColumn column;
        private final Position position;

        Reader(IntColumn column, Position position) {
            this.column = column;
            this.position = position;
        }

        @Override
        public int getIntValue() {
            return column.get(position.row);
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

    /** Collects ints. */
    static final class Builder extends ColumnBuilder {

        private final List<int[]> full = new ArrayList<>();
        private int[] chunk = new int[0];
        private int fill;

        Builder(DataType type) {
            super(type);
        }

        @Override
        void put(DataValue value) {
            append(((IntValue) value).getIntValue());
        }

        @Override
        void skip() {
            append(0);
        }

        @Override
        public void addInt(int value) {
            append(value);
            counted();
        }

        private void append(int value) {
            if (fill == chunk.length) {
                makeRoom();
            }
            chunk[fill++] = value;
        }

        private void makeRoom() {
            if (fill == Chunks.ROWS) {
                full.add(chunk);
                chunk = new int[Chunks.ROWS];
                fill = 0;
            } else {
                chunk = Arrays.copyOf(chunk, Chunks.grown(fill));
            }
        }

        @Override
        Column build(Missing gaps, long rows) {
            full.add(Arrays.copyOf(chunk, fill));
            return new IntColumn(full.toArray(int[][]::new), gaps, rows);
        }
    }
}
