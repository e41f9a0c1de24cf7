package org.tessera.workbench.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;

/** Writes values to a CSV file row by row. Serves one thread; memory is one buffer. */
public final class CsvWriter implements Closeable {
    private static final int FLUSH_AT = 1 << 15;

    private final Writer out;
    private final CsvOutputFormat format;
    private final StringBuilder buffer = new StringBuilder(FLUSH_AT + (FLUSH_AT >> 1));
    private boolean rowStarted;

    /**
     * Creates a writer.
     *
     * @param out takes the text; closed with this writer
     * @param format how values are written
     */
    public CsvWriter(Writer out, CsvOutputFormat format) {
        this.out = out;
        this.format = format;
    }

    /**
     * Writes a line as it stands.
     *
     * @param line the line without line break
     * @throws IOException if writing fails
     */
    public void line(String line) throws IOException {
        buffer.append(line);
        endRow();
    }

    /**
     * Writes a text value.
     *
     * @param value the text
     */
    public void text(String value) {
        separate();
        if (format.quoteMode() == CsvOutputFormat.QuoteMode.NEVER) {
            buffer.append(
                    value.contains(format.delimiter())
                            ? value.replace(format.delimiter(), format.delimiterReplacement())
                            : value);
        } else if (needsQuotes(value)) {
            quoted(value);
        } else {
            buffer.append(value);
        }
    }

    /**
     * Writes an integer value.
     *
     * @param value the integer
     */
    public void integer(long value) {
        separate();
        if (format.quoteMode() == CsvOutputFormat.QuoteMode.ALWAYS) {
            quoted(Long.toString(value));
        } else {
            buffer.append(value);
        }
    }

    /**
     * Writes a number: its shortest decimal digits, as KNIME's CSV Writer prints them.
     *
     * @param value the number; NaN is written as "NaN", infinities as "∞" unless the style is scientific
     */
    public void number(double value) {
        separate();
        String text = format(value, format.numbers());
        boolean quotes = format.quoteMode() == CsvOutputFormat.QuoteMode.ALWAYS
                || (format.quoteMode() == CsvOutputFormat.QuoteMode.IF_NEEDED && text.contains(format.delimiter()));
        if (quotes) {
            quoted(text);
        } else {
            buffer.append(text);
        }
    }

    /** Writes a missing value. */
    public void missing() {
        separate();
        buffer.append(format.missing());
    }

    /**
     * Ends the row.
     *
     * @throws IOException if writing fails
     */
    public void endRow() throws IOException {
        buffer.append(format.lineBreak());
        rowStarted = false;
        if (buffer.length() >= FLUSH_AT) {
            flush();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.append(buffer);
        buffer.setLength(0);
    }

    private void separate() {
        if (rowStarted) {
            buffer.append(format.delimiter());
        }
        rowStarted = true;
    }

    private boolean needsQuotes(String value) {
        return format.quoteMode() != CsvOutputFormat.QuoteMode.IF_NEEDED
                || value.contains(format.delimiter())
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0
                || value.indexOf(format.quote()) >= 0
                || value.equals(format.missing());
    }

    private void quoted(String value) {
        char quote = format.quote();
        char escape = format.escape();
        buffer.append(quote);
        if (value.indexOf(quote) < 0 && value.indexOf(escape) < 0) {
            buffer.append(value);
        } else {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == quote || c == escape) {
                    buffer.append(escape);
                }
                buffer.append(c);
            }
        }
        buffer.append(quote);
    }

    static String format(double value, CsvOutputFormat.NumberStyle style) {
        String text = Double.toString(value);
        if (!style.scientific()) {
            text = plain(value, text, style.trailingZero());
        }
        return style.decimal() == '.' ? text : text.replace('.', style.decimal());
    }

    private static String plain(double value, String text, boolean trailingZero) {
        if (Double.isNaN(value)) {
            return text;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\u221e" : "-\u221e";
        }
        String digits = text.indexOf('E') < 0
                ? text
                : new BigDecimal(text).stripTrailingZeros().toPlainString();
        boolean point = digits.indexOf('.') >= 0;
        if (trailingZero) {
            String full = point ? digits : digits + ".0";
            return full.startsWith("0.") ? full.substring(1) : full.startsWith("-0.") ? "-" + full.substring(2) : full;
        }
        return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
    }
}
