package org.tessera.engine.distance;

import java.util.Arrays;

/**
 * The costs of many rows at one point, the rows stored column by column. The loops have no reduction, go over whole
 * arrays by one index and add from left to right: the form that the JIT turns into vector instructions (an offset in an
 * index or a parenthesis costs a factor of three). Each cost is added up column after column, so it has the bits of
 * {@link Distance#cost}. O(n d).
 */
public final class ReducedDistances {

    private ReducedDistances() {}

    /**
     * Computes costs.
     *
     * @param distance squared differences are added for Euclidean, absolute ones for Manhattan
     * @param columns d arrays of at least n values
     * @param points array that holds the point
     * @param at index of the point's first coordinate
     * @param costs gets the costs in its first n places
     * @param n number of rows
     */
    public static void fill(Distance distance, double[][] columns, double[] points, int at, double[] costs, int n) {
        Arrays.fill(costs, 0, n, 0);
        int d = columns.length;
        int j = 0;
        if (distance == Distance.EUCLIDEAN) {
            for (; j + 3 < d; j += 4) {
                addSquares(columns[j], columns[j + 1], columns[j + 2], columns[j + 3], points, at + j, costs, n);
            }
            for (; j + 1 < d; j += 2) {
                addSquares(columns[j], columns[j + 1], points[at + j], points[at + j + 1], costs, n);
            }
            if (j < d) {
                addSquares(columns[j], points[at + j], costs, n);
            }
        } else {
            for (; j < d; j++) {
                addAbsolute(columns[j], points[at + j], costs, n);
            }
        }
    }

    private static void addSquares(
            double[] a, double[] b, double[] c, double[] e, double[] points, int at, double[] costs, int n) {
        double va = points[at];
        double vb = points[at + 1];
        double vc = points[at + 2];
        double ve = points[at + 3];
        for (int t = 0; t < n; t++) {
            double da = a[t] - va;
            double db = b[t] - vb;
            double dc = c[t] - vc;
            double de = e[t] - ve;
            costs[t] = costs[t] + da * da + db * db + dc * dc + de * de;
        }
    }

    private static void addSquares(double[] a, double[] b, double va, double vb, double[] costs, int n) {
        for (int t = 0; t < n; t++) {
            double da = a[t] - va;
            double db = b[t] - vb;
            costs[t] = costs[t] + da * da + db * db;
        }
    }

    private static void addSquares(double[] column, double value, double[] costs, int n) {
        for (int t = 0; t < n; t++) {
            double difference = column[t] - value;
            costs[t] += difference * difference;
        }
    }

    private static void addAbsolute(double[] column, double value, double[] costs, int n) {
        for (int t = 0; t < n; t++) {
            costs[t] += Math.abs(column[t] - value);
        }
    }

    /**
     * Lowers the lowest and second lowest costs of rows by other costs.
     *
     * @param costs n costs
     * @param first the lowest so far
     * @param second the second lowest so far
     * @param n number of rows
     */
    public static void lowest(double[] costs, double[] first, double[] second, int n) {
        for (int t = 0; t < n; t++) {
            double cost = costs[t];
            second[t] = Math.min(second[t], Math.max(first[t], cost));
            first[t] = Math.min(first[t], cost);
        }
    }
}
