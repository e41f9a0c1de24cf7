package org.tessera.workbench.kernel.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.v2.ReadValue;
import org.knime.core.data.v2.value.ValueInterfaces.StringReadValue;

/** A column of texts: one or two bytes a row while there are few different ones, else UTF-8 and four bytes a row. */
final class StringColumn extends Column {

    private final StringChunk[] chunks;

    private StringColumn(StringChunk[] chunks, Missing missing, long size) {
        super(missing, size);
        this.chunks = chunks;
    }

    // Reads a value that is not missing.
    String get(long row) {
        return chunks[Chunks.chunk(row)].get(Chunks.offset(row));
    }

    // Gives a number that stands for the text, from 0 and below the limit of dictionaries, or -1 if there is none.
    int code(long row) {
        return chunks[Chunks.chunk(row)].code(Chunks.offset(row));
    }

    @Override
    DataCell present(long row) {
        return new StringCell(get(row));
    }

    @Override
    ReadValue reader(Position position) {
        return new Reader(this, position);
    }

    private static final class Reader implements StringReadValue {

        private final StringColumn column;
        private final Position position;

        Reader(StringColumn column, Position position) {
            this.column = column;
            this.position = position;
        }

        @Override
        public String getStringValue() {
            return column.get(position.row);
        }

        @Override
        public DataCell getDataCell() {
            return column.present(position.row);
        }

        @Override
        public String toString() {
            return getStringValue();
        }
    }

    /** Collects texts. */
    static final class Builder extends ColumnBuilder {

        private final List<StringChunk> full = new ArrayList<>();
        private final StringDictionary dictionary = new StringDictionary();
        private String[] chunk = new String[0];
        private int fill;

        Builder(DataType type) {
            super(type);
        }

        @Override
        void put(DataValue value) {
            append(((StringValue) value).getStringValue());
        }

        @Override
        void skip() {
            append(null);
        }

        @Override
        public void addText(String value) {
            append(Objects.requireNonNull(value, "String value can't be null."));
            counted();
        }

        private void append(String value) {
            if (fill == chunk.length) {
                makeRoom();
            }
            chunk[fill++] = value;
        }

        private void makeRoom() {
            if (fill == Chunks.ROWS) {
                full.add(encoded());
                fill = 0;
            } else {
                chunk = Arrays.copyOf(chunk, Chunks.grown(fill));
            }
        }

        private StringChunk encoded() {
            StringChunk coded = StringChunk.coded(chunk, fill, dictionary);
            return coded == null ? StringChunk.plain(chunk, fill) : coded;
        }

        @Override
        Column build(Missing gaps, long rows) {
            full.add(encoded());
            dictionary.seal();
            return new StringColumn(full.toArray(StringChunk[]::new), gaps, rows);
        }
    }
}
