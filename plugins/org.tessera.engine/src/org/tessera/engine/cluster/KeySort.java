package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.run.RunContext;

/**
 * Sorts whole numbers in pieces, so that a cancel is heard between any two: pieces are sorted on all threads and then
 * merged in pairs. O(n log n), twice n numbers of memory. Equal numbers cannot be told apart, so the result does not
 * depend on threads.
 */
final class KeySort {

    /** Sorted or merged in a few milliseconds. */
    private static final int PIECE = 1 << 16;

    private final long[] keys;
    private final long[] merged;
    private final RunContext run;

    KeySort(int n, RunContext run) {
        keys = new long[n];
        merged = new long[n > PIECE ? n : 0];
        this.run = run;
    }

    void set(int i, long key) {
        keys[i] = key;
    }

    long at(int i) {
        return keys[i];
    }

    /** Sorts the numbers from from to to, exclusively. */
    void sort(int from, int to) {
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

    /** Merges neighbours of sorted runs of a width. */
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
