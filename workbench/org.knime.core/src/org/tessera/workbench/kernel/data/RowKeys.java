package org.tessera.workbench.kernel.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The immutable keys of a table's rows. Chunks of keys "Row5", "Row6", ... are kept as their first number. */
final class RowKeys {

    private static final String PREFIX = "Row";

    /** A chunk is a {@link StringChunk}, or null for a range that starts at {@code starts}. */
    private final StringChunk[] chunks;

    private final long[] starts;
    private final long size;

    private RowKeys(StringChunk[] chunks, long[] starts, long size) {
        this.chunks = chunks;
        this.starts = starts;
        this.size = size;
    }

    // Makes the keys "Row0", "Row1", ...
    static RowKeys numbered(long size) {
        int count = Chunks.chunk(size + Chunks.MASK);
        long[] starts = new long[count];
        Arrays.setAll(starts, Chunks::first);
        return new RowKeys(new StringChunk[count], starts, size);
    }

    long size() {
        return size;
    }

    String get(long row) {
        int chunk = Chunks.chunk(row);
        int offset = Chunks.offset(row);
        return chunks[chunk] == null ? PREFIX + (starts[chunk] + offset) : chunks[chunk].get(offset);
    }

    // Tells whether all keys are numbered ranges, so that duplicates show in the ranges.
    boolean isAllRanges() {
        return Arrays.stream(chunks).allMatch(Objects::isNull);
    }

    // Lists the ranges as pairs of first number and number of keys; only if there is nothing else.
    List<long[]> ranges() {
        List<long[]> ranges = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            ranges.add(new long[] {starts[i], Math.min(Chunks.ROWS, size - ((long) i << Chunks.SHIFT))});
        }
        return ranges;
    }

    // Gives the number of a key "RowN" written as a table numbers its rows, or -1.
    private static long number(String key) {
        int length = key.length();
        if (length < 4 || length > 21 || !key.startsWith(PREFIX) || key.charAt(3) == '0' && length > 4) {
            return -1;
        }
        long number = 0;
        for (int i = 3; i < length; i++) {
            int digit = key.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Collects keys. */
    static final class Builder {

        private final List<StringChunk> chunks = new ArrayList<>();
        private final List<Long> starts = new ArrayList<>();
        private String[] texts; // null while the chunk is a range
        private long start;
        private int fill;
        private long size;

        void add(String key) {
            if (fill == Chunks.ROWS) {
                seal();
            }
            if (texts == null && !continuesRange(key)) {
                texts = new String[Chunks.ROWS];
                for (int i = 0; i < fill; i++) {
                    texts[i] = PREFIX + (start + i);
                }
            }
            if (texts != null) {
                texts[fill] = key;
            }
            fill++;
            size++;
        }

        private boolean continuesRange(String key) {
            long number = number(key);
            if (fill == 0) {
                start = number;
            }
            return number >= 0 && number == start + fill;
        }

        private void seal() {
            chunks.add(texts == null ? null : StringChunk.plain(texts, fill));
            starts.add(start);
            texts = null;
            fill = 0;
        }

        long size() {
            return size;
        }

        RowKeys build() {
            if (fill > 0) {
                seal();
            }
            long[] firsts = starts.stream().mapToLong(Long::longValue).toArray();
            return new RowKeys(chunks.toArray(StringChunk[]::new), firsts, size);
        }
    }
}
