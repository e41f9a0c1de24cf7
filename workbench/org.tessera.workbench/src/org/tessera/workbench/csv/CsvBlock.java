package org.tessera.workbench.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Some records of a file that follow each other: their characters as they came, and where in them every value lies. A
 * block is filled by a {@link CsvSplitter}, then read as {@link CsvRow}s, then filled again; it serves one thread at a
 * time.
 */
final class CsvBlock {
    private final int size;
    private char[] characters;
    private int length;
    private int[] bounds = new int[1 << 10];
    private int values;
    private int openFirst; // of the record that is being filled
    private int[] firsts = new int[1 << 8];
    private long[] lines = new long[1 << 8];
    private long[] comments = new long[1 << 8];
    private int records;

    /** Creates an empty block with room for so many characters. */
    CsvBlock(int size) {
        this.size = size;
        characters = new char[size];
    }

    /** Forgets the records and begins with what another block holds from a position on. */
    void start(CsvBlock before, int from) {
        char[] old = before.characters;
        int count = before.length - from;
        if (characters.length > size || count > size) {
            characters = new char[Math.max(size, count)]; // a larger one is not kept for later records
        }
        System.arraycopy(old, from, characters, 0, count);
        length = count;
        values = 0;
        openFirst = 0;
        records = 0;
    }

    /** Appends characters of a text to these, at most so many, and copies them; returns their number, negative at the end. */
    int append(Reader text, char[] copy, int offset, int most) throws IOException {
        int count = text.read(characters, length, Math.min(most, characters.length - length));
        if (count > 0) {
            System.arraycopy(characters, length, copy, offset, count);
            length += count;
        }
        return count;
    }

    boolean isFull() {
        return length == characters.length;
    }

    void grow() {
        characters = Arrays.copyOf(characters, 2 * characters.length);
    }

    /** Takes characters out that belong to no record. */
    void remove(int from, int to) {
        System.arraycopy(characters, to, characters, from, length - to);
        length -= to - from;
    }

    char[] characters() {
        return characters;
    }

    int length() {
        return length;
    }

    /** Appends a value to the record that is being filled. */
    void addValue(int from, int to, boolean inQuotes) {
        int last = 2 * values++ + 1;
        if (last >= bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[last - 1] = from;
        bounds[last] = to << 1 | (inQuotes ? 1 : 0);
    }

    /** The values of the record that is being filled. */
    int openValues() {
        return values - openFirst;
    }

    /** Whether the record that is being filled is what an empty line gives: no value, or an empty one without quotes. */
    boolean isBlank() {
        int last = 2 * values - 1;
        return openValues() == 0 || openValues() == 1 && bounds[last] == bounds[last - 1] << 1;
    }

    void dropValues() {
        values = openFirst;
    }

    /** Ends the record: its line in the file, and the comments passed over before it. */
    void endRecord(long line, long commentsBefore) {
        if (records + 1 == firsts.length) {
            firsts = Arrays.copyOf(firsts, 2 * firsts.length);
            lines = Arrays.copyOf(lines, firsts.length);
            comments = Arrays.copyOf(comments, firsts.length);
        }
        lines[records] = line;
        comments[records] = commentsBefore;
        firsts[++records] = values;
        openFirst = values;
    }

    int records() {
        return records;
    }

    long line(int row) {
        return lines[row];
    }

    long comments(int row) {
        return comments[row];
    }

    /** The number of a record's first value in the block; of the one behind the last record, too. */
    int first(int row) {
        return firsts[row];
    }

    /** Of every value where it starts, and where it ends times two, plus one if quotes enclose it. */
    int[] bounds() {
        return bounds;
    }
}
