package org.tessera.workbench.tests.batch;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.tessera.workbench.csv.CsvLimits;
import org.tessera.workbench.csv.CsvSyntax;

/**
 * Splits a CSV file into rows and values in the plainest way, to compare the reader with: the whole file as one text, one
 * character after the other.
 */
final class PlainCsv {

    /** A value: its text, and whether quotes enclose it. */
    record Value(String text, boolean quoted) {}

    /** A row: the line on which it starts, and its values. */
    record Row(long line, List<Value> values) {}

    private final String text;
    private final CsvSyntax syntax;
    private final CsvLimits limits;
    private final String delimiter;
    private final String rowDelimiter;
    private final List<Row> rows = new ArrayList<>();
    private String problem;
    private int at;
    private long line = 1;
    private long breaks;
    private List<Value> values;

    /** What stops the splitting; the start of the message that the reader shows. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop(String message) {
            super(message);
        }
    }

    PlainCsv(byte[] file, Charset charset, CsvSyntax syntax, CsvLimits limits, long skippedLines) {
        String all = new String(file, charset);
        String unmarked = all.startsWith("\uFEFF") ? all.substring(1) : all;
        text = syntax.rowDelimiter() == null ? unmarked.replaceAll("\r\n?", "\n") : unmarked;
        this.syntax = syntax;
        this.limits = limits;
        delimiter = syntax.delimiter();
        rowDelimiter = syntax.rowDelimiter();
        for (long i = 0; i < skippedLines; i++) {
            skipLine();
        }
        try {
            while (at < text.length()) {
                row();
            }
        } catch (Stop stop) {
            problem = stop.getMessage();
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** The start of the message of what is wrong behind the rows, or null. */
    String problem() {
        return problem;
    }

    private char character(int p) {
        return p < text.length() ? text.charAt(p) : CsvSyntax.NONE;
    }

    private boolean is(char special, int p) {
        return special != CsvSyntax.NONE && p < text.length() && text.charAt(p) == special;
    }

    private void skipLine() {
        while (at < text.length() && character(at) != '\n' && character(at) != '\r') {
            at++;
        }
        if (at < text.length()) {
            at += lineBreak(at);
            line++;
        }
    }

    /** The length of the line break at a position, 0 without one. */
    private int lineBreak(int p) {
        return text.startsWith("\r\n", p) ? 2 : text.startsWith("\n", p) || text.startsWith("\r", p) ? 1 : 0;
    }

    private int rowEnd(int p) {
        if (rowDelimiter == null) {
            return lineBreak(p);
        }
        return text.startsWith(rowDelimiter, p) && !text.startsWith(delimiter, p) ? rowDelimiter.length() : 0;
    }

    private boolean endsValue(int p) {
        return p >= text.length() || text.startsWith(delimiter, p) || rowEnd(p) > 0;
    }

    private void row() {
        breaks = 0;
        values = new ArrayList<>();
        boolean comment = is(syntax.comment(), at);
        if (comment) {
            while (at < text.length() && rowEnd(at) == 0) {
                at++;
            }
        } else {
            value();
            while (text.startsWith(delimiter, at)) {
                at += delimiter.length();
                value();
            }
        }
        if (at < text.length()) {
            at += rowEnd(at);
            breaks++;
        }
        boolean blank = values.size() == 1
                && values.get(0).text().isEmpty()
                && !values.get(0).quoted();
        if (!comment && !blank) {
            rows.add(new Row(line, values));
        }
        line += breaks;
    }

    private void value() {
        while (isBlank(at)) {
            at++;
        }
        int first = at;
        if (is(syntax.quote(), at)) {
            int close = closingQuote();
            while (isBlank(at)) {
                at++;
            }
            if (endsValue(at)) {
                addQuoted(first, close);
                return;
            }
        }
        while (!endsValue(at)) {
            at++;
        }
        add(stripEnd(text.substring(first, at)), false);
    }

    /** Whether a blank may be dropped here: one that neither starts a delimiter nor is the quote. */
    private boolean isBlank(int p) {
        String stops = delimiter.charAt(0) + (rowDelimiter == null ? "\r\n" : rowDelimiter.substring(0, 1));
        return p < text.length() && character(p) <= ' ' && stops.indexOf(character(p)) < 0 && !is(syntax.quote(), p);
    }

    /** Goes behind the closing quote; returns where that is. */
    private int closingQuote() {
        long start = line + breaks;
        at++;
        while (at < text.length()) {
            if (rowEnd(at) > 0) {
                at += rowEnd(at);
                breaks++;
            } else if (isEscaped(text, at)) {
                at += 2;
            } else if (is(syntax.quote(), at)) {
                return at++;
            } else {
                at++;
            }
        }
        throw new Stop(
                "Line " + start + ": the quote that opens value " + (values.size() + 1) + " is never closed: close it");
    }

    private boolean isEscaped(String where, int p) {
        if (syntax.escape() == CsvSyntax.NONE || p + 1 >= where.length() || where.charAt(p) != syntax.escape()) {
            return false;
        }
        char next = where.charAt(p + 1);
        return syntax.quote() == next || syntax.escape() != syntax.quote() && next == syntax.escape();
    }

    private void addQuoted(int open, int close) {
        String inside = text.substring(open + 1, close);
        if (syntax.keepQuotes()) {
            add(syntax.quote() + inside + syntax.quote(), true);
        } else {
            add(stripEnd(stripStart(inside)), true);
        }
    }

    private static String stripStart(String value) {
        int from = 0;
        while (from < value.length() && value.charAt(from) <= ' ') {
            from++;
        }
        return value.substring(from);
    }

    private static String stripEnd(String value) {
        int to = value.length();
        while (to > 0 && value.charAt(to - 1) <= ' ') {
            to--;
        }
        return value.substring(0, to);
    }

    private void add(String value, boolean quoted) {
        if (values.size() == limits.maxColumns()) {
            throw new Stop("Line " + line + ": the row has more than " + values.size() + " values: check");
        }
        String plain = quoted ? unescaped(value) : value;
        if (plain.length() > limits.maxCell()) {
            throw new Stop("Line " + line + ": value " + (values.size() + 1) + " has more than " + limits.maxCell()
                    + " characters: a quote");
        }
        values.add(new Value(plain, quoted));
    }

    private String unescaped(String value) {
        int shift = syntax.keepQuotes() ? 1 : 0;
        String inside = value.substring(shift, value.length() - shift);
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < inside.length(); i++) {
            if (isEscaped(inside, i)) {
                result.append(inside.charAt(++i));
            } else if (inside.charAt(i) == '\r') {
                result.append('\n');
                i += inside.startsWith("\n", i + 1) ? 1 : 0;
            } else {
                result.append(inside.charAt(i));
            }
        }
        return value.substring(0, shift) + result + value.substring(value.length() - shift);
    }
}
