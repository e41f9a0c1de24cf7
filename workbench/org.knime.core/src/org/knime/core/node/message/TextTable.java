package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A small table drawn with characters; cells are cut to 6 to 14 characters. */
final class TextTable {
    private static final int NARROWEST = 6;
    private static final int WIDEST = 14;

    private final List<List<String>> lines = new ArrayList<>();

    TextTable(final List<String> header) {
        lines.add(header);
    }

    void add(final List<String> cells) {
        lines.add(cells);
    }

    // Draws the table and underlines the cell of a column in the last row.
    String render(final int underlined) {
        final int[] widths = IntStream.range(0, lines.get(0).size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .map(width -> Math.max(NARROWEST, Math.min(WIDEST, width)))
                .toArray();
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            line(text, lines.get(i), widths);
            if (i == 0) {
                text.append("-".repeat(widths[0] + 2));
                IntStream.range(1, widths.length)
                        .forEach(column -> text.append('+').append("-".repeat(widths[column] + 2)));
                text.append('\n');
            }
        }
        final int offset = 1
                + IntStream.range(0, underlined)
                        .map(column -> widths[column] + 3)
                        .sum();
        final int length = lines.get(lines.size() - 1).get(underlined).length();
        text.append(" ".repeat(offset))
                .append("^".repeat(Math.max(1, Math.min(length, widths[underlined]))))
                .append('\n');
        return text.toString();
    }

    private static void line(final StringBuilder text, final List<String> cells, final int[] widths) {
        for (int column = 0; column < widths.length; column++) {
            final String cell = cut(cells.get(column), widths[column]);
            text.append(column == 0 ? " " : " | ").append(cell).append(" ".repeat(widths[column] - cell.length()));
        }
        text.append('\n');
    }

    private static String cut(final String cell, final int width) {
        return cell.length() <= width ? cell : cell.substring(0, width - 3) + "...";
    }
}
