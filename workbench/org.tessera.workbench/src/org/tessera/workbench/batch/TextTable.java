package org.tessera.workbench.batch;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.tessera.workbench.csv.CsvLimits;
import org.tessera.workbench.csv.CsvOptions;
import org.tessera.workbench.csv.CsvReader;
import org.tessera.workbench.csv.CsvSource;
import org.tessera.workbench.csv.CsvSpec;
import org.tessera.workbench.csv.CsvSyntax;
import org.tessera.workbench.csv.CsvType;
import org.tessera.workbench.csv.RowSink;
import org.tessera.workbench.kernel.data.ColumnWriter;

/** Shows a CSV file as an aligned table of text: numbers to the right with four decimals at most, long texts cut or, for chosen columns, wrapped. */
final class TextTable {
    private static final int MOST_ROWS = 50;
    private static final int WIDEST = 60;
    /** Width of a line in which chosen columns are wrapped, and the least of the last column. */
    private static final int LINE = 110;

    private static final int LEAST = 40;

    private final List<String> names;
    private final List<CsvType> types;
    private final List<String[]> rows;
    private final long total;

    private TextTable(CsvSpec spec, List<String[]> rows, long total) {
        this.names = spec.names();
        this.types = spec.types();
        this.rows = rows;
        this.total = total;
    }

    /** Reads a CSV file written with commas, double quotes and a header. */
    static TextTable read(Path file) throws IOException {
        CsvReader reader = new CsvReader(
                new CsvSource(file, StandardCharsets.UTF_8),
                CsvSyntax.STANDARD,
                CsvOptions.STANDARD,
                CsvLimits.STANDARD);
        CsvSpec spec = reader.guess();
        int columns = spec.names().size();
        List<String[]> rows = new ArrayList<>();
        CsvSpec texts = new CsvSpec(spec.names(), Collections.nCopies(columns, CsvType.STRING));
        try {
            long total = reader.read(texts, new Rows(columns, rows)).rows();
            return new TextTable(spec, rows, total);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while reading " + file, e);
        }
    }

    /**
     * The lines of the table, header first.
     *
     * @param columns the columns to show, with texts in full; all, with long texts cut, if empty
     * @throws IOException if the table has no such column
     */
    List<String> lines(List<String> columns) throws IOException {
        if (columns.isEmpty()) {
            return aligned();
        }
        TextTable chosen = chosen(columns);
        return columns.size() == 1 ? chosen.texts() : chosen.wrapped();
    }

    private TextTable chosen(List<String> columns) throws IOException {
        int[] chosen = columns.stream().mapToInt(names::indexOf).toArray();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] < 0) {
                throw new IOException("it has no column '" + columns.get(i) + "', but " + String.join(", ", names));
            }
        }
        return new TextTable(
                new CsvSpec(columns, Arrays.stream(chosen).mapToObj(types::get).toList()),
                rows.stream()
                        .map(row -> Arrays.stream(chosen).mapToObj(i -> row[i]).toArray(String[]::new))
                        .toList(),
                total);
    }

    /** A line per row of a single column. */
    private List<String> texts() {
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(oneLine(shown(row)[0])));
        return withMore(lines);
    }

    /** The last column continues below itself. */
    private List<String> wrapped() {
        List<String> lines = new ArrayList<>();
        int last = names.size() - 1;
        int[] widths = new int[last];
        for (int i = 0; i < last; i++) {
            widths[i] = names.get(i).length();
            for (String[] row : rows) {
                widths[i] = Math.max(widths[i], oneLine(shown(row)[i]).length());
            }
        }
        int before = Arrays.stream(widths).sum() + 2 * last;
        List<String[]> cells = new ArrayList<>();
        cells.add(names.toArray(String[]::new));
        rows.forEach(row -> cells.add(shown(row)));
        for (String[] row : cells) {
            List<String> parts = parts(row[last], Math.max(LEAST, LINE - before));
            String start =
                    line(Arrays.stream(row).map(TextTable::oneLine).limit(last).toArray(String[]::new), widths);
            lines.add((start + " ".repeat(Math.max(0, before - start.length())) + parts.get(0)).stripTrailing());
            parts.stream().skip(1).forEach(part -> lines.add(" ".repeat(before) + part));
        }
        return withMore(lines);
    }

    /** A text in lines, broken at spaces. */
    private static List<String> parts(String text, int width) {
        List<String> parts = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : oneLine(text).split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                parts.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        parts.add(line.toString());
        return parts;
    }

    private List<String> aligned() {
        List<String[]> cells = new ArrayList<>();
        cells.add(names.toArray(String[]::new));
        rows.forEach(row -> cells.add(shown(row)));
        int[] widths = new int[names.size()];
        for (String[] row : cells) {
            for (int i = 0; i < widths.length; i++) {
                row[i] = cut(row[i]);
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : cells) {
            lines.add(line(row, widths));
            if (lines.size() == 1) {
                lines.add("-".repeat(Math.max(1, Arrays.stream(widths).sum() + 2 * (widths.length - 1))));
            }
        }
        return withMore(lines);
    }

    private List<String> withMore(List<String> lines) {
        if (total > rows.size()) {
            lines.add("... " + (total - rows.size()) + " more rows");
        }
        return lines;
    }

    private String[] shown(String[] row) {
        String[] shown = new String[row.length];
        for (int i = 0; i < row.length; i++) {
            String text = row[i] == null ? "" : row[i];
            shown[i] = types.get(i) == CsvType.DOUBLE ? rounded(text) : text;
        }
        return shown;
    }

    private static String rounded(String text) {
        if (!text.matches("-?\\d*\\.?\\d+([eE][+-]?\\d+)?")) {
            return text;
        }
        BigDecimal number = new BigDecimal(text);
        if (number.abs().compareTo(new BigDecimal("0.0001")) < 0 && number.signum() != 0) {
            return String.format(Locale.ROOT, "%.2e", number);
        }
        return number.scale() <= 4
                ? text
                : number.setScale(4, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String cut(String text) {
        String line = oneLine(text);
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 3) + "...";
    }

    private String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            String padding = " ".repeat(widths[i] - row[i].length());
            line.append(i == 0 ? "" : "  ");
            line.append(types.get(i) == CsvType.STRING ? row[i] + padding : padding + row[i]);
        }
        return line.toString().stripTrailing();
    }

    /** Keeps the first rows as text. */
    private static final class Rows implements RowSink, ColumnWriter {
        private final int columns;
        private final List<String[]> rows;
        private String[] row;
        private int next;

        Rows(int columns, List<String[]> rows) {
            this.columns = columns;
            this.rows = rows;
            this.row = new String[columns];
        }

        @Override
        public ColumnWriter column(int column) {
            return this;
        }

        @Override
        public void endRow(String key, long line) {
            if (rows.size() < MOST_ROWS) {
                rows.add(row);
            }
            row = new String[columns];
            next = 0;
        }

        @Override
        public void progress(long bytes, long count) {
            // a table to be shown is small
        }

        @Override
        public void addText(String value) {
            row[next++] = value;
        }

        @Override
        public void addMissing() {
            row[next++] = null;
        }

        @Override
        public void addInt(int value) {
            addText(Integer.toString(value));
        }

        @Override
        public void addLong(long value) {
            addText(Long.toString(value));
        }

        @Override
        public void addDouble(double value) {
            addText(Double.toString(value));
        }
    }
}
