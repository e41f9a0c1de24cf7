package org.tessera.workbench.csv;

/** A record of a file; its values are numbered from 0. */
final class CsvRow {
    private final long line;
    private final long comments;
    private final char[] characters;
    private final int[] ends;

    /**
     * Creates the record.
     *
     * @param line the line of the file on which it starts, from 1
     * @param comments the lines before it that were passed over as comments
     * @param characters holds the characters of its values, one value after the other
     * @param ends for every value where it ends, times two, plus one if quotes enclose it; before them where the first
     *     one starts, times two
     */
    CsvRow(long line, long comments, char[] characters, int[] ends) {
        this.line = line;
        this.comments = comments;
        this.characters = characters;
        this.ends = ends;
    }

    long line() {
        return line;
    }

    long comments() {
        return comments;
    }

    int count() {
        return ends.length - 1;
    }

    /** What holds the characters of the values, each {@link #from} a position {@link #to} another. */
    char[] characters() {
        return characters;
    }

    int from(int value) {
        return ends[value] >>> 1;
    }

    int to(int value) {
        return ends[value + 1] >>> 1;
    }

    boolean isEmpty(int value) {
        return from(value) == to(value);
    }

    boolean isQuoted(int value) {
        return (ends[value + 1] & 1) != 0;
    }

    /** The room that the record takes: its characters and values. */
    int size() {
        return to(count() - 1) - from(0) + count();
    }

    String text(int value) {
        return new String(characters, from(value), to(value) - from(value));
    }
}
