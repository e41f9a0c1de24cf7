package org.tessera.engine.cluster.dbscan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.distance.ReducedDistances;
import org.tessera.engine.kernel.KdTree;
import org.tessera.engine.run.RunContext;

/**
 * The minimum spanning tree of rows by their mutual reachability distance, the largest of the distance of two rows and
 * their core distances (the radius from which on a row is a core row). Cut at a radius it falls into the clusters of
 * DBSCAN of that radius, without border rows: one tree holds them for every radius. Campello, Moulavi and Sander (2013),
 * Density-based clustering based on hierarchical density estimates, <a
 * href="https://doi.org/10.1007/978-3-642-37456-2_14">doi:10.1007/978-3-642-37456-2_14</a>. Edges are in the order of
 * their lengths.
 *
 * @param from one row of each edge, one less than there are rows
 * @param to the other row
 * @param lengths mutual reachability distances, ascending
 * @param smallest the smallest distance of two rows that are not equal up to rounding; infinite if there is none
 */
record MutualReachabilityTree(int[] from, int[] to, double[] lengths, double smallest) {

    /**
     * Builds the tree by Prim's algorithm. O(n² d) time on one thread, O(n d) memory.
     *
     * @param x n x d rows, n at least 1
     * @param core their n core distances
     * @param distance the distance of rows
     * @param run progress, cancel
     * @return n - 1 edges
     */
    static MutualReachabilityTree of(Matrix x, double[] core, Distance distance, RunContext run) {
        int n = x.rows();
        double[][] columns = columns(x);
        double[] reduced = new double[n];
        double[] toTree = new double[n];
        int[] parents = new int[n];
        boolean[] inTree = new boolean[n];
        Arrays.fill(toTree, Double.POSITIVE_INFINITY);
        int[] from = new int[n - 1];
        int[] to = new int[n - 1];
        double[] lengths = new double[n - 1];
        double smallest = Double.POSITIVE_INFINITY;
        double zero = zero(core, distance);
        int joined = 0;
        for (int edge = 0; edge < n - 1; edge++) {
            run.checkCanceled();
            inTree[joined] = true;
            ReducedDistances.fill(distance, columns, x.values(), joined * x.columns(), reduced, n);
            int next = -1;
            for (int i = 0; i < n; i++) {
                if (!inTree[i]) {
                    smallest = reduced[i] > zero && reduced[i] < smallest ? reduced[i] : smallest;
                    double reach = Math.max(distance.ofReduced(reduced[i]), Math.max(core[joined], core[i]));
                    if (reach < toTree[i]) {
                        toTree[i] = reach;
                        parents[i] = joined;
                    }
                    next = next < 0 || toTree[i] < toTree[next] ? i : next;
                }
            }
            from[edge] = parents[next];
            to[edge] = next;
            lengths[edge] = toTree[next];
            joined = next;
            run.progress((edge + 1.0) / n, "Distances of density, row " + edge + " of " + n);
        }
        return sorted(from, to, lengths, distance.ofReduced(smallest));
    }

    /** The largest reduced distance that is 0 up to rounding, beside the largest core distance. */
    private static double zero(double[] core, Distance distance) {
        double largest = Math.min(Double.MAX_VALUE, Arrays.stream(core).max().orElse(0));
        return KdTree.limit(distance, RadiusRange.TIE * largest);
    }

    private static double[][] columns(Matrix x) {
        double[][] columns = new double[x.columns()][x.rows()];
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                columns[j][i] = x.at(i, j);
            }
        }
        return columns;
    }

    private static MutualReachabilityTree sorted(int[] from, int[] to, double[] lengths, double smallest) {
        int[] order = IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparingDouble(edge -> lengths[edge]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new MutualReachabilityTree(
                Arrays.stream(order).map(edge -> from[edge]).toArray(),
                Arrays.stream(order).map(edge -> to[edge]).toArray(),
                Arrays.stream(order).mapToDouble(edge -> lengths[edge]).toArray(),
                smallest);
    }
}
