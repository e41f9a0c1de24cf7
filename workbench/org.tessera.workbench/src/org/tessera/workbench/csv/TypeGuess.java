package org.tessera.workbench.csv;

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

    void update(int column, CsvRow row, int value) {
        widen(column + 1);
        CsvType type = types.get(column) == null ? CsvType.INT : types.get(column);
        while (!numbers.read(type, row.characters(), row.from(value), row.to(value))) {
            type = TYPES[type.ordinal() + 1];
        }
        types.set(column, type);
    }

    /** The types of at least this many columns; text where no value was seen. */
    List<CsvType> types(int columns) {
        widen(columns);
        return types.stream().map(type -> type == null ? CsvType.STRING : type).toList();
    }
}
