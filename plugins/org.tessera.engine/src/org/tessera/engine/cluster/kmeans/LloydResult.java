package org.tessera.engine.cluster.kmeans;

import java.util.Comparator;

/**
 * The state in which a run of Lloyd's algorithm ended. The arrays are shared, not to be changed.
 *
 * @param labels the nearest centroid of each row, 0 to k - 1; before convergence, that of the last assignment step
 * @param centroids k x d centroids, row-major
 * @param inertia the objective: squared distances of the rows to their centroids, for Manhattan the distances, summed
 * @param iterations number of update steps
 * @param converged whether the last assignment step changed no label
 * @param clusters sizes and sums of the clusters, from which another run can start
 */
public record LloydResult(
        int[] labels, double[] centroids, double inertia, int iterations, boolean converged, Clusters clusters) {

    /** Lowest inertia first. */
    public static final Comparator<LloydResult> BY_INERTIA = Comparator.comparingDouble(LloydResult::inertia);

    /**
     * The rows of each cluster, summed up.
     *
     * @param sizes number of rows per cluster
     * @param sums sums of the rows per cluster; null for the Manhattan distance, which has no use for them
     */
    record Clusters(int[] sizes, ReproducibleSums sums) {}

    /** @return the number of features d */
    int columns() {
        return centroids.length / clusters.sizes.length;
    }
}
