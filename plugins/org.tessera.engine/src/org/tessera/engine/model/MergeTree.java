package org.tessera.engine.model;

import java.util.Objects;

/**
 * The dendrogram of an agglomerative clustering as a list of n - 1 merges, in the layout of scipy's linkage matrix:
 * clusters 0 to n - 1 are the rows, merge i joins clusters {@code left[i]} and {@code right[i]} (left below right) into
 * cluster n + i at {@code heights[i]}. Merges are in the order in which they are done: by height, except for inversions
 * of centroid linkage.
 *
 * @param left first cluster of each merge
 * @param right second cluster of each merge
 * @param heights height of each merge, as in scipy
 */
public record MergeTree(int[] left, int[] right, double[] heights) {

    /** Checks that the lengths agree. */
    public MergeTree {
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(heights, "heights");
        if (left.length != right.length || left.length != heights.length) {
            throw new IllegalArgumentException("A tree needs as many left (" + left.length + ") as right ("
                    + right.length + ") clusters and heights (" + heights.length + ")");
        }
    }

    /** @return the number of rows n, merges + 1 */
    public int rows() {
        return left.length + 1;
    }
}
