package org.tessera.engine.cluster.dbscan;

import java.util.Arrays;
import java.util.Optional;
import org.tessera.engine.kernel.UnionFind;

/**
 * A range of radii over which DBSCAN finds the same number of segments.
 *
 * @param from the lowest radius of the range
 * @param last the highest radius of the range at which rows join; from or more
 * @param to the radius at which the range ends, above last
 */
record RadiusRange(double from, double last, double to) {

    /** Distances are equal if they differ by no more than this share, so that rounding makes no range. */
    static final double TIE = 1e-9;

    /**
     * What counts as segments.
     *
     * @param segmentRows least number of core rows of a segment, above 1
     * @param coveredRows least number of core rows of all segments together
     * @param smallest the smallest radius that counts, at least the smallest distance of different rows
     */
    record Criteria(double segmentRows, double coveredRows, double smallest) {}

    private double width() {
        return Math.log(to / from);
    }

    /**
     * The range with the largest ratio of its ends among those with two or more segments, of equal ones the lowest.
     * Where there is none, the highest range below the smallest radius, if it has two. O(n log n).
     *
     * @param tree the minimum spanning tree of n rows
     * @param criteria what counts
     * @return the range; empty if there is none
     */
    static Optional<RadiusRange> widest(MutualReachabilityTree tree, Criteria criteria) {
        Growth growth = new Growth(tree, criteria.segmentRows());
        RadiusRange best = null;
        RadiusRange below = null;
        RadiusRange current = null;
        int segments = 0;
        while (growth.hasNext()) {
            double radius = growth.step();
            int now = growth.covered >= criteria.coveredRows() && growth.segments > 1 ? growth.segments : 0;
            double next = growth.nextRadius();
            if (next > criteria.smallest() * (1 + TIE)) {
                double lower = Math.max(radius, criteria.smallest());
                boolean continued = now > 0 && now == segments;
                current = new RadiusRange(continued ? current.from : lower, lower, next);
                segments = now;
                best = now > 0 && (best == null || current.width() > best.width()) ? current : best;
            } else if (now > 0) {
                below = new RadiusRange(radius, radius, next);
            }
        }
        return Optional.ofNullable(best == null ? below : best);
    }

    /** The clusters while the radius grows. */
    private static final class Growth {

        private final MutualReachabilityTree tree;
        private final double segmentRows;
        private final UnionFind clusters;
        /** Per cluster, at its lowest row: its number of rows. */
        private final int[] sizes;

        private int edges;
        private int segments;
        private int covered;

        Growth(MutualReachabilityTree tree, double segmentRows) {
            this.tree = tree;
            this.segmentRows = segmentRows;
            clusters = new UnionFind(tree.lengths().length + 1);
            sizes = new int[tree.lengths().length + 1];
            Arrays.fill(sizes, 1);
        }

        /** Whether clusters are left to be joined. */
        boolean hasNext() {
            return edges < tree.lengths().length;
        }

        /** The next radius at which clusters are joined, infinite if none are left. */
        double nextRadius() {
            return hasNext() ? tree.lengths()[edges] : Double.POSITIVE_INFINITY;
        }

        /** Grows to the next radius, ties together. @return the radius */
        double step() {
            double limit = nextRadius() * (1 + TIE);
            double radius = 0;
            while (nextRadius() <= limit && hasNext()) {
                radius = nextRadius();
                join(tree.from()[edges], tree.to()[edges]);
                edges++;
            }
            return radius;
        }

        private void join(int a, int b) {
            int first = clusters.find(a);
            int second = clusters.find(b);
            int size = sizes[first] + sizes[second];
            count(first, -1);
            count(second, -1);
            int union = clusters.join(first, second);
            sizes[union] = size;
            count(union, 1);
        }

        /** Adds a cluster to the counts, or takes it out. */
        private void count(int cluster, int sign) {
            if (sizes[cluster] >= segmentRows) {
                segments += sign;
                covered += sign * sizes[cluster];
            }
        }
    }
}
