package org.tessera.engine.kernel;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.distance.ReducedDistances;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * A kd-tree: rows are halved at the median of the column with the widest range, down to leaves. Bentley (1975),
 * Multidimensional binary search trees used for associative searching, <a
 * href="https://doi.org/10.1145/361002.361007">doi:10.1145/361002.361007</a>. {@link KdTreeSearch} has the usual
 * queries.
 *
 * <p>The rows of a leaf are stored column by column, so that their distances to a point come from a loop that
 * vectorizes. Costs are squared Euclidean or Manhattan distances; the cost of a point to a bounding box bounds its
 * costs to the rows in the box even after rounding, so queries are exact. Immutable; O(n d log n) to build. Nodes are
 * numbered from the root, 0; the arrays are shared, not to be changed.
 */
public final class KdTree {

    /** Maximum number of rows of a leaf. */
    public static final int LEAF = 128;
    /** Nodes of no more rows are built without a check for a cancel. */
    private static final int MIN_CHECKED_ROWS = 1 << 10;

    /** Number of columns. */
    public final int d;

    final Distance distance;
    /** Row numbers in the order of the leaves. */
    public final int[] rows;
    /** Per node its first index in {@link #rows}. */
    public final int[] from;
    /** Per node the index after its last one in {@link #rows}. */
    public final int[] to;
    /** Per node its left child, or -1 for a leaf. */
    public final int[] left;
    /** Per node its right child, or -1 for a leaf. */
    public final int[] right;
    /** Per node the minimum of each column. */
    private final double[] boxMin;
    /** Per node the maximum of each column. */
    private final double[] boxMax;
    /** Per leaf its columns. */
    private final double[][][] leaves;

    private final double[] source;
    private final QuickSelect selection;
    private int nodes;

    /**
     * Builds a tree.
     *
     * @param x n x d values
     * @param distance the distance of the queries
     * @param run cancel
     */
    public KdTree(Matrix x, Distance distance, RunContext run) {
        int n = x.rows();
        d = x.columns();
        this.distance = distance;
        source = x.values();
        rows = new int[n];
        Arrays.setAll(rows, i -> i);
        int maxNodes = 4 * (n / LEAF) + 3;
        from = new int[maxNodes];
        to = new int[maxNodes];
        left = new int[maxNodes];
        right = new int[maxNodes];
        boxMin = new double[maxNodes * d];
        boxMax = new double[maxNodes * d];
        leaves = new double[maxNodes][][];
        selection = new QuickSelect(source, d, rows, new CancellationCheck(run, d));
        if (n > 0) {
            build(0, n, run);
        }
    }

    /** @return the number of rows */
    public int size() {
        return rows.length;
    }

    /** @return the number of nodes, 0 if there is no row */
    public int nodes() {
        return nodes;
    }

    /**
     * Tells leaves from inner nodes.
     *
     * @param node number of the node
     * @return whether it has no children
     */
    public boolean isLeaf(int node) {
        return left[node] < 0;
    }

    private int build(int start, int end, RunContext run) {
        if (end - start > MIN_CHECKED_ROWS) {
            run.checkCanceled();
        }
        int node = nodes++;
        from[node] = start;
        to[node] = end;
        int widest = setBox(node, start, end);
        if (end - start <= LEAF) {
            left[node] = -1;
            right[node] = -1;
            leaves[node] = columns(start, end);
            return node;
        }
        int middle = (start + end) >>> 1;
        selection.select(start, end, middle, widest);
        left[node] = build(start, middle, run);
        right[node] = build(middle, end, run);
        return node;
    }

    private double[][] columns(int start, int end) {
        double[][] columns = new double[d][end - start];
        for (int p = start; p < end; p++) {
            for (int j = 0; j < d; j++) {
                columns[j][p - start] = source[rows[p] * d + j];
            }
        }
        return columns;
    }

    /** Sets the bounding box of a node. @return the column with the widest range */
    private int setBox(int node, int start, int end) {
        int widest = 0;
        double width = -1;
        for (int j = 0; j < d; j++) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (int p = start; p < end; p++) {
                double value = source[rows[p] * d + j];
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
            boxMin[node * d + j] = min;
            boxMax[node * d + j] = max;
            if (max - min > width) {
                width = max - min;
                widest = j;
            }
        }
        return widest;
    }

    /**
     * The minimum of the costs of a point to a node's bounding box.
     *
     * @param node number of the node
     * @param point d coordinates
     * @return a lower bound of the costs to the node's rows, 0 inside the box
     */
    public double minCost(int node, double[] point) {
        double sum = 0;
        for (int j = 0, b = node * d; j < d; j++, b++) {
            double gap = Math.max(0, Math.max(boxMin[b] - point[j], point[j] - boxMax[b]));
            sum += distance == Distance.EUCLIDEAN ? gap * gap : gap;
        }
        return sum;
    }

    /** The maximum of the costs of a point to a node's bounding box: an upper bound of those to its rows. */
    double maxCost(int node, double[] point) {
        double sum = 0;
        for (int j = 0, b = node * d; j < d; j++, b++) {
            double gap = Math.max(Math.abs(boxMin[b] - point[j]), Math.abs(point[j] - boxMax[b]));
            sum += distance == Distance.EUCLIDEAN ? gap * gap : gap;
        }
        return sum;
    }

    /**
     * Computes the costs of a point to the rows of a leaf.
     *
     * @param leaf number of the leaf
     * @param point d coordinates
     * @param costs gets the costs in the order of {@link #rows}, at most {@link #LEAF} of them
     * @return the number of rows
     */
    public int costs(int leaf, double[] point, double[] costs) {
        int size = to[leaf] - from[leaf];
        ReducedDistances.fill(distance, leaves[leaf], point, 0, costs, size);
        return size;
    }

    /**
     * The largest cost whose distance is at most a radius, so that costs can be compared instead of their roots.
     *
     * @param distance the distance
     * @param eps the radius
     * @return the cost
     * @throws IllegalArgumentException if eps is negative or not finite
     */
    public static double limit(Distance distance, double eps) {
        if (!(eps >= 0 && eps < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The radius is " + eps + ", but has to be 0 or more and finite");
        }
        if (distance != Distance.EUCLIDEAN) {
            return eps;
        }
        double limit = eps * eps;
        while (Math.sqrt(limit) > eps) {
            limit = Math.nextDown(limit);
        }
        while (limit < Double.MAX_VALUE && Math.sqrt(Math.nextUp(limit)) <= eps) {
            limit = Math.nextUp(limit);
        }
        return limit;
    }
}
