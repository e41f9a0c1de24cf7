package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RunContext;

/**
 * Single linkage as the minimum spanning tree of the rows. Prim (1957), <a
 * href="https://doi.org/10.1002/j.1538-7305.1957.tb01515.x">doi:10.1002/j.1538-7305.1957.tb01515.x</a>; Gower and Ross
 * (1969), <a href="https://doi.org/10.2307/2346439">doi:10.2307/2346439</a>. O(n² d) time, O(n d) memory.
 */
final class SpanningTree {

    private static final int CHUNK = 32 * ColumnPoints.TILE;
    private static final int WORTH_SHARING = 1 << 18;

    private final RunContext run;
    private final int n;
    private final int d;
    private final boolean squared;
    private final ColumnPoints rest;
    /** For each row outside the tree the cost of its nearest row inside, by name. */
    private final double[] cost;

    private final int[] inside;

    private SpanningTree(Matrix x, Distance distance, RunContext run) {
        this.run = run;
        n = x.rows();
        d = x.columns();
        squared = distance == Distance.EUCLIDEAN;
        rest = new ColumnPoints(x, distance, run);
        cost = new double[n];
        inside = new int[n];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
    }

    static Merges merges(Matrix x, Distance distance, RunContext run) {
        return new SpanningTree(x, distance, run).merges().sorted(run);
    }

    private Merges merges() {
        Merges merges = new Merges(n);
        int row = 0;
        while (rest.count() > 1) {
            run.checkCanceled();
            double[] point = rest.point(row);
            rest.remove(row);
            int next = next(row, point);
            merges.add(inside[next], next, squared ? Math.sqrt(cost[next]) : cost[next]);
            row = next;
            Hierarchical.report(run, merges.count(), n);
        }
        return merges;
    }

    /** Lowers the costs by a row that has come into the tree. @return the row with the lowest cost, of equal the first */
    private int next(int row, double[] point) {
        int count = rest.count();
        if ((long) count * d < WORTH_SHARING) {
            return next(row, point, 0, count);
        }
        int chunks = (count + CHUNK - 1) / CHUNK;
        int[] found = new int[chunks];
        run.forBlocks(
                chunks, chunk -> found[chunk] = next(row, point, chunk * CHUNK, Math.min(count, (chunk + 1) * CHUNK)));
        int best = found[0];
        for (int other : found) {
            best = nearer(best, other);
        }
        return best;
    }

    private int next(int row, double[] point, int from, int to) {
        double[] costs = new double[ColumnPoints.TILE];
        int best = rest.name(from);
        for (int start = from; start < to; start += ColumnPoints.TILE) {
            int end = Math.min(to, start + ColumnPoints.TILE);
            rest.costs(point, start, costs);
            for (int slot = start; slot < end; slot++) {
                int name = rest.name(slot);
                if (costs[slot - start] < cost[name]) {
                    cost[name] = costs[slot - start];
                    inside[name] = row;
                }
                best = nearer(best, name);
            }
        }
        return best;
    }

    private int nearer(int a, int b) {
        if (cost[a] != cost[b]) {
            return cost[a] < cost[b] ? a : b;
        }
        return Math.min(a, b);
    }
}
