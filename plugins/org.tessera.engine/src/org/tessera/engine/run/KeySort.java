package org.tessera.engine.run;

import java.util.Arrays;

/**
 * A parallel merge sort of 64-bit keys that can be canceled: chunks are sorted on all threads, then sorted runs are
 * merged in pairs, with a check for cancellation between chunks. O(n log n) time, a buffer of n keys. Equal keys are
 * identical, so the result does not depend on the number of threads.
 */
public final class KeySort {

    /** Keys sorted or merged between two checks for cancellation: a few milliseconds. */
    private static final int CHUNK = 1 << 16;

    private final long[] keys;
    private final long[] merged;
    private final RunContext run;

    /**
     * An array of keys to sort, all 0 at first.
     *
     * @param n number of keys
     * @param run threads, cancel
     */
    public KeySort(int n, RunContext run) {
        this(new long[n], run);
    }

    private KeySort(long[] keys, RunContext run) {
        this.keys = keys;
        this.run = run;
        merged = new long[keys.length > CHUNK ? keys.length : 0];
    }

    /**
     * Sorts keys.
     *
     * @param numbers the keys, sorted in place
     * @param run threads, cancel
     * @throws RunCanceledException if the user has canceled
     */
    public static void sort(long[] numbers, RunContext run) {
        new KeySort(numbers, run).sort(0, numbers.length);
    }

    /**
     * Sorts doubles in the order of {@link Double#compare}: -0 before 0, NaN last.
     *
     * @param numbers the numbers, sorted in place
     * @param run threads, cancel
     * @throws RunCanceledException if the user has canceled
     */
    public static void sort(double[] numbers, RunContext run) {
        int n = numbers.length;
        if (n <= CHUNK) {
            Arrays.sort(numbers);
            return;
        }
        KeySort sort = new KeySort(n, run);
        run.forBlocks(chunks(n, CHUNK), chunk -> {
            for (int i = chunk * CHUNK; i < Math.min(n, (chunk + 1L) * CHUNK); i++) {
                sort.keys[i] = key(numbers[i]);
            }
        });
        sort.sort(0, n);
        run.forBlocks(chunks(n, CHUNK), chunk -> {
            for (int i = chunk * CHUNK; i < Math.min(n, (chunk + 1L) * CHUNK); i++) {
                numbers[i] = Double.longBitsToDouble(flipped(sort.keys[i]));
            }
        });
    }

    /**
     * Maps doubles to keys in the same order.
     *
     * @param number any double
     * @return its key; the keys of -0 and 0 differ
     */
    public static long key(double number) {
        return flipped(Double.doubleToLongBits(number));
    }

    /** The bits of a double as a key and back: those of negative numbers are inverted except for the sign. */
    private static long flipped(long bits) {
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /**
     * Sets a key.
     *
     * @param i its index
     * @param key the key
     */
    public void set(int i, long key) {
        keys[i] = key;
    }

    /**
     * Returns a key.
     *
     * @param i its index
     * @return the key
     */
    public long at(int i) {
        return keys[i];
    }

    /**
     * Sorts a range of the keys.
     *
     * @param from index of the first key, inclusive
     * @param to index of the last key, exclusive
     * @throws RunCanceledException if the user has canceled
     */
    public void sort(int from, int to) {
        int n = to - from;
        if (n <= CHUNK) {
            Arrays.sort(keys, from, to);
            return;
        }
        run.forBlocks(chunks(n, CHUNK), chunk -> {
            int start = from + chunk * CHUNK;
            Arrays.sort(keys, start, Math.min(to, start + CHUNK));
        });
        for (long width = CHUNK; width < n; width *= 2) {
            merge(from, to, width);
        }
    }

    private static int chunks(int n, long width) {
        return (int) ((n + width - 1) / width);
    }

    /** Merges adjacent sorted runs of the given width in pairs. */
    private void merge(int from, int to, long width) {
        run.forBlocks(chunks(to - from, 2 * width), pair -> {
            long start = from + 2 * width * pair;
            merge((int) start, (int) Math.min(to, start + width), (int) Math.min(to, start + 2 * width));
        });
        System.arraycopy(merged, from, keys, from, to - from);
    }

    private void merge(int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if ((i - from) % CHUNK == 0) {
                run.checkCanceled();
            }
            boolean takeLeft = left < middle && (right >= to || keys[left] <= keys[right]);
            merged[i] = keys[takeLeft ? left++ : right++];
        }
    }
}
