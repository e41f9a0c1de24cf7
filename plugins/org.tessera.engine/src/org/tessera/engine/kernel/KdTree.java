package org.tessera.engine.kernel;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.distance.ReducedDistances;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * A kd-tree: rows are halved at the median of the column with the widest range, down to leaves whose rows lie column by
 * column, so that a query meets a leaf in a loop that vectorizes. Bentley (1975), <a
 * href="https://doi.org/10.1145/361002.361007">doi:10.1145/361002.361007</a>. Costs are squared distances, for Manhattan
 * distances; those to a box bound those to its rows even after rounding, so queries are exact. O(n d log n) to build.
 */
public final class KdTree {

    public static final int LEAF = 128;
    /** Smaller nodes are built without a look for a cancel. */
    private static final int ROWS_PER_LOOK = 1 << 10;

    public final int d;
    final Distance distance;
    /** Row numbers in the order of the leaves. */
    public final int[] rows;
    /** Per node: its first row and the one behind its last, in the order of {@link #rows}. */
    public final int[] from;

    public final int[] to;
    /** Per node: its children, or -1 for a leaf. */
    public final int[] left;

    public final int[] right;
    private final double[] low;
    private final double[] high;
    /** Per leaf its columns. */
    private final double[][][] leaves;

    private final double[] source;
    private final QuickSelect selection;
    private int nodes;

    public KdTree(Matrix x, Distance distance, RunContext run) {
        int n = x.rows();
        d = x.columns();
        this.distance = distance;
        source = x.values();
        rows = new int[n];
        Arrays.setAll(rows, i -> i);
        int most = 4 * (n / LEAF) + 3;
        from = new int[most];
        to = new int[most];
        left = new int[most];
        right = new int[most];
        low = new double[most * d];
        high = new double[most * d];
        leaves = new double[most][][];
        selection = new QuickSelect(source, d, rows, new CancellationCheck(run, d));
        if (n > 0) {
            build(0, n, run);
        }
    }

    public int size() {
        return rows.length;
    }

    public int nodes() {
        return nodes;
    }

    public boolean isLeaf(int node) {
        return left[node] < 0;
    }

    private int build(int start, int end, RunContext run) {
        if (end - start > ROWS_PER_LOOK) {
            run.checkCanceled();
        }
        int node = nodes++;
        from[node] = start;
        to[node] = end;
        int widest = box(node, start, end);
        if (end - start <= LEAF) {
            left[node] = -1;
            right[node] = -1;
            leaves[node] = columns(start, end);
            return node;
        }
        int middle = (start + end) >>> 1;
        selection.part(start, end, middle, widest);
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

    /** Sets the bounding box. @return the column with the widest range */
    private int box(int node, int start, int end) {
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
            low[node * d + j] = min;
            high[node * d + j] = max;
            if (max - min > width) {
                width = max - min;
                widest = j;
            }
        }
        return widest;
    }

    /** The lowest cost of a point to any place in a node's box. */
    public double nearCost(int node, double[] point) {
        double sum = 0;
        for (int j = 0, b = node * d; j < d; j++, b++) {
            double gap = Math.max(0, Math.max(low[b] - point[j], point[j] - high[b]));
            sum += distance == Distance.EUCLIDEAN ? gap * gap : gap;
        }
        return sum;
    }

    /** The highest cost of a point to any place in a node's box. */
    double farCost(int node, double[] point) {
        double sum = 0;
        for (int j = 0, b = node * d; j < d; j++, b++) {
            double gap = Math.max(Math.abs(low[b] - point[j]), Math.abs(point[j] - high[b]));
            sum += distance == Distance.EUCLIDEAN ? gap * gap : gap;
        }
        return sum;
    }

    /** The costs of a point to the rows of a leaf, at most {@link #LEAF} of them. @return their number */
    public int costs(int leaf, double[] point, double[] costs) {
        int size = to[leaf] - from[leaf];
        ReducedDistances.fill(distance, leaves[leaf], point, 0, costs, size);
        return size;
    }

    /**
     * The largest cost whose distance is at most eps, so that costs can be compared instead of roots.
     *
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
