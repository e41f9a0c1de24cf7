package org.tessera.product;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A CSV file of a workflow: commas, quotes around texts, one line per row. */
record CsvFile(List<String> header, List<List<String>> rows) {
    private static final String COMMA_OUTSIDE_QUOTES = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    static CsvFile read(Path file) throws IOException {
        List<List<String>> lines = Files.readAllLines(file).stream()
                .map(line -> Arrays.stream(line.split(COMMA_OUTSIDE_QUOTES, -1))
                        .map(CsvFile::unquoted)
                        .toList())
                .toList();
        return new CsvFile(lines.get(0), lines.subList(1, lines.size()));
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }

    List<String> column(String name) {
        int index = header.indexOf(name);
        assertTrue(index >= 0, name + " is not in " + header);
        return rows.stream().map(row -> row.get(index)).toList();
    }

    CsvFile without(List<String> columns) {
        List<Integer> kept = new ArrayList<>();
        for (int c = 0; c < header.size(); c++) {
            if (!columns.contains(header.get(c))) {
                kept.add(c);
            }
        }
        return new CsvFile(
                kept.stream().map(header::get).toList(),
                rows.stream().map(row -> kept.stream().map(row::get).toList()).toList());
    }

    /** The first difference to another file, in words; "" if there is none. */
    String difference(CsvFile actual, double tolerance) {
        if (!header.equals(actual.header)) {
            return "columns " + actual.header + " instead of " + header;
        }
        if (rows.size() != actual.rows.size()) {
            return actual.rows.size() + " rows instead of " + rows.size();
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < header.size(); c++) {
                String wanted = rows.get(r).get(c);
                String found = actual.rows.get(r).get(c);
                if (!same(wanted, found, tolerance)) {
                    return "row " + (r + 1) + ", column '" + header.get(c) + "': " + found + " instead of " + wanted;
                }
            }
        }
        return "";
    }

    /** Equal texts, or numbers that differ by no more than the tolerance times the larger of 1 and their size. */
    private static boolean same(String wanted, String found, double tolerance) {
        if (wanted.equals(found)) {
            return true;
        }
        try {
            double a = Double.parseDouble(wanted);
            double b = Double.parseDouble(found);
            return Math.abs(a - b) <= tolerance * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    String text() {
        StringBuilder text = new StringBuilder(line(header));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream()
                        .map(cell -> cell.matches(".*[,\"].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                        .collect(Collectors.joining(","))
                + "\n";
    }
}
