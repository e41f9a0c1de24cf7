package org.tessera.engine.distance;

import java.util.Arrays;

/**
 * The reduced distances of many rows to one point ({@link Distance#reduced}), the rows stored column by column. The
 * loops have no reduction, go over whole arrays by one index and add from left to right: the form that the JIT turns
 * into vector instructions (an offset in an index or a parenthesis costs a factor of three). Each sum runs over the
 * columns in their order, so it has the bits of {@link Distance#reduced}. O(n d).
 */
public final class ReducedDistances {

    private ReducedDistances() {}

    /**
     * Computes reduced distances.
     *
     * @param distance squared differences are summed for Euclidean, absolute ones for Manhattan
     * @param columns d arrays of at least n values
     * @param points array that holds the point
     * @param at index of the point's first coordinate
     * @param reduced receives n reduced distances
     * @param n number of rows
     */
    public static void fill(Distance distance, double[][] columns, double[] points, int at, double[] reduced, int n) {
        Arrays.fill(reduced, 0, n, 0);
        int d = columns.length;
        int j = 0;
        if (distance == Distance.EUCLIDEAN) {
            for (; j + 3 < d; j += 4) {
                addSquares(columns[j], columns[j + 1], columns[j + 2], columns[j + 3], points, at + j, reduced, n);
            }
            for (; j + 1 < d; j += 2) {
                addSquares(columns[j], columns[j + 1], points[at + j], points[at + j + 1], reduced, n);
            }
            if (j < d) {
                addSquares(columns[j], points[at + j], reduced, n);
            }
        } else {
            for (; j < d; j++) {
                addAbsolute(columns[j], points[at + j], reduced, n);
            }
        }
    }

    private static void addSquares(
            double[] a, double[] b, double[] c, double[] e, double[] points, int at, double[] reduced, int n) {
        double va = points[at];
        double vb = points[at + 1];
        double vc = points[at + 2];
        double ve = points[at + 3];
        for (int t = 0; t < n; t++) {
            double da = a[t] - va;
            double db = b[t] - vb;
            double dc = c[t] - vc;
            double de = e[t] - ve;
            reduced[t] = reduced[t] + da * da + db * db + dc * dc + de * de;
        }
    }

    private static void addSquares(double[] a, double[] b, double va, double vb, double[] reduced, int n) {
        for (int t = 0; t < n; t++) {
            double da = a[t] - va;
            double db = b[t] - vb;
            reduced[t] = reduced[t] + da * da + db * db;
        }
    }

    private static void addSquares(double[] column, double value, double[] reduced, int n) {
        for (int t = 0; t < n; t++) {
            double difference = column[t] - value;
            reduced[t] += difference * difference;
        }
    }

    private static void addAbsolute(double[] column, double value, double[] reduced, int n) {
        for (int t = 0; t < n; t++) {
            reduced[t] += Math.abs(column[t] - value);
        }
    }

    /**
     * Updates the lowest and second lowest of the values of each row by another value.
     *
     * @param values n values
     * @param first n lowest values so far
     * @param second n second lowest values so far
     * @param n number of rows
     */
    public static void lowest(double[] values, double[] first, double[] second, int n) {
        for (int t = 0; t < n; t++) {
            double value = values[t];
            second[t] = Math.min(second[t], Math.max(first[t], value));
            first[t] = Math.min(first[t], value);
        }
    }
}
