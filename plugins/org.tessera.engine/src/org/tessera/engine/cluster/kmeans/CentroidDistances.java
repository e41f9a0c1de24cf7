package org.tessera.engine.cluster.kmeans;

import java.util.Arrays;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.distance.ReducedDistances;

/**
 * The costs of a batch of rows at all centroids: squared Euclidean or Manhattan distances. The rows are stored column
 * by column, so that the loops vectorize ({@link ReducedDistances}). Scratch of one thread. O(k d) per row.
 */
final class CentroidDistances {

    /** Most rows of a batch; with the columns of most tables they stay in the first cache. */
    static final int MAX_ROWS = 256;

    private final int k;
    private final int d;
    private final Distance distance;
    private final double[][] columns;
    /** Per centroid the costs of the rows. */
    private final double[][] costs;

    private final double[] lowestCost = new double[MAX_ROWS];
    private final double[] secondCost = new double[MAX_ROWS];
    private final double[] upperBound = new double[MAX_ROWS];
    private final double[] lowerBound = new double[MAX_ROWS];

    CentroidDistances(int k, int d, Distance distance) {
        this.k = k;
        this.d = d;
        this.distance = distance;
        columns = new double[d][MAX_ROWS];
        costs = new double[k][MAX_ROWS];
    }

    /** Copies rows of a row-major array, at most {@link #MAX_ROWS} of them. */
    void load(double[] values, int[] rows, int count) {
        int j = 0;
        for (; j + 3 < d; j += 4) {
            loadFourColumns(values, rows, count, j);
        }
        for (; j < d; j++) {
            double[] column = columns[j];
            for (int t = 0; t < count; t++) {
                column[t] = values[rows[t] * d + j];
            }
        }
    }

    private void loadFourColumns(double[] values, int[] rows, int count, int j) {
        double[] a = columns[j];
        double[] b = columns[j + 1];
        double[] c = columns[j + 2];
        double[] e = columns[j + 3];
        for (int t = 0; t < count; t++) {
            int at = rows[t] * d + j;
            a[t] = values[at];
            b[t] = values[at + 1];
            c[t] = values[at + 2];
            e[t] = values[at + 3];
        }
    }

    /** Computes the costs of the first rows at all centroids, and the lowest two of each row. */
    void compute(double[] centroids, int count) {
        Arrays.fill(lowestCost, 0, count, Double.POSITIVE_INFINITY);
        Arrays.fill(secondCost, 0, count, Double.POSITIVE_INFINITY);
        for (int c = 0; c < k; c++) {
            ReducedDistances.fill(distance, columns, centroids, c * d, costs[c], count);
            ReducedDistances.lowest(costs[c], lowestCost, secondCost, count);
        }
    }

    /** Computes bounds of the lowest two distances of each row, wider than the distances by a relative error. */
    void computeBounds(double relativeError, int count) {
        if (distance == Distance.EUCLIDEAN) {
            scaleRoots(lowestCost, 1 + relativeError, upperBound, count);
            scaleRoots(secondCost, 1 - relativeError, lowerBound, count);
        } else {
            scale(lowestCost, 1 + relativeError, upperBound, count);
            scale(secondCost, 1 - relativeError, lowerBound, count);
        }
    }

    private static void scaleRoots(double[] costs, double factor, double[] bounds, int count) {
        for (int t = 0; t < count; t++) {
            bounds[t] = Math.sqrt(costs[t]) * factor;
        }
    }

    private static void scale(double[] costs, double factor, double[] bounds, int count) {
        for (int t = 0; t < count; t++) {
            bounds[t] = costs[t] * factor;
        }
    }

    /** Upper bound of the distance of a row to its nearest centroid. */
    double upperBound(int t) {
        return upperBound[t];
    }

    /** Lower bound of the distance of a row to its second nearest centroid, infinite if there is none. */
    double lowerBound(int t) {
        return lowerBound[t];
    }

    /**
     * The nearest centroid of a row, of equal ones the first; found at once if it is the expected one (-1 for none).
     */
    int nearest(int t, int expected) {
        if (expected >= 0 && costs[expected][t] == lowestCost[t] && secondCost[t] > lowestCost[t]) {
            return expected;
        }
        int c = 0;
        while (costs[c][t] != lowestCost[t]) {
            c++;
        }
        return c;
    }
}
