package org.tessera.engine.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * The rows that a segmentation was made of, as 64-bit hashes of identifier and features. A table in another order, or with
 * some of the rows only, is thus matched with the labels row by row; neither identifiers nor features can be read from
 * it. Two of n different rows have the same hash with a probability of about n² / 2^65. Immutable.
 */
public final class TrainingRows {

    /** Rows of which nothing is known. */
    public static final TrainingRows UNKNOWN = new TrainingRows(new long[0]);

    /** The position of a row that is not among the training rows. */
    public static final int ABSENT = -1;

    private static final long START = 0xCBF29CE484222325L;
    private static final long STEP = 0xD6E8FEB86659FD93L;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] hashes;

    private TrainingRows(long[] hashes) {
        this.hashes = hashes;
    }

    /**
     * Hashes rows. O(n d).
     *
     * @param ids n hashes of identifiers, see {@link #hash(String)}
     * @param x n x d features; -0.0 counts as 0.0
     * @param run cancel
     * @return the rows
     * @throws IllegalArgumentException if the numbers of identifiers and rows differ
     */
    public static TrainingRows of(long[] ids, Matrix x, RunContext run) {
        if (ids.length != x.rows()) {
            throw new IllegalArgumentException(ids.length + " identifiers for " + x.rows() + " rows");
        }
        CancellationCheck cancellation = new CancellationCheck(run);
        long[] hashes = new long[ids.length];
        for (int i = 0; i < hashes.length; i++) {
            long hash = ids[i];
            for (int j = 0; j < x.columns(); j++) {
                cancellation.step();
                hash = mixed(hash, Double.doubleToLongBits(x.at(i, j) + 0.0));
            }
            hashes[i] = hash;
        }
        return new TrainingRows(hashes);
    }

    /**
     * The hash of an identifier.
     *
     * @param id the identifier, such as a RowID
     * @return 64 bits
     */
    public static long hash(String id) {
        long hash = START;
        for (int i = 0; i < id.length(); i++) {
            hash = mixed(hash, id.charAt(i));
        }
        return hash;
    }

    /**
     * Adds a value to a hash.
     *
     * @param hash the hash so far
     * @param value what is added
     * @return 64 bits that depend on all bits of both
     */
    public static long mixed(long hash, long value) {
        long spread = value * SPREAD;
        long mixed = (hash ^ (spread ^ spread >>> 32)) * STEP;
        return mixed ^ mixed >>> 29;
    }

    /**
     * Rows from their stored form.
     *
     * @param words the two halves of each hash, high ones first, as of {@link #toWords()}
     * @return the rows
     * @throws IllegalArgumentException if a half is absent
     */
    public static TrainingRows ofWords(int... words) {
        if (words.length % 2 != 0) {
            throw new IllegalArgumentException(words.length + " halves of hashes are no whole number of rows");
        }
        long[] hashes = new long[words.length / 2];
        Arrays.setAll(hashes, i -> (long) words[2 * i] << 32 | words[2 * i + 1] & 0xFFFFFFFFL);
        return new TrainingRows(hashes);
    }

    /** @return the two halves of each hash, high ones first */
    public int[] toWords() {
        int[] words = new int[2 * hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            words[2 * i] = (int) (hashes[i] >>> 32);
            words[2 * i + 1] = (int) hashes[i];
        }
        return words;
    }

    /** @return the number of rows, 0 if nothing is known of them */
    public int size() {
        return hashes.length;
    }

    /**
     * Finds rows among these. O(n + m) for n of these and m others.
     *
     * @param others rows of another table
     * @param run cancel
     * @return per row of the other table its position among these, or {@link #ABSENT}
     */
    public int[] positionsOf(TrainingRows others, RunContext run) {
        int[] positions = new int[others.hashes.length];
        if (Arrays.equals(hashes, others.hashes)) {
            Arrays.setAll(positions, i -> i);
            return positions;
        }
        Map<Long, Integer> known = new HashMap<>();
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int i = 0; i < hashes.length; i++) {
            cancellation.step();
            known.put(hashes[i], i);
        }
        for (int i = 0; i < positions.length; i++) {
            cancellation.step();
            positions[i] = Objects.requireNonNullElse(known.get(others.hashes[i]), ABSENT);
        }
        return positions;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrainingRows rows && Arrays.equals(rows.hashes, hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return "TrainingRows of " + hashes.length + " rows";
    }
}
