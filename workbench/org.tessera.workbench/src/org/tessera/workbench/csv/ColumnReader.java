package org.tessera.workbench.csv;

import org.tessera.workbench.kernel.data.ColumnWriter;

/** Reads the values of one column as its type into a column of a table. */
final class ColumnReader {
    private final String name;
    private final int index;
    private final CsvType type;
    private final CsvNumbers numbers;
    private final ColumnWriter column;
    private final TextCache texts = new TextCache();

    ColumnReader(CsvSpec spec, int index, CsvNumbers numbers, ColumnWriter column) {
        this.name = spec.names().get(index);
        this.index = index;
        this.type = spec.types().get(index);
        this.numbers = numbers;
        this.column = column;
    }

    void addMissing() {
        column.addMissing();
    }

    /** Reads a value of a row, given where it is. */
    void add(CsvRow row, int from, int to) throws CsvException {
        char[] characters = row.characters();
        if (!numbers.read(type, characters, from, to)) {
            throw mismatch(row.line(), new String(characters, from, to - from));
        }
        switch (type) {
            case INT -> column.addInt((int) numbers.longValue());
            case LONG -> column.addLong(numbers.longValue());
            case DOUBLE -> column.addDouble(numbers.doubleValue());
            case STRING, DATE, TIME -> column.addText(texts.text(characters, from, to));
        }
    }

    private CsvException mismatch(long line, String text) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
        boolean converted = type.compareTo(CsvType.STRING) > 0;
        return new CsvException("Line " + line + ", column '" + name + "' (number " + (index + 1) + "): '"
                + shown + "' is no " + type.label()
                + (converted
                        ? ", to which the column is converted: correct the value, or choose String in 'Transformation'"
                        : ", as which the column was read from its first rows: correct the value, or switch off 'Limit"
                                + " data rows scanned' so that all rows are looked at"));
    }
}
