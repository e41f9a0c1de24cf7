package org.tessera.engine.cluster.dbscan;

import org.tessera.engine.data.Labels;
import org.tessera.engine.kernel.KdTree;
import org.tessera.engine.kernel.KdTreeSearch;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.run.RunContext;

/**
 * The core rows of a DBSCAN model, to be asked which segment a point belongs to. The rule is the one by which training
 * assigned its border rows, so that the training rows get the segments of training:
 *
 * <ul>
 *   <li>where a row at exactly eps is inside (the paper, Tessera), the segment of the nearest core row, of equally near
 *       ones the first;
 *   <li>where it is outside (Weka), the segment that Weka gives: segments are found in the order of their first core
 *       rows in the model; each takes every row within eps of its first core row, also from a segment before it, and
 *       within eps of its other core rows those that no segment has taken yet.
 * </ul>
 *
 * <p>Built once in O(c d log c) for c core rows; immutable, one {@link Search} per thread.
 */
public final class CorePointIndex {

    private static final int MIXED = -2;

    private final DensityModel model;
    private final KdTree tree;
    private final double limit;
    /** Per segment: its first core row. */
    private final int[] first;
    /** Per node of the tree: the segment of all its rows, or {@link #MIXED}. */
    private final int[] only;

    /**
     * Builds a tree of the core rows.
     *
     * @param model the model; without core rows every point is noise
     * @param run cancel
     */
    public CorePointIndex(DensityModel model, RunContext run) {
        this.model = model;
        tree = new KdTree(model.coreRows(), model.distance(), run);
        limit = limit(model);
        first = new int[model.segments()];
        for (int row = tree.size() - 1; row >= 0; row--) {
            first[model.coreLabels()[row]] = row;
        }
        only = new int[tree.nodes()];
        for (int node = only.length - 1; node >= 0; node--) {
            only[node] = segmentOf(node);
        }
    }

    /** The largest cost of a core row in the neighborhood; below 0 if there can be none. */
    private static double limit(DensityModel model) {
        double eps = model.inclusive() ? model.eps() : Math.nextDown(model.eps());
        return eps < 0 ? eps : KdTree.limit(model.distance(), eps);
    }

    private int segmentOf(int node) {
        if (!tree.isLeaf(node)) {
            int left = only[tree.left[node]];
            return left == only[tree.right[node]] ? left : MIXED;
        }
        int segment = model.coreLabels()[tree.rows[tree.from[node]]];
        for (int p = tree.from[node] + 1; p < tree.to[node]; p++) {
            if (model.coreLabels()[tree.rows[p]] != segment) {
                return MIXED;
            }
        }
        return segment;
    }

    /**
     * What is near a point.
     *
     * @param segment its segment, or {@link Labels#NOISE}
     * @param other the segment of the nearest core row of another segment within eps, or {@link Labels#NOISE} if no
     *     other segment is that near
     * @param margin how clear it is, 0 to 1: 1 - a / b of the distances a to the nearest core row of its segment and b
     *     to that of the other one, or eps if there is none; 0 if the other one is nearer; for noise 1 - eps / a of the
     *     distance a to the nearest core row of all, 1 if there is none
     */
    public record Near(int segment, int other, double margin) {}

    /** @return a search; each thread needs its own */
    public Search search() {
        return new Search();
    }

    /** Asks for the segments near points. */
    public final class Search {

        private final double[] costs = new double[KdTree.LEAF];
        private final KdTreeSearch query = new KdTreeSearch(tree);
        private double[] point;
        private int row;
        private int segment;
        private double cost;
        private int otherRow;
        private double otherCost;

        private Search() {}

        /**
         * The segments near a point. O(log c) for few features and a small radius, O(c d) at worst.
         *
         * @param features d finite features
         * @return its segment and the next one
         */
        public Near near(double[] features) {
            point = features;
            row = -1;
            segment = Labels.NOISE;
            cost = limit;
            otherRow = -1;
            otherCost = limit;
            if (tree.size() == 0) {
                return new Near(Labels.NOISE, Labels.NOISE, 1);
            }
            visit(0, tree.minCost(0, point));
            if (row < 0) {
                return new Near(Labels.NOISE, Labels.NOISE, margin(model.eps(), query.distanceToKth(point, 1)));
            }
            double distance = model.distance().ofCost(cost);
            if (otherRow < 0) {
                return new Near(segment, Labels.NOISE, margin(distance, model.eps()));
            }
            int taken = model.inclusive() ? segment : taken();
            if (taken != segment) {
                return new Near(taken, segment, 0);
            }
            double otherDistance = model.distance().ofCost(otherCost);
            return new Near(segment, model.coreLabels()[otherRow], margin(distance, otherDistance));
        }

        private static double margin(double near, double far) {
            return far > 0 ? 1 - near / far : 0;
        }

        private void visit(int node, double minCost) {
            if (minCost > (only[node] == segment ? cost : otherCost)) {
                return;
            }
            if (tree.isLeaf(node)) {
                int size = tree.costs(node, point, costs);
                for (int t = 0; t < size; t++) {
                    meet(tree.rows[tree.from[node] + t], costs[t]);
                }
                return;
            }
            int left = tree.left[node];
            int right = tree.right[node];
            double toLeft = tree.minCost(left, point);
            double toRight = tree.minCost(right, point);
            visit(toLeft <= toRight ? left : right, Math.min(toLeft, toRight));
            visit(toLeft <= toRight ? right : left, Math.max(toLeft, toRight));
        }

        /** Keeps the nearest row and the nearest one of another segment; of equally near ones the first. */
        private void meet(int met, double toMet) {
            int label = model.coreLabels()[met];
            if (toMet < cost || (toMet == cost && (row < 0 || met < row))) {
                if (row >= 0 && label != segment) {
                    otherRow = row;
                    otherCost = cost;
                }
                row = met;
                cost = toMet;
                segment = label;
            } else if (label != segment
                    && (toMet < otherCost || (toMet == otherCost && (otherRow < 0 || met < otherRow)))) {
                otherRow = met;
                otherCost = toMet;
            }
        }

        /** The segment that takes a point for which there are several, by the rule of Weka. */
        private int taken() {
            int last = -1;
            for (int s = 0; s < first.length; s++) {
                int start = first[s] * tree.d;
                boolean around =
                        model.distance().cost(point, 0, model.coreRows().values(), start, tree.d) <= limit;
                if (around && (last < 0 || first[s] > first[last])) {
                    last = s;
                }
            }
            return last >= 0 ? last : foundFirst(0, segment);
        }

        /** The segment within the limit whose first core row comes first. */
        private int foundFirst(int node, int best) {
            boolean later = only[node] != MIXED && first[only[node]] >= first[best];
            if (later || tree.minCost(node, point) > limit) {
                return best;
            }
            if (!tree.isLeaf(node)) {
                return foundFirst(tree.right[node], foundFirst(tree.left[node], best));
            }
            int found = best;
            int size = tree.costs(node, point, costs);
            for (int t = 0; t < size; t++) {
                int label = model.coreLabels()[tree.rows[tree.from[node] + t]];
                found = costs[t] <= limit && first[label] < first[found] ? label : found;
            }
            return found;
        }
    }
}
