package org.tessera.workbench.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Splits a stream of UTF-8 into records and values, as byte ranges of a buffer: no object is made for a value.
 *
 * <p>Blank lines and comment lines are passed over. Blanks around values are dropped, and those inside quotes too unless
 * quotes are kept. A quoted value may hold delimiters and line breaks; when text follows its closing quote, everything
 * up to the next delimiter is taken as it stands. A quote that is never closed is an error. An instance serves one
 * thread; memory is one buffer of 1 MB, more only for a record that is larger.
 */
final class CsvRecords {
    private static final int BUFFER = 1 << 20;
    private static final int MORE = -1;

    private static final byte PLAIN = 0;
    private static final byte QUOTED = 1;
    private static final byte ESCAPED = 2;

    private enum Scan {
        RECORD,
        PASSED_OVER,
        MORE_NEEDED,
        END
    }

    private final InputStream in;
    private final CsvBytes bytes;
    private final CsvLimits limits;
    private byte[] buffer = new byte[BUFFER + 1];
    private int start;
    private int limit;
    private int next;
    private boolean ended;
    private long line = 1;
    private int lineBreaks;
    private long consumed;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private byte[] kinds = new byte[64];
    private int count;

    CsvRecords(InputStream in, CsvSyntax syntax, CsvLimits limits) {
        this.in = in;
        this.bytes = new CsvBytes(syntax);
        this.limits = limits;
        buffer[0] = bytes.sentinel();
    }

    /** Advances to the next record that is neither blank nor a comment; false at the end of the stream. */
    boolean next() throws IOException {
        pass();
        while (true) {
            lineBreaks = 0;
            switch (scan()) {
                case RECORD:
                    return true;
                case PASSED_OVER:
                    pass();
                    break;
                case MORE_NEEDED:
                    refill();
                    break;
                default:
                    count = 0;
                    return false;
            }
        }
    }

    /** Passes over physical lines, whatever they hold. */
    void skipLines(long lines) throws IOException {
        pass();
        for (long i = 0; i < lines; i++) {
            int end = lineEnd(start);
            while (end == MORE) {
                refill();
                end = lineEnd(start);
            }
            next = end;
            pass();
        }
    }

    private int lineEnd(int p) {
        for (int q = p; q < limit; q++) {
            if (buffer[q] == '\n' || (buffer[q] == '\r' && (q + 1 < limit || ended))) {
                boolean two = buffer[q] == '\r' && q + 1 < limit && buffer[q + 1] == '\n';
                lineBreaks++;
                return q + (two ? 2 : 1);
            }
        }
        return ended ? limit : MORE;
    }

    private void pass() {
        consumed += next - start;
        start = next;
        line += lineBreaks;
        lineBreaks = 0;
    }

    /** The line of the file on which the current record starts, from 1. */
    long line() {
        return line;
    }

    /** Bytes behind the current record. */
    long consumed() {
        return consumed + next - start;
    }

    int count() {
        return count;
    }

    byte[] buffer() {
        return buffer;
    }

    int from(int field) {
        return from[field];
    }

    int to(int field) {
        return to[field];
    }

    boolean isQuoted(int field) {
        return kinds[field] != PLAIN;
    }

    boolean isEmpty(int field) {
        return from[field] == to[field];
    }

    /** Whether the bytes of the value are not its text yet, see {@link #text}. */
    boolean isEscaped(int field) {
        return (kinds[field] & ESCAPED) != 0;
    }

    /** The text of a value. */
    String text(int field) {
        if (isEscaped(field)) {
            byte[] copy = Arrays.copyOfRange(buffer, from[field], to[field]);
            return new String(copy, 0, bytes.unescape(copy), StandardCharsets.UTF_8);
        }
        return new String(buffer, from[field], to[field] - from[field], StandardCharsets.UTF_8);
    }

