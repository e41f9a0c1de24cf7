package org.tessera.workbench.kernel.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.v2.ReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.DoubleReadValue;

/** A column of doubles, 8 bytes a row. */
final class DoubleColumn extends Column {

    private final double[][] chunks;

    private DoubleColumn(double[][] chunks, Missing missing, long size) {
        super(missing, size);
        this.chunks = chunks;
    }

    // Reads a value that is not missing.
    double get(long row) {
        return chunks[Chunks.chunk(row)][Chunks.offset(row)];
    }

    @Override
    DataCell present(long row) {
        return new DoubleCell(get(row));
    }

    @Override
    DataCell[] bounds(DataValueComparator order) {
        double[] bounds = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < chunks.length; i++) {
            widen(bounds, chunks[i], Chunks.first(i));
        }
        return bounds[0] > bounds[1]
                ? new DataCell[2]
                : new DataCell[] {new DoubleCell(bounds[0]), new DoubleCell(bounds[1])};
    }

    private void widen(double[] bounds, double[] chunk, long first) {
        double low = bounds[0];
        double high = bounds[1];
        boolean whole = missing().noneIn(first);
        for (int i = 0; i < chunk.length; i++) {
            double value = chunk[i];
            if (!Double.isNaN(value) && (whole || !isMissing(first + i))) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        bounds[0] = low;
        bounds[1] = high;
    }

    @Override
    ReadValue reader(Position position) {
        return new Reader(this, position);
    }

    private static final class Reader extends NumberView implements DoubleReadValue {

        private final DoubleColumn column;
        private final Position position;

        Reader(DoubleColumn column, Position position) {
            this.column = column;
            this.position = position;
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

    /** Collects doubles. */
    static final class Builder extends ColumnBuilder {

        private final List<double[]> full = new ArrayList<>();
        private double[] chunk = new double[0];
        private int fill;

        Builder(DataType type) {
            super(type);
        }

        @Override
        void put(DataValue value) {
            append(((DoubleValue) value).getDoubleValue());
        }

        @Override
        void skip() {
            append(0);
        }

        @Override
        public void addDouble(double value) {
            append(value);
            counted();
        }

        private void append(double value) {
            if (fill == chunk.length) {
                makeRoom();
            }
            chunk[fill++] = value;
        }

        private void makeRoom() {
            if (fill == Chunks.ROWS) {
                full.add(chunk);
                chunk = new double[Chunks.ROWS];
                fill = 0;
            } else {
                chunk = Arrays.copyOf(chunk, Chunks.grown(fill));
            }
        }

        @Override
        Column build(Missing gaps, long rows) {
            full.add(Arrays.copyOf(chunk, fill));
            return new DoubleColumn(full.toArray(double[][]::new), gaps, rows);
        }
    }
}
