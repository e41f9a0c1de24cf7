package org.tessera.workbench.kernel.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.v2.ReadValue;

/** A column of cells kept as they are: images, dates and everything that is no basic type. */
final class ObjectColumn extends Column {

    private final DataCell[][] chunks;

    private ObjectColumn(DataCell[][] chunks, Missing missing, long size) {
        super(missing, size);
        this.chunks = chunks;
    }

    @Override
    DataCell present(long row) {
        return chunks[Chunks.chunk(row)][Chunks.offset(row)];
    }

    /** Gives null: the cells are values themselves. */
    @Override
    ReadValue reader(Position position) {
        return null;
    }

    /** Collects cells. */
    static final class Builder extends ColumnBuilder {

        private final List<DataCell[]> full = new ArrayList<>();
        private DataCell[] chunk = new DataCell[0];
        private int fill;

        Builder(DataType type) {
            super(type);
        }

        @Override
        void put(DataValue value) {
            append(value.materializeDataCell());
        }

        /** Takes the text of a date or time, as {@link TimeCell} writes it. */
        @Override
        public void addText(String value) {
            put(TimeCell.parse(type().getCellClass().getSimpleName(), value));
            counted();
        }

        @Override
        void skip() {
            append(null);
        }

        private void append(DataCell value) {
            if (fill == Chunks.ROWS) {
                full.add(chunk);
                chunk = new DataCell[Chunks.ROWS];
                fill = 0;
            } else if (fill == chunk.length) {
                chunk = Arrays.copyOf(chunk, Chunks.grown(fill));
            }
            chunk[fill++] = value;
        }

        @Override
        Column build(Missing gaps, long rows) {
            full.add(Arrays.copyOf(chunk, fill));
            return new ObjectColumn(full.toArray(DataCell[][]::new), gaps, rows);
        }
    }
}
