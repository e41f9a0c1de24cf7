package org.tessera.engine.kernel;

import java.util.Arrays;

/** Questions to a {@link KdTree}; one per thread. */
public final class KdTreeSearch {

    private final KdTree tree;
    private final double[] costs = new double[KdTree.LEAF];
    private double[] heap = new double[0];
    private int heapSize;
    private int nearest;
    private double nearestCost;

    public KdTreeSearch(KdTree tree) {
        this.tree = tree;
    }

    /** Whether at least {@code enough} rows lie within a cost of a point. */
    public boolean hasWithin(double[] point, double limit, int enough) {
        return tree.size() >= enough && count(0, point, limit, enough) >= enough;
    }

    private int count(int node, double[] point, double limit, int enough) {
        if (tree.nearCost(node, point) > limit) {
            return 0;
        }
        if (tree.to[node] - tree.from[node] > 1 && tree.farCost(node, point) <= limit) {
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
        boolean leftFirst = tree.nearCost(tree.left[node], point) <= tree.nearCost(tree.right[node], point);
        int within = count(leftFirst ? tree.left[node] : tree.right[node], point, limit, enough);
        return within >= enough
                ? within
                : within + count(leftFirst ? tree.right[node] : tree.left[node], point, limit, enough - within);
    }

    /** The row nearest to a point within a cost, of equal ones the lowest number; -1 if there is none. */
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
        double toLeft = tree.nearCost(tree.left[node], point);
        double toRight = tree.nearCost(tree.right[node], point);
        boolean leftFirst = toLeft <= toRight;
        if (Math.min(toLeft, toRight) <= nearestCost) {
            searchNearest(leftFirst ? tree.left[node] : tree.right[node], point);
        }
        if (Math.max(toLeft, toRight) <= nearestCost) {
            searchNearest(leftFirst ? tree.right[node] : tree.left[node], point);
        }
    }

    /** The distance to the k-th nearest row; k is at most the number of rows. */
    public double distanceToKth(double[] point, int k) {
        if (heap.length != k) {
            heap = new double[k];
        }
        heapSize = 0;
        Arrays.fill(heap, Double.POSITIVE_INFINITY);
        searchKth(0, point);
        return tree.distance.ofReduced(heap[0]);
    }

    private double worst() {
        return heapSize < heap.length ? Double.POSITIVE_INFINITY : heap[0];
    }

    private void searchKth(int node, double[] point) {
        if (tree.isLeaf(node)) {
            int size = tree.costs(node, point, costs);
            for (int t = 0; t < size; t++) {
                if (costs[t] < worst()) {
                    push(costs[t]);
                }
            }
            return;
        }
        double toLeft = tree.nearCost(tree.left[node], point);
        double toRight = tree.nearCost(tree.right[node], point);
        boolean leftFirst = toLeft <= toRight;
        if (Math.min(toLeft, toRight) < worst()) {
            searchKth(leftFirst ? tree.left[node] : tree.right[node], point);
        }
        if (Math.max(toLeft, toRight) < worst()) {
            searchKth(leftFirst ? tree.right[node] : tree.left[node], point);
        }
    }

    /** Puts a cost into the heap of the k lowest, the highest on top. */
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
