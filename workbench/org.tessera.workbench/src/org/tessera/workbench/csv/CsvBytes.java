package org.tessera.workbench.csv;

/** The bytes that matter in a CSV file, in tables for fast scanning. Immutable. */
final class CsvBytes {
    private static final byte STOP = 1;
    private static final byte DELIMITER = 2;

    private final byte[] stops = new byte[256];
    private final byte[] quoteStops = new byte[256];
    private final boolean[] blanks = new boolean[256];
    private final byte[] delimiter;
    private final byte[] rowDelimiter;
    private final int quote;
    private final int escape;
    private final int comment;
    private final boolean keepQuotes;

    CsvBytes(CsvSyntax syntax) {
        delimiter = syntax.delimiterBytes();
        rowDelimiter = syntax.rowDelimiterBytes();
        quote = orNever(syntax.quote());
        escape = orNever(syntax.escape());
        comment = orNever(syntax.comment());
        keepQuotes = syntax.keepQuotes();
        mark(quoteStops, (byte) '\n');
        mark(quoteStops, (byte) '\r');
        if (rowDelimiter == null) {
            mark(stops, (byte) '\n');
            mark(stops, (byte) '\r');
        } else {
            mark(stops, rowDelimiter[0]);
        }
        stops[delimiter[0] & 0xFF] = delimiter.length == 1 ? DELIMITER : STOP;
        if (quote >= 0) {
            mark(quoteStops, (byte) quote);
        }
        if (escape >= 0) {
            mark(quoteStops, (byte) escape);
        }
        for (int b = 0; b <= ' '; b++) {
            blanks[b] = stops[b] == 0 && b != quote;
        }
    }

    private static int orNever(char character) {
        return character == CsvSyntax.NONE ? Integer.MIN_VALUE : character;
    }

    private static void mark(byte[] table, byte b) {
        table[b & 0xFF] = STOP;
    }

    /** A byte that ends every scan; it stands behind the last byte of the buffer. */
    byte sentinel() {
        return rowDelimiter == null ? (byte) '\n' : rowDelimiter[0];
    }

    boolean isComment(byte b) {
        return b == comment;
    }

    boolean isQuote(byte b) {
        return b == quote;
    }

    boolean keepsQuotes() {
        return keepQuotes;
    }

    int skipBlanks(byte[] buffer, int p, int limit) {
        int q = p;
        while (q < limit && blanks[buffer[q] & 0xFF]) {
            q++;
        }
        return q;
    }

    int trimStart(byte[] buffer, int from, int to) {
        int q = from;
        while (q < to && buffer[q] >= 0 && buffer[q] <= ' ') {
            q++;
        }
        return q;
    }

    int trimEnd(byte[] buffer, int from, int to) {
        int q = to;
        while (q > from && buffer[q - 1] >= 0 && buffer[q - 1] <= ' ') {
            q--;
        }
        return q;
    }

    /** The first byte at or after {@code p} that can start a delimiter; the sentinel ends the search. */
    int findStop(byte[] buffer, int p) {
        int q = p;
        while (stops[buffer[q] & 0xFF] == 0) {
            q++;
        }
        return q;
    }

    /**
     * The end of a value that starts at {@code p}, if it ends with a delimiter of one byte and neither quotes nor blanks
     * have to be looked at; else negative. Perhaps behind the buffer, in which case it counts for nothing.
     */
    int plainEnd(byte[] buffer, int p) {
        int first = buffer[p];
        if (first == quote || blanks[first & 0xFF]) {
            return -1;
        }
        int q = findStop(buffer, p);
        boolean plain = stops[buffer[q] & 0xFF] == DELIMITER && (q == p || buffer[q - 1] > ' ' || buffer[q - 1] < 0);
        return plain ? q : -1;
    }

    int findQuoteStop(byte[] buffer, int p, int limit) {
        int q = p;
        while (q < limit && quoteStops[buffer[q] & 0xFF] == 0) {
            q++;
        }
        return q;
    }

    boolean separates(byte[] buffer, int p, int limit) {
        return delimiterAt(buffer, p, limit) > 0 || rowDelimiterAt(buffer, p, limit) > 0;
    }

    /** Whether a delimiter may start at {@code p} whose end is not in the buffer yet. */
    boolean mayContinue(int p, int limit) {
        int longest = Math.max(delimiter.length, rowDelimiter == null ? 2 : rowDelimiter.length);
        return p + longest > limit;
    }

    int delimiterAt(byte[] buffer, int p, int limit) {
        return matches(delimiter, buffer, p, limit) ? delimiter.length : 0;
    }

    int rowDelimiterAt(byte[] buffer, int p, int limit) {
        if (rowDelimiter != null) {
            return matches(rowDelimiter, buffer, p, limit) ? rowDelimiter.length : 0;
        }
        if (p >= limit) {
            return 0;
        }
        if (buffer[p] == '\n') {
            return 1;
        }
        if (buffer[p] != '\r') {
            return 0;
        }
        return p + 1 < limit && buffer[p + 1] == '\n' ? 2 : 1;
    }

    private static boolean matches(byte[] pattern, byte[] buffer, int p, int limit) {
        if (p + pattern.length > limit) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (buffer[p + i] != pattern[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the byte at {@code p}, inside quotes, makes the next one part of the value. */
    boolean escapes(byte[] buffer, int p, int limit) {
        if (buffer[p] != escape || p + 1 >= limit) {
            return false;
        }
        return buffer[p + 1] == quote || (escape != quote && buffer[p + 1] == escape);
    }

    /** Removes escapes from a value and turns its line breaks into LF, in place; returns the new length. */
    int unescape(byte[] value) {
        int length = 0;
        int last = keepQuotes ? value.length - 1 : value.length;
        for (int i = 0; i < value.length; i++) {
            byte b = value[i];
            if (i > 0 || !keepQuotes) {
                if (escapes(value, i, last)) {
                    b = value[++i];
                } else if (b == '\r') {
                    b = '\n';
                    i += i + 1 < value.length && value[i + 1] == '\n' ? 1 : 0;
                }
            }
            value[length++] = b;
        }
        return length;
    }
}
