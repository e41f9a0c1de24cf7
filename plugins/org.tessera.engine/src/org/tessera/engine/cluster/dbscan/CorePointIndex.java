package org.tessera.engine.cluster.dbscan;

import org.tessera.engine.data.Labels;
import org.tessera.engine.kernel.KdTree;
import org.tessera.engine.kernel.KdTreeSearch;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.run.RunContext;

/**
 * A kd-tree of the core rows of a DBSCAN model, which finds the segment of a point. The rule is that by which training
 * assigned its border rows, so that the training rows get the segments of training:
 *
 * <ul>
 *   <li>where a neighborhood includes rows at exactly eps (the paper, Tessera), the segment of the nearest core row,
 *       of equally near ones the first;
 *   <li>where it excludes them (Weka), the segment that Weka gives: segments are found in the order of their first core
 *       rows in the model; each takes every row within eps of its first core row, also from a segment before it, and
 *       within eps of its other core rows those that no segment has taken yet.
 * </ul>
 *
 * <p>Built once in O(c d log c) for c core rows; immutable, one {@link Search} per thread.
 */
public final class CorePointIndex {

    private static final int MIXED = -2;

    /** Below every distance: rows of the own segment are not searched. */
    private static final double NONE_NEARER = -1;

    private final DensityModel model;
    private final KdTree tree;
    /** The largest reduced distance in a neighborhood; below 0 if there can be none. */
    private final double limit;
    /** Per segment: its first core row. */
    private final int[] firstCoreRow;
    /** Per node of the tree: the segment of all its rows, or {@link #MIXED}. */
    private final int[] segmentOfNode;

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
        firstCoreRow = new int[model.segments()];
        for (int row = tree.size() - 1; row >= 0; row--) {
            firstCoreRow[model.coreLabels()[row]] = row;
        }
        segmentOfNode = new int[tree.nodes()];
        for (int node = segmentOfNode.length - 1; node >= 0; node--) {
            segmentOfNode[node] = segmentOf(node);
        }
    }

    private static double limit(DensityModel model) {
        double eps = model.inclusive() ? model.eps() : Math.nextDown(model.eps());
        return eps < 0 ? eps : KdTree.limit(model.distance(), eps);
    }

    private int segmentOf(int node) {
        if (!tree.isLeaf(node)) {
            int left = segmentOfNode[tree.left[node]];
            return left == segmentOfNode[tree.right[node]] ? left : MIXED;
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
     * The segment of a point, and the next one.
     *
     * @param segment its segment, or {@link Labels#NOISE}
     * @param other the segment of the nearest core row that is of another segment, if that is within eps, otherwise
     *     {@link Labels#NOISE}
     * @param margin how clear it is, 0 to 1: 1 - a / b of the distances a to the nearest core row of its segment and b
     *     to that of the other one, or eps if there is none; 0 if the other one is nearer; for noise 1 - eps / a of the
     *     distance a to the nearest core row of all, 1 if there is none
     */
    public record Assignment(int segment, int other, double margin) {}

    /** @return a new search; each thread needs its own */
    public Search search() {
        return new Search();
    }

    /** A search for the segments of points, with scratch of one thread. */
    public final class Search {

        private final double[] reduced = new double[KdTree.LEAF];
        private final KdTreeSearch neighbors = new KdTreeSearch(tree);
        private double[] point;
        /** The nearest core row, its segment and reduced distance. */
        private int nearest;

        private int segment;
        private double distance;
        /** The nearest core row of another segment, and its reduced distance. */
        private int other;

        private double otherDistance;

        private Search() {}

        /**
         * Assigns a point to a segment. O(log c) for few features and a small radius, O(c d) at worst.
         *
         * @param features d finite features
         * @return its segment and the next one
         */
        public Assignment assign(double[] features) {
            point = features;
            nearest = -1;
            segment = Labels.NOISE;
            distance = limit;
            other = -1;
            otherDistance = limit;
            if (tree.size() == 0) {
                return new Assignment(Labels.NOISE, Labels.NOISE, 1);
            }
            visit(0, tree.minCost(0, point));
            if (nearest < 0) {
                return new Assignment(
                        Labels.NOISE, Labels.NOISE, margin(model.eps(), neighbors.distanceToKth(point, 1)));
            }
            double toNearest = model.distance().ofReduced(distance);
            if (other < 0) {
                return new Assignment(segment, Labels.NOISE, margin(toNearest, model.eps()));
            }
            int assigned = model.inclusive() ? segment : segmentByWeka();
            if (assigned != segment) {
                return new Assignment(assigned, segment, 0);
            }
            double toOther = model.distance().ofReduced(otherDistance);
            return new Assignment(segment, model.coreLabels()[other], margin(toNearest, toOther));
        }

        /**
         * The segment of the nearest core row of another segment, however far away. O(log c) for few features, O(c d)
         * at worst.
         *
         * @param features d finite features
         * @param than the segment, or {@link Labels#NOISE} for any
         * @return the other segment, or {@link Labels#NOISE} if there is none
         */
        public int nearestOther(double[] features, int than) {
            point = features;
            segment = than;
            distance = NONE_NEARER;
            other = -1;
            otherDistance = Double.POSITIVE_INFINITY;
            boolean exists = tree.size() > 0 && (than == Labels.NOISE || model.segments() > 1);
            if (exists) {
                visit(0, tree.minCost(0, point));
            }
            return other < 0 ? Labels.NOISE : model.coreLabels()[other];
        }

        /**
         * The nearest core row of a segment, of equally near ones the first. O(log c) for few features, O(c d) at worst.
         *
         * @param features d finite features
         * @param of the segment, 0 to k - 1
         * @return the index of the core row in the model, or -1 if the segment has none
         */
        public int nearestRow(double[] features, int of) {
            point = features;
            segment = of;
            nearest = -1;
            distance = Double.POSITIVE_INFINITY;
            if (tree.size() > 0) {
                visitSegment(0, tree.minCost(0, point));
            }
            return nearest;
        }

        /** Searches below a node for rows of the segment. */
        private void visitSegment(int node, double minDistance) {
            boolean none = segmentOfNode[node] != MIXED && segmentOfNode[node] != segment;
            if (none || minDistance > distance) {
                return;
            }
            if (tree.isLeaf(node)) {
                int size = tree.costs(node, point, reduced);
                for (int t = 0; t < size; t++) {
                    int row = tree.rows[tree.from[node] + t];
                    boolean nearer = reduced[t] < distance || (reduced[t] == distance && row < nearest);
                    if (nearer && model.coreLabels()[row] == segment) {
                        nearest = row;
                        distance = reduced[t];
                    }
                }
                return;
            }
            int left = tree.left[node];
            int right = tree.right[node];
            double toLeft = tree.minCost(left, point);
            double toRight = tree.minCost(right, point);
            visitSegment(toLeft <= toRight ? left : right, Math.min(toLeft, toRight));
            visitSegment(toLeft <= toRight ? right : left, Math.max(toLeft, toRight));
        }

        private static double margin(double nearer, double farther) {
            return farther > 0 ? 1 - nearer / farther : 0;
        }

        /** Searches below a node, whose rows have at least a reduced distance. */
        private void visit(int node, double minDistance) {
            if (minDistance > (segmentOfNode[node] == segment ? distance : otherDistance)) {
                return;
            }
            if (tree.isLeaf(node)) {
                int size = tree.costs(node, point, reduced);
                for (int t = 0; t < size; t++) {
                    consider(tree.rows[tree.from[node] + t], reduced[t]);
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
        private void consider(int row, double toRow) {
            int label = model.coreLabels()[row];
            if (toRow < distance || (toRow == distance && (nearest < 0 || row < nearest))) {
                if (nearest >= 0 && label != segment) {
                    other = nearest;
                    otherDistance = distance;
                }
                nearest = row;
                distance = toRow;
                segment = label;
            } else if (label != segment
                    && (toRow < otherDistance || (toRow == otherDistance && (other < 0 || row < other)))) {
                other = row;
                otherDistance = toRow;
            }
        }

        /** The segment that Weka gives to a point within eps of several. */
        private int segmentByWeka() {
            int last = -1;
            for (int s = 0; s < firstCoreRow.length; s++) {
                int start = firstCoreRow[s] * tree.d;
                boolean isNeighbor =
                        model.distance().reduced(point, 0, model.coreRows().values(), start, tree.d) <= limit;
                if (isNeighbor && (last < 0 || firstCoreRow[s] > firstCoreRow[last])) {
                    last = s;
                }
            }
            return last >= 0 ? last : firstSegment(0, segment);
        }

        /** The segment within eps whose first core row comes first. */
        private int firstSegment(int node, int best) {
            boolean later = segmentOfNode[node] != MIXED && firstCoreRow[segmentOfNode[node]] >= firstCoreRow[best];
            if (later || tree.minCost(node, point) > limit) {
                return best;
            }
            if (!tree.isLeaf(node)) {
                return firstSegment(tree.right[node], firstSegment(tree.left[node], best));
            }
            int found = best;
            int size = tree.costs(node, point, reduced);
            for (int t = 0; t < size; t++) {
                int label = model.coreLabels()[tree.rows[tree.from[node] + t]];
                found = reduced[t] <= limit && firstCoreRow[label] < firstCoreRow[found] ? label : found;
            }
            return found;
        }
    }
}
