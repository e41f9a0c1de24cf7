package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.cluster.hierarchical.ColumnPoints.Near;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RunContext;

/** Linkages that need no matrix of distances, because clusters are points: Ward and centroid. O(n d) memory. */
final class CentroidLinkages {

    private CentroidLinkages() {}

    /**
     * Ends Ward's tree by the nearest-neighbor chain: a chain of nearest clusters is followed until two are each other's
     * nearest, which are merged. Murtagh (1983), A survey of recent advances in hierarchical clustering algorithms, <a
     * href="https://doi.org/10.1093/comjnl/26.4.354">doi:10.1093/comjnl/26.4.354</a>. The squared height of a merge is
     * 2 |A| |B| / (|A| + |B|) times the squared distance of the means, as in scipy. O(n² d) time.
     *
     * @param points the clusters that are left
     * @param merges the merges before, to which those of the clusters are added
     */
    static void ward(ColumnPoints points, DendrogramBuilder merges, RunContext run) {
        int n = merges.count() + points.count();
        int[] chain = new int[n];
        int length = 0;
        int start = 0;
        while (points.count() > 1) {
            if (length == 0) {
                while (!points.holds(start)) {
                    start++;
                }
                chain[length++] = start;
            }
            int tip = chain[length - 1];
            int before = length > 1 ? chain[length - 2] : -1;
            Near near = points.nearest(tip, before, true);
            if (near.name() != before) {
                chain[length++] = near.name();
                continue;
            }
            length -= 2;
            int kept = Math.max(tip, before);
            int gone = Math.min(tip, before);
            points.merge(kept, gone);
            merges.add(gone, kept, Math.sqrt(near.cost()));
            merges.report(run);
        }
    }

    /**
     * Centroid linkage by the generic algorithm of Müllner (2011), <a
     * href="https://arxiv.org/abs/1109.2378">arXiv:1109.2378</a>: every cluster keeps a lower bound of the cost of its
     * nearest one, which is looked up again only when it is the lowest of all. DendrogramBuilder come in the order in which they
     * are done; heights may decrease. O(n² d) time as a rule, O(n³ d) at worst.
     */
    static DendrogramBuilder centroid(Matrix x, RunContext run) {
        return new Generic(x, run).merges();
    }

    private static final class Generic {

        private static final int UNKNOWN = -1;

        private final RunContext run;
        private final int n;
        private final ColumnPoints points;
        private final int[] nearest;
        private final double[] bound;

        Generic(Matrix x, RunContext run) {
            this.run = run;
            n = x.rows();
            points = new ColumnPoints(x, Distance.EUCLIDEAN, run);
            nearest = new int[n];
            bound = new double[n];
            Arrays.fill(nearest, UNKNOWN);
        }

        DendrogramBuilder merges() {
            DendrogramBuilder merges = new DendrogramBuilder(n);
            while (points.count() > 1) {
                int a = closest();
                int b = nearest[a];
                double height = Math.sqrt(bound[a]);
                int kept = Math.max(a, b);
                int gone = Math.min(a, b);
                points.merge(kept, gone);
                merges.add(gone, kept, height);
                update(kept, gone);
                merges.report(run);
            }
            return merges;
        }

        /** A cluster of the closest pair, its nearest one known. */
        private int closest() {
            while (true) {
                int best = points.name(0);
                for (int slot = 1; slot < points.count(); slot++) {
                    int name = points.name(slot);
                    if (bound[name] < bound[best] || (bound[name] == bound[best] && name < best)) {
                        best = name;
                    }
                }
                if (nearest[best] != UNKNOWN) {
                    return best;
                }
                lookUp(best);
            }
        }

        private void lookUp(int name) {
            Near near = points.nearest(name, -1, false);
            nearest[name] = near.name();
            bound[name] = near.cost();
        }

        private void update(int moved, int gone) {
            double[] point = points.point(moved);
            double[] costs = new double[ColumnPoints.TILE];
            for (int from = 0; from < points.count(); from += ColumnPoints.TILE) {
                int to = Math.min(points.count(), from + ColumnPoints.TILE);
                points.costs(point, from, costs);
                for (int slot = from; slot < to; slot++) {
                    int name = points.name(slot);
                    if (name == moved) {
                        continue;
                    }
                    if (costs[slot - from] < bound[name]) {
                        nearest[name] = moved;
                        bound[name] = costs[slot - from];
                    } else if (nearest[name] == moved || nearest[name] == gone) {
                        nearest[name] = UNKNOWN;
                    }
                }
            }
            nearest[moved] = UNKNOWN;
            if (points.count() > 1) {
                lookUp(moved);
            }
        }
    }
}
