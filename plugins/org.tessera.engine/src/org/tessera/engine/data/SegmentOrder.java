package org.tessera.engine.data;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A canonical numbering of segments: by decreasing size, ties by the centroid in lexicographic order, so that the
 * numbers depend neither on the algorithm's own numbering nor on the order of the rows.
 *
 * @param labels the labels in the new numbering
 * @param newToOld for each new segment number the old one; old segments without a row are omitted
 */
public record SegmentOrder(Labels labels, int[] newToOld) {

    /**
     * Renumbers raw labels. O(n + k log k), with segments of equal size O(n d); centroids are compared with a relative
     * tolerance of 1e-9 so that the order of the rows does not matter.
     *
     * @param raw a label per row, 0 to k - 1 (gaps allowed), or -1 for noise
     * @param k exclusive upper bound of the raw labels
     * @param features the n x d features of the same rows
     * @return labels and the permutation
     * @throws IllegalArgumentException if the lengths differ or a raw label is outside -1 to k - 1
     */
    public static SegmentOrder bySize(int[] raw, int k, Matrix features) {
        if (raw.length != features.rows()) {
            throw new IllegalArgumentException(
                    raw.length + " labels for " + features.rows() + " rows: the numbers must be equal");
        }
        int[] sizes = sizes(raw, k);
        Integer[] order = new Integer[k];
        int used = 0;
        for (int s = 0; s < k; s++) {
            if (sizes[s] > 0) {
                order[used++] = s;
            }
        }
        Comparator<Integer> bySize = (a, b) -> Integer.compare(sizes[b], sizes[a]);
        Arrays.sort(order, 0, used, bySize);
        if (isTied(order, used, sizes)) {
            double[] centroids = centroids(raw, sizes, features);
            Arrays.sort(
                    order,
                    0,
                    used,
                    bySize.thenComparing((a, b) -> compareCentroids(centroids, a, b, features.columns())));
        }
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

    private static int[] sizes(int[] raw, int k) {
        int[] sizes = new int[k];
        for (int i = 0; i < raw.length; i++) {
            int label = raw[i];
            if (label < Labels.NOISE || label >= k) {
                throw new IllegalArgumentException("Label " + label + " of row " + i + " is outside -1 to " + (k - 1));
            }
            if (label != Labels.NOISE) {
                sizes[label]++;
            }
        }
        return sizes;
    }

    private static boolean isTied(Integer[] order, int used, int[] sizes) {
        for (int s = 1; s < used; s++) {
            if (sizes[order[s]] == sizes[order[s - 1]]) {
                return true;
            }
        }
        return false;
    }

    private static double[] centroids(int[] raw, int[] sizes, Matrix features) {
        int d = features.columns();
        double[] values = features.values();
        double[] centroids = new double[sizes.length * d];
        for (int i = 0; i < raw.length; i++) {
            for (int j = 0; raw[i] != Labels.NOISE && j < d; j++) {
                centroids[raw[i] * d + j] += values[i * d + j];
            }
        }
        for (int c = 0; c < centroids.length; c++) {
            centroids[c] /= Math.max(1, sizes[c / d]);
        }
        return centroids;
    }

    private static int compareCentroids(double[] centroids, int a, int b, int d) {
        for (int j = 0; j < d; j++) {
            double x = centroids[a * d + j];
            double y = centroids[b * d + j];
            if (Math.abs(x - y) > 1e-9 * Math.max(Math.abs(x), Math.abs(y))) {
                return Double.compare(x, y);
            }
        }
        return Integer.compare(a, b);
    }
}
