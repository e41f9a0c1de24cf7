package org.tessera.engine.metric;

import java.util.Arrays;

/**
 * A sparse contingency table: how often pairs of numbers occur. A dense array of all pairs where that is small, otherwise a
 * hash table with linear probing of the pairs that occur. O(1) per pair. Cells are numbered from 0; their numbers depend on
 * nothing but the pairs that were added and their order.
 */
final class PairCounts {

    /** Maximum number of cells of a dense table. */
    private static final int MAX_DENSE_CELLS = 1 << 16;

    private static final int INITIAL_CAPACITY = 1 << 10;

    /** Multiplier of Fibonacci hashing. */
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final int secondCount;
    private final boolean dense;
    /** The pair of each cell; of a hash table only. */
    private long[] keys;

    private int[] counts;
    private int filled;

    /**
     * @param firstCount exclusive bound of first numbers
     * @param secondCount exclusive bound of second numbers
     */
    PairCounts(int firstCount, int secondCount) {
        this.secondCount = secondCount;
        dense = (long) firstCount * secondCount <= MAX_DENSE_CELLS;
        keys = new long[dense ? 0 : INITIAL_CAPACITY];
        counts = new int[dense ? firstCount * secondCount : INITIAL_CAPACITY];
    }

    /** Counts a pair. */
    void add(int first, int second) {
        int cell = dense ? first * secondCount + second : cell((long) first * secondCount + second);
        if (counts[cell]++ == 0) {
            filled++;
            if (!dense && filled > counts.length / 4 * 3) {
                grow();
            }
        }
    }

    /** The cell of a pair, which is inserted if it is new. */
    private int cell(long key) {
        int mask = keys.length - 1;
        int cell = (int) (key * GOLDEN_RATIO >>> 32) & mask;
        while (counts[cell] != 0 && keys[cell] != key) {
            cell = (cell + 1) & mask;
        }
        keys[cell] = key;
        return cell;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new int[keys.length];
        for (int c = 0; c < oldKeys.length; c++) {
            if (oldCounts[c] != 0) {
                counts[cell(oldKeys[c])] = oldCounts[c];
            }
        }
    }

    /** Number of different pairs. */
    int filled() {
        return filled;
    }

    /** The first cell from a number on that has a pair, or -1. */
    int next(int from) {
        for (int c = from; c < counts.length; c++) {
            if (counts[c] != 0) {
                return c;
            }
        }
        return -1;
    }

    /** First number of a cell's pair. */
    int first(int cell) {
        return (int) (key(cell) / secondCount);
    }

    /** Second number of a cell's pair. */
    int second(int cell) {
        return (int) (key(cell) % secondCount);
    }

    private long key(int cell) {
        return dense ? cell : keys[cell];
    }

    /** How often the pair of a cell occurs. */
    long rows(int cell) {
        return counts[cell];
    }

    /** Number of pairs of occurrences in the same cell. */
    long together() {
        return Arrays.stream(counts).mapToLong(c -> c * (c - 1L) / 2).sum();
    }
}
