package org.tessera.engine.cluster.kmeans;

import java.util.Arrays;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RunContext;

/**
 * Hamerly's bounds: per row an upper bound of the distance to its own centroid and a lower bound of the distance to any
 * other one. A row keeps its centroid if the upper bound is below the lower bound, or below half the distance of the
 * centroid to the nearest other one. When centroids move, upper bounds grow by the drift of the own centroid and lower
 * bounds shrink by the maximum drift of all others. Hamerly (2010), Making k-means even faster, <a
 * href="https://doi.org/10.1137/1.9781611972801.12">doi:10.1137/1.9781611972801.12</a>.
 *
 * <p>Bounds are stored relative to the drift so far and written only when a row's distances are computed; the drift
 * since is added when they are read. They are widened by the rounding error of the distances, and stored as floats that
 * are rounded outwards: 8 bytes per row.
 */
final class HamerlyBounds {

    private static final double DOUBLE_ULP = 0x1p-52;
    private static final double FLOAT_ULP = 0x1p-23;
    /** From this many centroids on, their distances to each other are computed by several threads. */
    private static final int MIN_PARALLEL_CENTROIDS = 64;

    private static final int MAX_GROUPS = 16;

    private final int k;
    private final int d;
    private final Distance distance;
    private final double relativeError;
    /** Upper bound of the distance to the own centroid, less the total drift of that centroid when it was set. */
    private final float[] upper;
    /** Lower bound of the distance to any other centroid, plus the total drift of the others when it was set. */
    private final float[] lower;
    /** Half the distance of each centroid to the nearest other one, rounded down. */
    private final double[] halfSeparation;
    /** Drift of each centroid, summed over the iterations and rounded up. */
    private final double[] drift;
    /** Maximum drift of all other centroids, summed over the iterations and rounded up. */
    private final double[] otherDrift;

    HamerlyBounds(int n, int k, int d, Distance distance) {
        this.k = k;
        this.d = d;
        this.distance = distance;
        relativeError = 4 * (d + 8) * DOUBLE_ULP;
        upper = new float[n];
        lower = new float[n];
        halfSeparation = new double[k];
        drift = new double[k];
        otherDrift = new double[k];
    }

    /** The bound of the relative rounding error of a distance. */
    double relativeError() {
        return relativeError;
    }

    /** Starts a run: the bounds of a row are undefined until they are set. */
    void reset() {
        Arrays.fill(drift, 0);
        Arrays.fill(otherDrift, 0);
    }

    /**
     * Sets the bounds of a row: distance to its centroid at most {@code own}, to any other one at least {@code other}.
     */
    void set(int row, int centroid, double own, double other) {
        upper[row] = roundUp(own - drift[centroid]);
        lower[row] = -roundUp(-other - otherDrift[centroid]);
    }

    /** A float above the value, by one or two units in the last place. */
    private static float roundUp(double value) {
        return (float) (value + Math.abs(value) * FLOAT_ULP) + Float.MIN_VALUE;
    }

    /** Whether the bounds prove that the centroid of a row is strictly nearest. */
    boolean isNearest(int row, int centroid) {
        double own = upper[row] + drift[centroid];
        return own < lower[row] - otherDrift[centroid] || own < halfSeparation[centroid];
    }

    /** Makes the bounds of all rows prove nothing until they are set again. */
    void invalidate() {
        Arrays.fill(upper, Float.POSITIVE_INFINITY);
    }

    /** Computes the distance of every centroid to the nearest other one. O(k² d). */
    void updateSeparations(double[] centroids, RunContext run) {
        int threads = k < MIN_PARALLEL_CENTROIDS ? 1 : run.threads();
        run.withThreads(threads).forBlocks(Math.min(k, MAX_GROUPS), group -> {
            for (int a = group; a < k; a += MAX_GROUPS) {
                double nearest = Double.POSITIVE_INFINITY;
                for (int b = 0; b < k; b++) {
                    if (b != a) {
                        nearest = Math.min(nearest, distance.between(centroids, a * d, centroids, b * d, d));
                    }
                }
                halfSeparation[a] = nearest / 2 * (1 - relativeError);
            }
        });
    }

    /** Adds the drift of the centroids in an update step. */
    void addDrift(double[] before, double[] after) {
        double[] step = new double[k];
        int max = 0;
        for (int c = 0; c < k; c++) {
            step[c] = distance.between(before, c * d, after, c * d, d) * (1 + relativeError);
            max = step[c] > step[max] ? c : max;
        }
        double second = 0;
        for (int c = 0; c < k; c++) {
            second = c == max ? second : Math.max(second, step[c]);
        }
        for (int c = 0; c < k; c++) {
            drift[c] = Math.nextUp(drift[c] + step[c]);
            otherDrift[c] = Math.nextUp(otherDrift[c] + (c == max ? second : step[max]));
        }
    }
}
