package org.tessera.workbench.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Some records of a file that follow each other: their bytes, and the range of bytes of every value.
 *
 * <p>Values are numbered through the block, from the first of the first record to the last of the last. A block is filled
 * by a {@link CsvSplitter}, then read, then filled again; it serves one thread at a time.
 */
final class CsvBlock {
    static final byte PLAIN = 0;
    static final byte QUOTED = 1;
    static final byte ESCAPED = 2;

    /** Bytes behind the last one: a sentinel, and what is read of it with a word of eight bytes. */
    static final int SLACK = 8;

    /** A larger buffer is not kept for later records. */
    private static final int KEPT = 1 << 22;

    private final CsvBytes bytes;
    private final int size;
    private byte[] buffer;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private byte[] kinds = new byte[64];
    private int values;
    private int[] firsts = new int[64]; // of the record behind the last, too
    private int[] ends = new int[64];
    private long[] lines = new long[64];
    private int records;
    private long offset;
    private boolean last;
    private Throwable problem;

    CsvBlock(CsvBytes bytes, int size) {
        this.bytes = bytes;
        this.size = size;
        buffer = new byte[size + SLACK];
    }

    /** Empties the block; its first byte will be at this place of the file. */
    void clear(long place) {
        if (buffer.length > Math.max(KEPT, size + SLACK)) {
            buffer = new byte[size + SLACK];
        }
        values = 0;
        records = 0;
        offset = place;
        last = false;
        problem = null;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Makes room for longer records. */
    byte[] grow() {
        buffer = Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 8L, buffer.length * 2L));
        return buffer;
    }

    /** Notes that the bytes of the buffer now start further behind in the file. */
    void move(int bytesLeftOut) {
        offset += bytesLeftOut;
    }

    void addValue(int first, int end, byte kind) {
        if (values == from.length) {
            from = Arrays.copyOf(from, values * 2);
            to = Arrays.copyOf(to, values * 2);
            kinds = Arrays.copyOf(kinds, values * 2);
        }
        from[values] = first;
        to[values] = end;
        kinds[values++] = kind;
    }

    /** Forgets the values behind the last record. */
    void dropValues() {
        values = firsts[records];
    }

    /** Makes a record of the values behind the last one. */
    void addRecord(int end, long line) {
        if (records + 1 == firsts.length) {
            firsts = Arrays.copyOf(firsts, records * 2 + 2);
            ends = Arrays.copyOf(ends, firsts.length);
            lines = Arrays.copyOf(lines, firsts.length);
        }
        ends[records] = end;
        lines[records] = line;
        firsts[++records] = values;
    }

    /** How many values there are behind the last record. */
    int openValues() {
        return values - firsts[records];
    }

    /** Whether behind the last record there is one value, unquoted and empty: a blank line. */
    boolean hasOneEmptyValue() {
        return openValues() == 1 && from[values - 1] == to[values - 1] && kinds[values - 1] == PLAIN;
    }

    /** Notes that nothing follows these records, because the file ends or cannot be read further. */
    void end(Throwable why) {
        last = true;
        problem = why;
    }

    boolean isLast() {
        return last;
    }

    /** Throws what made reading end behind these records, if it was not the end of the file. */
    void rethrow() throws IOException {
        if (problem instanceof IOException e) {
            throw e;
        } else if (problem instanceof RuntimeException e) {
            throw e;
        } else if (problem instanceof Error e) {
            throw e;
        }
    }

    int records() {
        return records;
    }

    /** The first value of a record; that of the record behind the last is the number of values. */
    int first(int record) {
        return firsts[record];
    }

    /** The line of the file on which a record starts, from 1. */
    long line(int record) {
        return lines[record];
    }

    /** Bytes of the file up to the end of a record. */
    long consumed(int record) {
        return offset + ends[record];
    }

    int from(int value) {
        return from[value];
    }

    int to(int value) {
        return to[value];
    }

    boolean isQuoted(int value) {
        return kinds[value] != PLAIN;
    }

    /** Whether the bytes of the value are not its text yet, see {@link #text}. */
    boolean isEscaped(int value) {
        return (kinds[value] & ESCAPED) != 0;
    }

    /** The text of a value. */
    String text(int value) {
        if (isEscaped(value)) {
            byte[] copy = Arrays.copyOfRange(buffer, from[value], to[value]);
            return new String(copy, 0, bytes.unescape(copy), StandardCharsets.UTF_8);
        }
        return new String(buffer, from[value], to[value] - from[value], StandardCharsets.UTF_8);
    }
}
