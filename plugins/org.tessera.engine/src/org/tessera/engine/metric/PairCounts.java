package org.tessera.engine.metric;

import java.util.Arrays;

/**
 * Counts how often pairs of numbers occur: in a table of all pairs where that is small, else in a hash table of those that
 * occur. O(1) per pair. Places run from 0; what is at them does not depend on anything but the pairs that were added.
 */
final class PairCounts {

    /** Largest table of all pairs. */
    private static final int MOST_CELLS = 1 << 16;

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final int seconds;
    private final boolean complete;
    /** Pairs of the places, of a hash table only. */
    private long[] keys;

    private int[] counts;
    private int filled;

    /** @param firsts first numbers are below @param seconds second numbers are below */
    PairCounts(int firsts, int seconds) {
        this.seconds = seconds;
        complete = (long) firsts * seconds <= MOST_CELLS;
        keys = new long[complete ? 0 : FIRST_CAPACITY];
        counts = new int[complete ? firsts * seconds : FIRST_CAPACITY];
    }

    void add(int first, int second) {
        int place = complete ? first * seconds + second : place((long) first * seconds + second);
        if (counts[place]++ == 0) {
            filled++;
            if (!complete && filled > counts.length / 4 * 3) {
                grow();
            }
        }
    }

    /** The place of a pair, which is entered if it is new. */
    private int place(long key) {
        int mask = keys.length - 1;
        int place = (int) (key * MIX >>> 32) & mask;
        while (counts[place] != 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        keys[place] = key;
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new int[keys.length];
        for (int c = 0; c < oldKeys.length; c++) {
            if (oldCounts[c] != 0) {
                counts[place(oldKeys[c])] = oldCounts[c];
            }
        }
    }

    /** How many different pairs there are. */
    int filled() {
        return filled;
    }

    /** The first place with a pair from one on, or -1. */
    int next(int from) {
        for (int c = from; c < counts.length; c++) {
            if (counts[c] != 0) {
                return c;
            }
        }
        return -1;
    }

    int first(int place) {
        return (int) (key(place) / seconds);
    }

    int second(int place) {
        return (int) (key(place) % seconds);
    }

    private long key(int place) {
        return complete ? place : keys[place];
    }

    /** How often the pair of a place occurs. */
    long rows(int place) {
        return counts[place];
    }

    /** How many two occurrences of the same pair there are. */
    long together() {
        return Arrays.stream(counts).mapToLong(c -> c * (c - 1L) / 2).sum();
    }
}
