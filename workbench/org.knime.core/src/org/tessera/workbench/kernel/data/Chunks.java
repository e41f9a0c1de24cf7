package org.tessera.workbench.kernel.data;

/** How columns are cut: all chunks but the last one have {@code ROWS} rows. */
final class Chunks {

    static final int SHIFT = 15;
    static final int ROWS = 1 << SHIFT;
    static final int MASK = ROWS - 1;

    private static final int FIRST = 64;

    private Chunks() {}

    static int chunk(long row) {
        return (int) (row >>> SHIFT);
    }

    static long first(int chunk) {
        return (long) chunk << SHIFT;
    }

    static int offset(long row) {
        return (int) row & MASK;
    }

    // Tells the capacity of the chunk that is being filled: small for the first rows, then doubling up to a full one.
    static int grown(int capacity) {
        return capacity == 0 ? FIRST : Math.min(ROWS, capacity * 2);
    }
}