    private void refill() throws IOException {
        int length = limit - start;
        long longest = (long) limits.maxCellBytes() + BUFFER;
        if (length > longest) {
            throw new CsvException("Line " + line + ": the row holds more than " + limits.maxCellBytes()
                    + " bytes: a quote may never be closed; otherwise switch off 'Limit memory per column'");
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, length);
        } else if (length >= buffer.length - 1) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 8L, buffer.length * 2L));
        }
        start = 0;
        next = 0;
        limit = length;
        int read = in.read(buffer, limit, buffer.length - 1 - limit);
        if (read < 0) {
            ended = true;
        } else {
            limit += read;
        }
        buffer[limit] = bytes.sentinel();
    }

    private Scan scan() throws CsvException {
        count = 0;
        int p = start;
        if (p == limit) {
            return ended ? Scan.END : Scan.MORE_NEEDED;
        }
        if (bytes.isComment(buffer[p])) {
            next = rowEnd(p);
            return next == MORE ? more() : Scan.PASSED_OVER;
        }
        while (true) {
            int value = bytes.skipBlanks(buffer, p, limit);
            int end = bytes.isQuote(buffer[value]) && value < limit ? quoted(value) : plain(value, value);
            if (end == MORE) {
                return more();
            }
            int length = bytes.delimiterAt(buffer, end, limit);
            if (length == 0) {
                next = rowEnd(end);
                return next == MORE ? more() : isBlankLine() ? Scan.PASSED_OVER : Scan.RECORD;
            }
            p = end + length;
        }
    }

    private Scan more() {
        next = start;
        return Scan.MORE_NEEDED;
    }

    private boolean isBlankLine() {
        return count == 1 && from[0] == to[0] && kinds[0] == PLAIN;
    }

    /** Scans to the end of an unquoted value that starts at {@code first}; returns where its delimiter is. */
    private int plain(int first, int p) throws CsvException {
        int q = p;
        while (true) {
            q = bytes.findStop(buffer, q);
            if (q >= limit) {
                if (!ended) {
                    return MORE;
                }
                q = limit;
                break;
            }
            if (bytes.separates(buffer, q, limit)) {
                break;
            }
            if (bytes.mayContinue(q, limit) && !ended) {
                return MORE;
            }
            q++;
        }
        add(first, bytes.trimEnd(buffer, first, q), PLAIN);
        return q;
    }

    private int quoted(int p) throws CsvException {
        int linesBefore = lineBreaks;
        byte kind = QUOTED;
        int q = p + 1;
        while (true) {
            q = bytes.findQuoteStop(buffer, q, limit);
            if (q + 1 >= limit && !ended) {
                return MORE;
            }
            if (q >= limit) {
                throw new CsvException("Line " + (line + linesBefore) + ": the quote that opens value " + (count + 1)
                        + " is never closed: close it, or set another quote character");
            }
            byte b = buffer[q];
            if (b == '\n' || b == '\r') {
                if (b == '\r') {
                    kind |= ESCAPED;
                }
                boolean two = b == '\r' && q + 1 < limit && buffer[q + 1] == '\n';
                lineBreaks++;
                q += two ? 2 : 1;
            } else if (bytes.escapes(buffer, q, limit)) {
                kind |= ESCAPED;
                q += 2;
            } else if (bytes.isQuote(b)) {
                return closed(p, q, kind);
            } else {
                q++;
            }
        }
    }

    /** Ends a quoted value from {@code open} to {@code close}, the positions of its quotes. */
    private int closed(int open, int close, byte kind) throws CsvException {
        int q = bytes.skipBlanks(buffer, close + 1, limit);
        if ((q >= limit || bytes.mayContinue(q, limit)) && !ended) {
            return MORE;
        }
        if (q < limit && !bytes.separates(buffer, q, limit)) {
            return plain(open, q);
        }
        if (bytes.keepsQuotes()) {
            add(open, close + 1, kind);
        } else {
            int first = bytes.trimStart(buffer, open + 1, close);
            add(first, bytes.trimEnd(buffer, first, close), kind);
        }
        return Math.min(q, limit);
    }

    private void add(int first, int end, byte kind) throws CsvException {
        if (count == limits.maxColumns()) {
            throw new CsvException("Line " + line + ": the row has more than " + count
                    + " values: check the column delimiter, or raise 'Maximum number of columns'");
        }
        if (end - first > limits.maxCellBytes()) {
            throw new CsvException("Line " + line + ": value " + (count + 1) + " has more than "
                    + limits.maxCellBytes() + " bytes: a quote may never be closed; otherwise switch off "
                    + "'Limit memory per column'");
        }
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
        }
        from[count] = first;
        to[count] = end;
        kinds[count++] = kind;
    }

    /** The position behind the row delimiter at or after {@code p}. */
    private int rowEnd(int p) {
        for (int q = p; q < limit; q++) {
            int length = bytes.rowDelimiterAt(buffer, q, limit);
            if (length > 0) {
                if (q + length >= limit && !ended) {
                    return MORE;
                }
                lineBreaks++;
                return q + length;
            }
        }
        return ended ? limit : MORE;
    }
}
