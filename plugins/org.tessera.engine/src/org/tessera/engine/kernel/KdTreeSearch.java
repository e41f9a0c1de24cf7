package org.tessera.engine.kernel;

import java.util.Arrays;

/**
 * Queries of a {@link KdTree}: nearest row, k-th nearest row, number of rows within a radius, next row
 * beyond a radius. Depth first, the nearer
 * child first; nodes whose bounding box is out of reach are pruned: Friedman, Bentley and Finkel (1977), An algorithm
 * for finding best matches in logarithmic expected time, <a
 * href="https://doi.org/10.1145/355744.355745">doi:10.1145/355744.355745</a>. Costs are squared Euclidean or Manhattan
 * distances. Not for use by several threads; the tree is.
 */
public final class KdTreeSearch {

    private final KdTree tree;
    private final double[] costs = new double[KdTree.LEAF];
    /** The lowest costs so far, the highest of them on top. */
    private double[] heap = new double[0];

    private int heapSize;
    private int nearest;
    private double nearestCost;

    /**
     * Queries of a tree.
     *
     * @param tree the tree
     */
    public KdTreeSearch(KdTree tree) {
        this.tree = tree;
    }

    /**
     * Whether a point has a number of neighbors.
     *
     * @param point d coordinates
     * @param limit maximum cost of a neighbor
     * @param enough the number
     * @return whether at least so many rows are within the limit
     */
    public boolean hasWithin(double[] point, double limit, int enough) {
        return tree.size() >= enough && count(0, point, limit, enough) >= enough;
    }

    /** The number of a node's rows within the limit; where there are enough, at least that many. */
    private int count(int node, double[] point, double limit, int enough) {
        if (tree.minCost(node, point) > limit) {
            return 0;
        }
        if (tree.to[node] - tree.from[node] > 1 && tree.maxCost(node, point) <= limit) {
            return tree.to[node] - tree.from[node];
        }
        if (tree.isLeaf(node)) {
            int size = tree.costs(node, point, costs);
            int within = 0;
            for (int t = 0; t < size; t++) {
                within += costs[t] <= limit ? 1 : 0;
            }
            return within;
        }
        boolean leftFirst = tree.minCost(tree.left[node], point) <= tree.minCost(tree.right[node], point);
        int within = count(leftFirst ? tree.left[node] : tree.right[node], point, limit, enough);
        return within >= enough
                ? within
                : within + count(leftFirst ? tree.right[node] : tree.left[node], point, limit, enough - within);
    }

    /**
     * The nearest row to a point.
     *
     * @param point d coordinates
     * @param limit maximum cost of the row
     * @return its number, of equally near rows the lowest; -1 if none is within the limit
     */
    public int nearest(double[] point, double limit) {
        nearest = -1;
        nearestCost = limit;
        if (tree.size() > 0) {
            searchNearest(0, point);
        }
        return nearest;
    }

    private void searchNearest(int node, double[] point) {
        if (tree.isLeaf(node)) {
            int size = tree.costs(node, point, costs);
            for (int t = 0; t < size; t++) {
                int row = tree.rows[tree.from[node] + t];
                if (costs[t] < nearestCost || (costs[t] == nearestCost && (nearest < 0 || row < nearest))) {
                    nearestCost = costs[t];
                    nearest = row;
                }
            }
            return;
        }
        double leftCost = tree.minCost(tree.left[node], point);
        double rightCost = tree.minCost(tree.right[node], point);
        boolean leftFirst = leftCost <= rightCost;
        if (Math.min(leftCost, rightCost) <= nearestCost) {
            searchNearest(leftFirst ? tree.left[node] : tree.right[node], point);
        }
        if (Math.max(leftCost, rightCost) <= nearestCost) {
            searchNearest(leftFirst ? tree.right[node] : tree.left[node], point);
        }
    }

    /**
     * The distance to the k-th nearest row.
     *
     * @param point d coordinates
     * @param k 1 to the number of rows; a row at the point itself counts
     * @return the distance
     */
    public double distanceToKth(double[] point, int k) {
        if (heap.length != k) {
            heap = new double[k];
        }
        heapSize = 0;
        Arrays.fill(heap, Double.POSITIVE_INFINITY);
        searchKth(0, point);
        return tree.distance.ofReduced(heap[0]);
    }

    /**
     * The lowest cost of a row above a limit.
     *
     * @param point d coordinates
     * @param limit costs up to it do not count
     * @param upper costs from it on do not count
     * @return the lowest cost between the two, or the upper one if there is none
     */
    public double lowestBeyond(double[] point, double limit, double upper) {
        nearestCost = upper;
        if (tree.size() > 0) {
            searchBeyond(0, point, limit);
        }
        return nearestCost;
    }

    private void searchBeyond(int node, double[] point, double limit) {
        if (tree.minCost(node, point) >= nearestCost || tree.maxCost(node, point) <= limit) {
            return;
        }
        if (tree.isLeaf(node)) {
            int size = tree.costs(node, point, costs);
            for (int t = 0; t < size; t++) {
                if (costs[t] > limit && costs[t] < nearestCost) {
                    nearestCost = costs[t];
                }
            }
            return;
        }
        boolean leftFirst = tree.minCost(tree.left[node], point) <= tree.minCost(tree.right[node], point);
        searchBeyond(leftFirst ? tree.left[node] : tree.right[node], point, limit);
        searchBeyond(leftFirst ? tree.right[node] : tree.left[node], point, limit);
    }

    private double highestCost() {
        return heapSize < heap.length ? Double.POSITIVE_INFINITY : heap[0];
    }

    private void searchKth(int node, double[] point) {
        if (tree.isLeaf(node)) {
            int size = tree.costs(node, point, costs);
            for (int t = 0; t < size; t++) {
                if (costs[t] < highestCost()) {
                    push(costs[t]);
                }
            }
            return;
        }
        double leftCost = tree.minCost(tree.left[node], point);
        double rightCost = tree.minCost(tree.right[node], point);
        boolean leftFirst = leftCost <= rightCost;
        if (Math.min(leftCost, rightCost) < highestCost()) {
            searchKth(leftFirst ? tree.left[node] : tree.right[node], point);
        }
        if (Math.max(leftCost, rightCost) < highestCost()) {
            searchKth(leftFirst ? tree.right[node] : tree.left[node], point);
        }
    }

    /** Inserts a cost that is below the highest into the heap. */
    private void push(double cost) {
        if (heapSize < heap.length) {
            int at = heapSize++;
            while (at > 0 && heap[(at - 1) / 2] < cost) {
                heap[at] = heap[(at - 1) / 2];
                at = (at - 1) / 2;
            }
            heap[at] = cost;
            return;
        }
        int at = 0;
        while (2 * at + 1 < heap.length) {
            int child = 2 * at + 1;
            if (child + 1 < heap.length && heap[child + 1] > heap[child]) {
                child++;
            }
            if (heap[child] <= cost) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = cost;
    }
}
