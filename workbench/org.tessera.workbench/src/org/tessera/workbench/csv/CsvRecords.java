package org.tessera.workbench.csv;

import java.io.IOException;

/** Goes through the records of a file, which come in blocks; shows the values of the current one, counted from 0. */
final class CsvRecords {
    private final BlockSource source;
    private CsvBlock block;
    private int record;
    private int first;
    private int count;

    CsvRecords(BlockSource source) {
        this.source = source;
    }

    /** Advances to the next record; false at the end of the file. */
    boolean next() throws IOException {
        record++;
        while (block == null || record >= block.records()) {
            if (block != null && block.isLast()) {
                block.rethrow();
                count = 0;
                return false;
            }
            block = source.next(block);
            record = 0;
        }
        first = block.first(record);
        count = block.first(record + 1) - first;
        return true;
    }

    /** The line of the file on which the current record starts, from 1. */
    long line() {
        return block.line(record);
    }

    /** Bytes of the file up to the end of the current record. */
    long consumed() {
        return block.consumed(record);
    }

    int count() {
        return count;
    }

    byte[] buffer() {
        return block.buffer();
    }

    int from(int value) {
        return block.from(first + value);
    }

    int to(int value) {
        return block.to(first + value);
    }

    boolean isQuoted(int value) {
        return block.isQuoted(first + value);
    }

    boolean isEmpty(int value) {
        return block.from(first + value) == block.to(first + value);
    }

    /** Whether the bytes of the value are not its text yet, see {@link #text}. */
    boolean isEscaped(int value) {
        return block.isEscaped(first + value);
    }

    /** The text of a value. */
    String text(int value) {
        return block.text(first + value);
    }
}
