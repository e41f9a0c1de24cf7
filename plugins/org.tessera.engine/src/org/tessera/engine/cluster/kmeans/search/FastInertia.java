package org.tessera.engine.cluster.kmeans.search;

import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.Means;

/**
 * The inertia of a k-means that is under way, from its centroids and sizes only: the total sum of squares of the rows
 * is that within the clusters and that between them. O(n d) once, O(k d) per inertia. Euclidean distance.
 */
final class FastInertia {

    private final int d;
    private final double[] mean;
    private final double totalSumOfSquares;

    FastInertia(Matrix x) {
        double[] values = x.values();
        d = x.columns();
        mean = Means.of(x, Labels.of(new int[x.rows()])).values();
        double sum = 0;
        for (int at = 0; at < values.length; at += d) {
            sum += Distance.EUCLIDEAN.reduced(values, at, mean, 0, d);
        }
        totalSumOfSquares = sum;
    }

    /** The inertia where the centroids are the means of their rows; some digits cancel. */
    double inertia(double[] centroids, int[] sizes) {
        double between = 0;
        for (int c = 0; c < sizes.length; c++) {
            between += sizes[c] * Distance.EUCLIDEAN.reduced(centroids, c * d, mean, 0, d);
        }
        return totalSumOfSquares - between;
    }

    /**
     * The squared distances of centroids to the nearest of others, weighted by size: by how much the inertia would grow
     * if each centroid moved there. Near 0 if both are the same centroids. O(k² d).
     */
    double displacement(double[] centroids, int[] sizes, double[] others) {
        double sum = 0;
        for (int c = 0; c < sizes.length; c++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int o = 0; o < others.length; o += d) {
                nearest = Math.min(nearest, Distance.EUCLIDEAN.reduced(centroids, c * d, others, o, d));
            }
            sum += sizes[c] * nearest;
        }
        return sum;
    }
}
