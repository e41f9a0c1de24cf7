package org.tessera.spark;

import java.util.ArrayList;
import java.util.List;

/** A small table as CSV: UTF-8, commas, a header; numbers with all their digits. */
final class CsvText {

    private final StringBuilder text = new StringBuilder();

    CsvText(String... header) {
        add((Object[]) header);
    }

    /** Adds a row; null and NaN are empty cells. */
    CsvText add(Object... cells) {
        List<String> written = new ArrayList<>();
        for (Object cell : cells) {
            boolean missing = cell == null || (cell instanceof Double number && number.isNaN());
            written.add(missing ? "" : quoted(cell.toString()));
        }
        text.append(String.join(",", written)).append('\n');
        return this;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
