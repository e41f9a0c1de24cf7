package org.tessera.engine.cluster.dbscan;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.KdTree;
import org.tessera.engine.run.RunContext;

/**
 * Connected components of core rows that lie within eps of each other. A branch of the tree whose rows are all in the
 * component of the asking row is skipped. The components do not depend on the order in which threads join them: links
 * always go to the lower row, by compare and set (Anderson and Woll 1991, <a
 * href="https://doi.org/10.1145/103418.103458">doi:10.1145/103418.103458</a>).
 */
final class ConcurrentUnionFind {

    private static final int BLOCK = 128;

    private final KdTree tree;
    private final double[] values;
    private final int d;
    private final double limit;
    private final AtomicIntegerArray parent;
    /** Per node: whether all its rows are in one component. Goes from false to true once, so a late reader is no harm. */
    private final boolean[] uniform;

    private ConcurrentUnionFind(Matrix cores, Distance distance, double limit, RunContext run) {
        tree = new KdTree(cores, distance, run);
        values = cores.values();
        d = cores.columns();
        this.limit = limit;
        parent = new AtomicIntegerArray(cores.rows());
        for (int i = 0; i < cores.rows(); i++) {
            parent.set(i, i);
        }
        uniform = new boolean[tree.nodes()];
    }

    /** The components, each named by its lowest row. */
    static int[] components(Matrix cores, Distance distance, double limit, RunContext run) {
        int n = cores.rows();
        if (n == 0) {
            return new int[0];
        }
        ConcurrentUnionFind union = new ConcurrentUnionFind(cores, distance, limit, run);
        run.forBlocks((n + BLOCK - 1) / BLOCK, block -> {
            double[] costs = new double[KdTree.LEAF];
            for (int p = block * BLOCK; p < Math.min(n, (block + 1) * BLOCK); p++) {
                run.checkCanceled();
                int row = union.tree.rows[p];
                double[] point = Arrays.copyOfRange(union.values, row * union.d, (row + 1) * union.d);
                union.visit(0, row, point, costs);
            }
        });
        int[] components = new int[n];
        Arrays.setAll(components, union::find);
        return components;
    }

    private void visit(int node, int row, double[] point, double[] costs) {
        boolean known = uniform[node];
        if (known && find(tree.rows[tree.from[node]]) == find(row)) {
            return;
        }
        if (tree.minCost(node, point) > limit) {
            return;
        }
        if (tree.isLeaf(node)) {
            int size = tree.costs(node, point, costs);
            for (int t = 0; t < size; t++) {
                if (costs[t] <= limit) {
                    join(row, tree.rows[tree.from[node] + t]);
                    if (known) {
                        return;
                    }
                }
            }
            uniform[node] = known || oneComponent(node);
            return;
        }
        int left = tree.left[node];
        int right = tree.right[node];
        visit(left, row, point, costs);
        if (known && find(tree.rows[tree.from[node]]) == find(row)) {
            return;
        }
        visit(right, row, point, costs);
        if (!known && uniform[left] && uniform[right]) {
            uniform[node] = find(tree.rows[tree.from[left]]) == find(tree.rows[tree.from[right]]);
        }
    }

    private boolean oneComponent(int leaf) {
        int first = find(tree.rows[tree.from[leaf]]);
        for (int p = tree.from[leaf] + 1; p < tree.to[leaf]; p++) {
            if (find(tree.rows[p]) != first) {
                return false;
            }
        }
        return true;
    }

    private int find(int member) {
        int at = member;
        int up = parent.get(at);
        while (up != at) {
            int over = parent.get(up);
            if (over != up) {
                parent.compareAndSet(at, up, over);
            }
            at = up;
            up = over;
        }
        return at;
    }

    private void join(int a, int b) {
        while (true) {
            int low = find(a);
            int high = find(b);
            if (low == high) {
                return;
            }
            if (low > high) {
                int swap = low;
                low = high;
                high = swap;
            }
            if (parent.compareAndSet(high, high, low)) {
                return;
            }
        }
    }
}
