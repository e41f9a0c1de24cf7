package org.tessera.engine.cluster.kmeans.search;

import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.Means;

/** Quick looks at a k-means that is under way, from its centroids and sizes only: O(k d) and O(k² d). Euclidean. */
final class FastInertia {

    private final int d;
    private final double[] mean;
    private final double total;

    FastInertia(Matrix x) {
        double[] values = x.values();
        d = x.columns();
        mean = Means.of(x, Labels.of(new int[x.rows()])).values();
        double sum = 0;
        for (int at = 0; at < values.length; at += d) {
            sum += Distance.EUCLIDEAN.reduced(values, at, mean, 0, d);
        }
        total = sum;
    }

    /** About the inertia: the spread of all rows less that of the centroids, which are means. Some digits are lost. */
    double inertia(double[] centroids, int[] sizes) {
        double between = 0;
        for (int c = 0; c < sizes.length; c++) {
            between += sizes[c] * Distance.EUCLIDEAN.reduced(centroids, c * d, mean, 0, d);
        }
        return total - between;
    }

    /** What rows would cost more if each centroid went to the nearest of others: small if both are about the same. */
    double apart(double[] centroids, int[] sizes, double[] others) {
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
