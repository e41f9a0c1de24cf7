package org.tessera.engine.cluster.kmeans;

import java.util.Arrays;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RunContext;

/**
 * Bounds that prove for most rows that their centroid is still the nearest. Hamerly (2010), Making k-means even faster, <a
 * href="https://doi.org/10.1137/1.9781611972801.12">doi:10.1137/1.9781611972801.12</a>. Those of a row are written only
 * when it meets the centroids; what the centroids have moved since is added when they are read. They are widened by what
 * rounding may have done, and kept as floats rounded outwards: 8 bytes per row.
 */
final class HamerlyBounds {

    private static final double ULP = 0x1p-52;
    private static final double FLOAT_ULP = 0x1p-23;
    private static final int MANY_CENTROIDS = 64;
    private static final int GROUPS = 16;

    private final int k;
    private final int d;
    private final Distance distance;
    private final double error;
    /** At least the distance to the own centroid, less what that centroid had moved before. */
    private final float[] upper;
    /** At most the distance to any other centroid, plus what others could have come nearer before. */
    private final float[] lower;
    /** Half the distance of each centroid to the nearest other one, a little less. */
    private final double[] half;
    /** What each centroid has moved in all, a little more. */
    private final double[] moved;
    /** What those that are not it have moved at most. */
    private final double[] othersMoved;

    HamerlyBounds(int n, int k, int d, Distance distance) {
        this.k = k;
        this.d = d;
        this.distance = distance;
        error = 4 * (d + 8) * ULP;
        upper = new float[n];
        lower = new float[n];
        half = new double[k];
        moved = new double[k];
        othersMoved = new double[k];
    }

    /** The relative error that distances may have. */
    double error() {
        return error;
    }

    /** Begins anew: every row has to be set before it is asked for. */
    void restart() {
        Arrays.fill(moved, 0);
        Arrays.fill(othersMoved, 0);
    }

    /** Takes bounds of a row's distances to its centroid and to the next one. */
    void set(int row, int centroid, double own, double next) {
        upper[row] = up(own - moved[centroid]);
        lower[row] = -up(-next - othersMoved[centroid]);
    }

    /** The next float or the one after it. */
    private static float up(double bound) {
        return (float) (bound + Math.abs(bound) * FLOAT_ULP) + Float.MIN_VALUE;
    }

    /** Whether a row's centroid is proved to be strictly nearest. */
    boolean settle(int row, int centroid) {
        double own = upper[row] + moved[centroid];
        return own < lower[row] - othersMoved[centroid] || own < half[centroid];
    }

    /** Settles no row before it is set again. */
    void forget() {
        Arrays.fill(upper, Float.POSITIVE_INFINITY);
    }

    /** Notes how far the centroids are from each other. O(k² d). */
    void among(double[] centroids, RunContext run) {
        run.withThreads(k < MANY_CENTROIDS ? 1 : run.threads()).forBlocks(Math.min(k, GROUPS), group -> {
            for (int a = group; a < k; a += GROUPS) {
                double nearest = Double.POSITIVE_INFINITY;
                for (int b = 0; b < k; b++) {
                    if (b != a) {
                        nearest = Math.min(nearest, distance.between(centroids, a * d, centroids, b * d, d));
                    }
                }
                half[a] = nearest / 2 * (1 - error);
            }
        });
    }

    /** Notes how far the centroids went. */
    void moved(double[] from, double[] to) {
        double[] drift = new double[k];
        int farthest = 0;
        for (int c = 0; c < k; c++) {
            drift[c] = distance.between(from, c * d, to, c * d, d) * (1 + error);
            farthest = drift[c] > drift[farthest] ? c : farthest;
        }
        double second = 0;
        for (int c = 0; c < k; c++) {
            second = c == farthest ? second : Math.max(second, drift[c]);
        }
        for (int c = 0; c < k; c++) {
            moved[c] = Math.nextUp(moved[c] + drift[c]);
            othersMoved[c] = Math.nextUp(othersMoved[c] + (c == farthest ? second : drift[farthest]));
        }
    }
}
