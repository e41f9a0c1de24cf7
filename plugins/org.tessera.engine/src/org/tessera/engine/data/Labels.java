package org.tessera.engine.data;

import java.util.Arrays;
import java.util.Objects;

/**
 * Segment labels of n rows: 0 to k - 1, or {@link #NOISE}. Every segment 0 to k - 1 has at least one row. Immutable.
 */
public final class Labels {

    /** The label of a row that belongs to no segment. */
    public static final int NOISE = -1;

    /** The display name of {@link #NOISE}. */
    public static final String NOISE_NAME = "Noise";

    private final int[] values;
    private final int[] sizes;
    private final int noise;

    private Labels(int[] values, int[] sizes, int noise) {
        this.values = values;
        this.sizes = sizes;
        this.noise = noise;
    }

    /**
     * Copies the labels and counts the rows of each segment. O(n).
     *
     * @param values a label per row, 0 to k - 1 without gaps, or {@link #NOISE}
     * @return the labels
     * @throws IllegalArgumentException if a label is below -1 or a segment between 0 and the largest label has no row
     */
    public static Labels of(int... values) {
        int k = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] < NOISE) {
                throw new IllegalArgumentException("Label " + values[i] + " of row " + i + " is below -1 (noise)");
            }
            k = Math.max(k, values[i] + 1);
        }
        int[] sizes = new int[Math.min(k, values.length + 1)];
        int noise = 0;
        for (int label : values) {
            if (label == NOISE) {
                noise++;
            } else if (label < sizes.length) {
                sizes[label]++;
            }
        }
        for (int s = 0; s < sizes.length; s++) {
            if (sizes[s] == 0) {
                throw new IllegalArgumentException("Segment " + s + " of " + k + " has no row: number without gaps");
            }
        }
        return new Labels(values.clone(), sizes, noise);
    }

    /** @return the number of rows n, noise included */
    public int size() {
        return values.length;
    }

    /**
     * The label of a row.
     *
     * @param row row index, 0 to n - 1
     * @return 0 to k - 1, or {@link #NOISE}
     */
    public int at(int row) {
        return values[row];
    }

    /** @return the number of segments k, noise not counted */
    public int segments() {
        return sizes.length;
    }

    /**
     * The number of rows of a segment.
     *
     * @param segment 0 to k - 1
     * @return at least 1
     */
    public int sizeOf(int segment) {
        return sizes[segment];
    }

    /** @return a copy of the k segment sizes */
    public int[] sizes() {
        return sizes.clone();
    }

    /** @return the number of noise rows */
    public int noise() {
        return noise;
    }

    /** @return a copy of the n labels */
    public int[] toArray() {
        return values.clone();
    }

    /**
     * The display name of a label.
     *
     * @param label 0 to k - 1, or {@link #NOISE}
     * @return "Segment 1" for label 0, and so on, or "Noise"
     */
    public static String name(int label) {
        return label == NOISE ? NOISE_NAME : "Segment " + (Objects.checkIndex(label, Integer.MAX_VALUE) + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels l && Arrays.equals(l.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Labels of " + values.length + " rows, sizes " + Arrays.toString(sizes) + ", noise " + noise;
    }
}
