package org.tessera.engine.cluster.kmeans;

import java.util.Arrays;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.distance.ReducedDistances;

/** A few rows, stored column by column ({@link ReducedDistances}), and their costs at all centroids. Scratch of one thread. */
final class CentroidDistances {

    /** Most rows at once; with the columns of most tables they stay in the first cache. */
    static final int SIZE = 256;

    private final int k;
    private final int d;
    private final Distance distance;
    private final double[][] columns;
    /** Per centroid the costs of the rows. */
    private final double[][] costs;

    private final double[] first = new double[SIZE];
    private final double[] second = new double[SIZE];
    private final double[] upper = new double[SIZE];
    private final double[] lower = new double[SIZE];

    CentroidDistances(int k, int d, Distance distance) {
        this.k = k;
        this.d = d;
        this.distance = distance;
        columns = new double[d][SIZE];
        costs = new double[k][SIZE];
    }

    /** Takes rows of a row-major array, at most {@link #SIZE} of them. */
    void load(double[] values, int[] rows, int count) {
        int j = 0;
        for (; j + 3 < d; j += 4) {
            load(values, rows, count, j);
        }
        for (; j < d; j++) {
            double[] column = columns[j];
            for (int t = 0; t < count; t++) {
                column[t] = values[rows[t] * d + j];
            }
        }
    }

    private void load(double[] values, int[] rows, int count, int j) {
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
    void measure(double[] centroids, int count) {
        Arrays.fill(first, 0, count, Double.POSITIVE_INFINITY);
        Arrays.fill(second, 0, count, Double.POSITIVE_INFINITY);
        for (int c = 0; c < k; c++) {
            ReducedDistances.fill(distance, columns, centroids, c * d, costs[c], count);
            ReducedDistances.lowest(costs[c], first, second, count);
        }
    }

    /** Turns the lowest costs into bounds of distances that hold although all were rounded, by a relative error. */
    void bound(double error, int count) {
        if (distance == Distance.EUCLIDEAN) {
            scaleRoots(first, 1 + error, upper, count);
            scaleRoots(second, 1 - error, lower, count);
        } else {
            scale(first, 1 + error, upper, count);
            scale(second, 1 - error, lower, count);
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

    /** At least the distance of a row to its nearest centroid. */
    double upper(int t) {
        return upper[t];
    }

    /** At most the distance of a row to its next nearest centroid, infinite if there is none. */
    double lower(int t) {
        return lower[t];
    }

    /** The nearest centroid of a row, of equal ones the first; quick if it is the one that is supposed. */
    int nearest(int t, int supposed) {
        if (supposed >= 0 && costs[supposed][t] == first[t] && second[t] > first[t]) {
            return supposed;
        }
        int c = 0;
        while (costs[c][t] != first[t]) {
            c++;
        }
        return c;
    }
}
