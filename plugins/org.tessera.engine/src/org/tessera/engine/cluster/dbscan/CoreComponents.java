package org.tessera.engine.cluster.dbscan;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.KdTree;
import org.tessera.engine.run.RunContext;

/**
 * The connected components of core rows, two of which are connected if they are within eps of each other: the clusters
 * of DBSCAN without their border rows. Every core row searches its neighborhood in a kd-tree, on all threads, and
 * joins its component with those of its neighbors ({@link ConcurrentUnionFind}). A node of the tree all of whose rows
 * are in the component of the searching row is skipped. O(n log n) time for few features and a small radius, O(n² d)
 * at worst.
 */
final class CoreComponents {

    private static final int BLOCK = 128;

    private final KdTree tree;
    /** The largest reduced distance within eps. */
    private final double limit;

    private final ConcurrentUnionFind components;
    /**
     * Per node: whether all its rows are known to be in one component. Changes once, from false to true, so a thread
     * that sees it late does needless work only.
     */
    private final boolean[] uniform;

    private CoreComponents(Matrix coreRows, Distance distance, double limit, RunContext run) {
        tree = new KdTree(coreRows, distance, run);
        this.limit = limit;
        components = new ConcurrentUnionFind(coreRows.rows());
        uniform = new boolean[tree.nodes()];
    }

    /**
     * Finds the components.
     *
     * @param coreRows c x d core rows
     * @param limit the largest reduced distance within eps
     * @return per core row its component, numbered by its lowest row
     */
    static int[] of(Matrix coreRows, Distance distance, double limit, RunContext run) {
        int n = coreRows.rows();
        int d = coreRows.columns();
        if (n == 0) {
            return new int[0];
        }
        CoreComponents search = new CoreComponents(coreRows, distance, limit, run);
        run.forBlocks((n + BLOCK - 1) / BLOCK, block -> {
            double[] reduced = new double[KdTree.LEAF];
            for (int p = block * BLOCK; p < Math.min(n, (block + 1) * BLOCK); p++) {
                run.checkCanceled();
                int row = search.tree.rows[p];
                double[] point = Arrays.copyOfRange(coreRows.values(), row * d, (row + 1) * d);
                search.joinNeighbors(0, row, point, reduced);
            }
        });
        int[] numbers = new int[n];
        Arrays.setAll(numbers, search.components::find);
        return numbers;
    }

    /** Joins a row with its neighbors below a node. */
    private void joinNeighbors(int node, int row, double[] point, double[] reduced) {
        boolean known = uniform[node];
        if (known && isInComponentOf(row, node)) {
            return;
        }
        if (tree.minCost(node, point) > limit) {
            return;
        }
        if (tree.isLeaf(node)) {
            int size = tree.costs(node, point, reduced);
            for (int t = 0; t < size; t++) {
                if (reduced[t] <= limit) {
                    components.join(row, tree.rows[tree.from[node] + t]);
                    if (known) {
                        return;
                    }
                }
            }
            uniform[node] = known || isOneComponent(node);
            return;
        }
        int left = tree.left[node];
        int right = tree.right[node];
        joinNeighbors(left, row, point, reduced);
        if (known && isInComponentOf(row, node)) {
            return;
        }
        joinNeighbors(right, row, point, reduced);
        if (!known && uniform[left] && uniform[right]) {
            uniform[node] = componentOfFirst(left) == componentOfFirst(right);
        }
    }

    private int componentOfFirst(int node) {
        return components.find(tree.rows[tree.from[node]]);
    }

    private boolean isInComponentOf(int row, int node) {
        return componentOfFirst(node) == components.find(row);
    }

    private boolean isOneComponent(int leaf) {
        int first = componentOfFirst(leaf);
        for (int p = tree.from[leaf] + 1; p < tree.to[leaf]; p++) {
            if (components.find(tree.rows[p]) != first) {
                return false;
            }
        }
        return true;
    }
}
