package org.tessera.workbench.csv;

/** A record of a file, until the next one takes its place; its values are numbered from 0. */
final class CsvRow {
    private CsvBlock block;
    private int record;
    private int first;
    private int count;

    /** Becomes a record of a block. */
    void move(CsvBlock newBlock, int newRecord) {
        block = newBlock;
        record = newRecord;
        first = newBlock.first(newRecord);
        count = newBlock.first(newRecord + 1) - first;
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
        return block.characters();
    }

    int from(int value) {
        return block.from(first + value);
    }

    int to(int value) {
        return block.to(first + value);
    }

    boolean isEmpty(int value) {
        return from(value) == to(value);
    }

    /** Whether quotes enclose the value. */
    boolean isQuoted(int value) {
        return block.isQuoted(first + value);
    }

    String text(int value) {
        return new String(characters(), from(value), to(value) - from(value));
    }
}
