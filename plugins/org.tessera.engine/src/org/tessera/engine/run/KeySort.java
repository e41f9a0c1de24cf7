package org.tessera.engine.run;

import java.util.Arrays;

/**
 * Sorts whole numbers in pieces, so that a cancel is heard between any two: pieces are sorted on all threads and then
 * merged in pairs. O(n log n), twice n numbers of memory. Equal numbers cannot be told apart, so the result does not
 * depend on threads.
 */
public final class KeySort {

    /** Sorted or merged in a few milliseconds. */
    private static final int PIECE = 1 << 16;

    private final long[] keys;
    private final long[] merged;
    private final RunContext run;

    /**
     * Numbers to sort, all 0 at first.
     *
     * @param n how many
     * @param run threads, cancel
     */
    public KeySort(int n, RunContext run) {
        this(new long[n], run);
    }

    private KeySort(long[] keys, RunContext run) {
        this.keys = keys;
        this.run = run;
        merged = new long[keys.length > PIECE ? keys.length : 0];
    }

    /**
     * Sorts numbers.
     *
     * @param numbers the numbers, sorted in place
     * @param run threads, cancel
     * @throws RunCanceledException if the user has canceled
     */
    public static void sort(long[] numbers, RunContext run) {
        new KeySort(numbers, run).sort(0, numbers.length);
    }

    /**
     * Sorts doubles as {@link Arrays#sort(double[])} does: -0 before 0, NaN last.
     *
     * @param numbers the numbers, sorted in place
     * @param run threads, cancel
     * @throws RunCanceledException if the user has canceled
     */
    public static void sort(double[] numbers, RunContext run) {
        int n = numbers.length;
        if (n <= PIECE) {
            Arrays.sort(numbers);
            return;
        }
        KeySort sort = new KeySort(n, run);
        run.forBlocks(pieces(n, PIECE), piece -> {
            for (int i = piece * PIECE; i < Math.min(n, (piece + 1L) * PIECE); i++) {
                sort.keys[i] = key(numbers[i]);
            }
        });
        sort.sort(0, n);
        run.forBlocks(pieces(n, PIECE), piece -> {
            for (int i = piece * PIECE; i < Math.min(n, (piece + 1L) * PIECE); i++) {
                numbers[i] = Double.longBitsToDouble(flipped(sort.keys[i]));
            }
        });
    }

    /**
     * A whole number for a double, in the same order.
     *
     * @param number any double
     * @return its key; the keys of -0 and 0 differ
     */
    public static long key(double number) {
        return flipped(Double.doubleToLongBits(number));
    }

    private static long flipped(long bits) {
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /**
     * Sets a number.
     *
     * @param i its place
     * @param key the number
     */
    public void set(int i, long key) {
        keys[i] = key;
    }

    /**
     * The number at a place.
     *
     * @param i the place
     * @return the number
     */
    public long at(int i) {
        return keys[i];
    }

    /**
     * Sorts a part of the numbers.
     *
     * @param from its first place
     * @param to the place behind its last
     * @throws RunCanceledException if the user has canceled
     */
    public void sort(int from, int to) {
        int n = to - from;
        if (n <= PIECE) {
            Arrays.sort(keys, from, to);
            return;
        }
        run.forBlocks(pieces(n, PIECE), piece -> {
            int start = from + piece * PIECE;
            Arrays.sort(keys, start, Math.min(to, start + PIECE));
        });
        for (long width = PIECE; width < n; width *= 2) {
            merge(from, to, width);
        }
    }

    private static int pieces(int n, long width) {
        return (int) ((n + width - 1) / width);
    }

    /** DendrogramBuilder neighbors of sorted runs of a width. */
    private void merge(int from, int to, long width) {
        run.forBlocks(pieces(to - from, 2 * width), pair -> {
            long start = from + 2 * width * pair;
            merge((int) start, (int) Math.min(to, start + width), (int) Math.min(to, start + 2 * width));
        });
        System.arraycopy(merged, from, keys, from, to - from);
    }

    private void merge(int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if ((i - from) % PIECE == 0) {
                run.checkCanceled();
            }
            boolean takeLeft = left < middle && (right >= to || keys[left] <= keys[right]);
            merged[i] = keys[takeLeft ? left++ : right++];
        }
    }
}
