package org.tessera.engine.data;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The order in which segments are numbered: by decreasing size, ties by the centre (first coordinate, then the next),
 * so that numbers do not depend on the algorithm's own numbering or on the order of the rows.
 *
 * @param labels the labels in the new numbering
 * @param newToOld for each new segment number the old one (k' entries: old segments without a row are left out)
 */
public record SegmentOrder(Labels labels, int[] newToOld) {

    /**
     * Renumbers raw labels. O(n d + k log k); sums run in a fixed order of sorted rows' values only through the centre
     * tie-break, which is compared with a relative tolerance of 1e-9 so that the order of the rows does not matter.
     *
     * @param raw a label per row, any numbers 0 to k - 1 (gaps allowed), or -1 for noise
     * @param k upper bound of the raw labels
     * @param features the n x d features of the same rows
     * @return labels and the permutation
     * @throws IllegalArgumentException if the lengths differ or a raw label is outside -1 to k - 1
     */
    public static SegmentOrder bySize(int[] raw, int k, Matrix features) {
        if (raw.length != features.rows()) {
            throw new IllegalArgumentException(
                    raw.length + " labels for " + features.rows() + " rows: the numbers must be equal");
        }
        int d = features.columns();
        int[] sizes = new int[k];
        double[] centres = new double[k * d];
        double[] values = features.values();
        for (int i = 0; i < raw.length; i++) {
            int label = raw[i];
            if (label < Labels.NOISE || label >= k) {
                throw new IllegalArgumentException("Label " + label + " of row " + i + " is outside -1 to " + (k - 1));
            }
            if (label != Labels.NOISE) {
                sizes[label]++;
                for (int j = 0; j < d; j++) {
                    centres[label * d + j] += values[i * d + j];
                }
            }
        }
        Integer[] order = new Integer[k];
        int used = 0;
        for (int s = 0; s < k; s++) {
            if (sizes[s] > 0) {
                order[used++] = s;
                for (int j = 0; j < d; j++) {
                    centres[s * d + j] /= sizes[s];
                }
            }
        }
        Comparator<Integer> bySize = (a, b) -> Integer.compare(sizes[b], sizes[a]);
        Arrays.sort(order, 0, used, bySize.thenComparing((a, b) -> compareCentres(centres, a, b, d)));
        int[] newToOld = new int[used];
        int[] oldToNew = new int[k];
        for (int s = 0; s < used; s++) {
            newToOld[s] = order[s];
            oldToNew[order[s]] = s;
        }
        int[] renumbered = new int[raw.length];
        for (int i = 0; i < raw.length; i++) {
            renumbered[i] = raw[i] == Labels.NOISE ? Labels.NOISE : oldToNew[raw[i]];
        }
        return new SegmentOrder(Labels.of(renumbered), newToOld);
    }

    private static int compareCentres(double[] centres, int a, int b, int d) {
        for (int j = 0; j < d; j++) {
            double x = centres[a * d + j];
            double y = centres[b * d + j];
            if (Math.abs(x - y) > 1e-9 * Math.max(Math.abs(x), Math.abs(y))) {
                return Double.compare(x, y);
            }
        }
        return Integer.compare(a, b);
    }
}
