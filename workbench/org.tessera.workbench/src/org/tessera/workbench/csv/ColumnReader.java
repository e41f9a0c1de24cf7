package org.tessera.workbench.csv;

import java.nio.charset.StandardCharsets;

/** Reads the values of one column as its type and hands them to a sink. */
final class ColumnReader {
    private final String name;
    private final int index;
    private final CsvType type;
    private final CsvNumbers numbers;
    private final ColumnSink sink;
    private final TextCache texts;

    ColumnReader(CsvSpec spec, int index, CsvNumbers numbers, ColumnSink sink) {
        this.name = spec.names().get(index);
        this.index = index;
        this.type = spec.types().get(index);
        this.numbers = numbers;
        this.sink = sink;
        this.texts = type == CsvType.STRING ? new TextCache() : null;
    }

    void addMissing() {
        sink.addMissing();
    }

    void add(CsvRecords records, int field) throws CsvException {
        if (records.isEscaped(field)) {
            addText(records, field);
            return;
        }
        byte[] buffer = records.buffer();
        int from = records.from(field);
        int to = records.to(field);
        if (type == CsvType.STRING) {
            sink.addString(texts.text(buffer, from, to));
        } else if (!addNumber(buffer, from, to)) {
            throw mismatch(records, field);
        }
    }

    private void addText(CsvRecords records, int field) throws CsvException {
        String text = records.text(field);
        if (type == CsvType.STRING) {
            sink.addString(text);
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (!addNumber(bytes, 0, bytes.length)) {
                throw mismatch(records, field);
            }
        }
    }

    private boolean addNumber(byte[] bytes, int from, int to) {
        if (type == CsvType.DOUBLE) {
            if (!numbers.readDouble(bytes, from, to)) {
                return false;
            }
            sink.addDouble(numbers.doubleValue());
            return true;
        }
        if (type == CsvType.INT ? !numbers.readInt(bytes, from, to) : !numbers.readLong(bytes, from, to)) {
            return false;
        }
        sink.addLong(numbers.longValue());
        return true;
    }

    private CsvException mismatch(CsvRecords records, int field) {
        String text = records.text(field);
        String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
        return new CsvException("Line " + records.line() + ", column '" + name + "' (number " + (index + 1) + "): '"
                + shown + "' is no " + type.label() + ", as which the column was read from its first rows: correct the"
                + " value, or switch off 'Limit data rows scanned' so that all rows are looked at");
    }
}
