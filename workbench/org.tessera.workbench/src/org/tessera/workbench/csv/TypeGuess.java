package org.tessera.workbench.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the most specific type of every column that reads all the values seen. */
final class TypeGuess {
    private static final CsvType[] TYPES = CsvType.values();

    private final CsvNumbers numbers;
    private final List<CsvType> types = new ArrayList<>();

    TypeGuess(CsvNumbers numbers) {
        this.numbers = numbers;
    }

    /** Notes that a row has this many columns. */
    void widen(int columns) {
        while (types.size() < columns) {
            types.add(null);
        }
    }

    void update(int column, CsvRecords records, int field) {
        widen(column + 1);
        CsvType type = types.get(column);
        if (type == CsvType.STRING) {
            return;
        }
        int index = type == null ? 0 : type.ordinal();
        while (!fits(TYPES[index], records, field)) {
            index++;
        }
        types.set(column, TYPES[index]);
    }

    private boolean fits(CsvType type, CsvRecords records, int field) {
        if (type == CsvType.STRING) {
            return true;
        }
        byte[] buffer = records.buffer();
        int from = records.from(field);
        int to = records.to(field);
        if (records.isEscaped(field)) {
            buffer = records.text(field).getBytes(StandardCharsets.UTF_8);
            from = 0;
            to = buffer.length;
        }
        return switch (type) {
            case INT -> numbers.readInt(buffer, from, to);
            case LONG -> numbers.readLong(buffer, from, to);
            default -> numbers.readDouble(buffer, from, to);
        };
    }

    /** The types of at least this many columns; text where no value was seen. */
    List<CsvType> types(int columns) {
        widen(columns);
        return types.stream().map(type -> type == null ? CsvType.STRING : type).toList();
    }
}
