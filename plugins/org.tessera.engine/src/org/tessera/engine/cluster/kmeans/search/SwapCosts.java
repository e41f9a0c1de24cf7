package org.tessera.engine.cluster.kmeans.search;

import java.util.Arrays;
import org.tessera.engine.distance.ReducedDistances;
import org.tessera.engine.kernel.ColumnBlocks;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * What rows cost at their centroids, and what it would cost to replace a centroid by a row. Rows lie column by column, so
 * that their costs at one point come out of a loop that vectorizes. Sums run in the order of the rows. O(n k d) to
 * assign, O(n d) to price a row, O(n d) memory; not for use by several threads.
 */
final class SwapCosts {

    private final ColumnBlocks blocks;
    private final double[] values;
    private final int n;
    private final int d;
    private final RunContext run;
    private final double[] costs = new double[ColumnBlocks.SIZE];
    private final double[][] first;
    private final double[][] second;
    private int[] nearest = {};
    private double[] extra = {};
    private double kept;

    SwapCosts(ColumnBlocks blocks, RunContext run) {
        this.blocks = blocks;
        this.run = run;
        values = blocks.rows().values();
        n = blocks.rows().rows();
        d = blocks.rows().columns();
        first = new double[blocks.count()][];
        second = new double[blocks.count()][];
        Arrays.setAll(first, block -> new double[blocks.size(block)]);
        Arrays.setAll(second, block -> new double[blocks.size(block)]);
    }

    /** Takes centroids and the nearest one of every row. @return the sum of the costs */
    double assign(double[] centroids, int[] labels) {
        extra = new double[centroids.length / d];
        nearest = labels;
        double total = 0;
        for (int block = 0; block < first.length; block++) {
            run.checkCanceled();
            Arrays.fill(first[block], Double.POSITIVE_INFINITY);
            Arrays.fill(second[block], Double.POSITIVE_INFINITY);
            for (int c = 0; c < extra.length; c++) {
                blocks.costs(block, centroids, c * d, costs);
                ReducedDistances.lowest(costs, first[block], second[block], first[block].length);
            }
            for (double cost : first[block]) {
                total += cost;
            }
        }
        return total;
    }

    /** A row with probability proportional to its cost, given the sum of the costs. */
    int draw(RandomStream random, double total) {
        double left = random.nextDouble() * total;
        int row = 0;
        for (int i = 0; i < n && left >= 0; i++) {
            double cost = first[i / ColumnBlocks.SIZE][i % ColumnBlocks.SIZE];
            if (cost > 0) {
                row = i;
                left -= cost;
            }
        }
        return row;
    }

    /** Computes what the rows would cost if a row became a centroid and one of the others went. */
    void price(int row) {
        run.checkCanceled();
        Arrays.fill(extra, 0);
        kept = 0;
        for (int block = 0; block < first.length; block++) {
            blocks.costs(block, values, row * d, costs);
            add(first[block], second[block], blocks.from(block));
        }
    }

    private void add(double[] lowest, double[] next, int from) {
        double sum = 0;
        for (int t = 0; t < lowest.length; t++) {
            double now = Math.min(lowest[t], costs[t]);
            sum += now;
            extra[nearest[from + t]] += Math.min(next[t], costs[t]) - now;
        }
        kept += sum;
    }

    /** The sum of costs with the priced row in the place of a centroid. */
    double without(int centroid) {
        return kept + extra[centroid];
    }

    /** The centroid whose loss costs least (place 0) or next to least (place 1), after a row was priced. */
    int cheapest(int place) {
        int least = 0;
        for (int c = 1; c < extra.length; c++) {
            least = extra[c] < extra[least] ? c : least;
        }
        if (place == 0) {
            return least;
        }
        int next = least == 0 ? 1 : 0;
        for (int c = next + 1; c < extra.length; c++) {
            next = c != least && extra[c] < extra[next] ? c : next;
        }
        return next;
    }
}
