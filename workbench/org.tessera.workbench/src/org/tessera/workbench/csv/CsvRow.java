package org.tessera.workbench.csv;

/** A record of a file, until the next one takes its place; its values are numbered from 0. */
final class CsvRow {
    private CsvBlock block;
    private char[] characters;
    private int[] bounds;
    private int record;
    private int first; // bound
    private int count;

    /** Becomes a record of a block. */
    void move(CsvBlock newBlock, int newRecord) {
        block = newBlock;
        record = newRecord;
        characters = newBlock.characters();
        bounds = newBlock.bounds();
        first = 2 * newBlock.first(newRecord);
        count = newBlock.first(newRecord + 1) - newBlock.first(newRecord);
    }

    /** The line of the file on which the record starts, from 1. */
    long line() {
        return block.line(record);
    }

    /** The lines before it that were passed over as comments. */
    long comments() {
        return block.comments(record);
    }

    int count() {
        return count;
    }

    /** What holds the characters of the values, each {@link #from} a position {@link #to} another. */
    char[] characters() {
        return characters;
    }

    int from(int value) {
        return bounds[first + 2 * value];
    }

    int to(int value) {
        return bounds[first + 2 * value + 1] >>> 1;
    }

    boolean isEmpty(int value) {
        return from(value) == to(value);
    }

    /** Whether quotes enclose the value. */
    boolean isQuoted(int value) {
        return (bounds[first + 2 * value + 1] & 1) != 0;
    }

    String text(int value) {
        return new String(characters, from(value), to(value) - from(value));
    }
}
