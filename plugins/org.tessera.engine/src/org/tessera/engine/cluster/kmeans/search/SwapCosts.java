package org.tessera.engine.cluster.kmeans.search;

import java.util.Arrays;
import org.tessera.engine.distance.ReducedDistances;
import org.tessera.engine.kernel.ColumnBlocks;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * The inertia after a swap: a row becomes a centroid, a centroid is removed, and the rows go to the nearest of the
 * rest. From the costs of all rows at their nearest and second nearest centroids the inertias of the swaps of one row
 * with each of the k centroids follow together: O(n k d) per set of centroids, O(n d + k) per row.
 *
 * <p>Costs are computed on columns, in loops that vectorize; sums run in the order of the rows. O(n d) memory; not for
 * use by several threads.
 */
final class SwapCosts {

    private final ColumnBlocks blocks;
    private final double[] values;
    private final int n;
    private final int d;
    private final RunContext run;
    private final double[] costs = new double[ColumnBlocks.SIZE];
    /** Per block and row the cost at the nearest centroid. */
    private final double[][] lowestCosts;
    /** Per block and row the cost at the second nearest centroid. */
    private final double[][] secondCosts;

    private int[] nearest = {};
    /** Inertia with the evaluated row as a further centroid. */
    private double inertiaAfterAddition;
    /** Per centroid, by how much its removal raises that inertia. */
    private double[] removalCosts = {};

    SwapCosts(ColumnBlocks blocks, RunContext run) {
        this.blocks = blocks;
        this.run = run;
        values = blocks.rows().values();
        n = blocks.rows().rows();
        d = blocks.rows().columns();
        lowestCosts = new double[blocks.count()][];
        secondCosts = new double[blocks.count()][];
        Arrays.setAll(lowestCosts, block -> new double[blocks.size(block)]);
        Arrays.setAll(secondCosts, block -> new double[blocks.size(block)]);
    }

    /** Sets the centroids and the nearest one of each row. @return the inertia */
    double setCentroids(double[] centroids, int[] labels) {
        removalCosts = new double[centroids.length / d];
        nearest = labels;
        double inertia = 0;
        for (int block = 0; block < lowestCosts.length; block++) {
            run.checkCanceled();
            Arrays.fill(lowestCosts[block], Double.POSITIVE_INFINITY);
            Arrays.fill(secondCosts[block], Double.POSITIVE_INFINITY);
            for (int c = 0; c < removalCosts.length; c++) {
                blocks.costs(block, centroids, c * d, costs);
                ReducedDistances.lowest(costs, lowestCosts[block], secondCosts[block], lowestCosts[block].length);
            }
            for (double cost : lowestCosts[block]) {
                inertia += cost;
            }
        }
        return inertia;
    }

    /** Draws a row with probability proportional to its cost, given the inertia. */
    int draw(RandomStream random, double inertia) {
        double remaining = random.nextDouble() * inertia;
        int row = 0;
        for (int i = 0; i < n && remaining >= 0; i++) {
            double cost = lowestCosts[i / ColumnBlocks.SIZE][i % ColumnBlocks.SIZE];
            if (cost > 0) {
                row = i;
                remaining -= cost;
            }
        }
        return row;
    }

    /** Computes the inertias of the swaps of a row with all centroids. */
    void evaluate(int row) {
        run.checkCanceled();
        Arrays.fill(removalCosts, 0);
        inertiaAfterAddition = 0;
        for (int block = 0; block < lowestCosts.length; block++) {
            blocks.costs(block, values, row * d, costs);
            evaluateBlock(lowestCosts[block], secondCosts[block], blocks.from(block));
        }
    }

    private void evaluateBlock(double[] lowest, double[] second, int from) {
        double sum = 0;
        for (int t = 0; t < lowest.length; t++) {
            double cost = Math.min(lowest[t], costs[t]);
            sum += cost;
            removalCosts[nearest[from + t]] += Math.min(second[t], costs[t]) - cost;
        }
        inertiaAfterAddition += sum;
    }

    /** The inertia after the swap of the evaluated row with a centroid. */
    double inertiaAfterSwap(int centroid) {
        return inertiaAfterAddition + removalCosts[centroid];
    }

    /** The centroid whose swap with the evaluated row gives the lowest inertia, of equal ones the first. */
    int bestRemoval() {
        int best = 0;
        for (int c = 1; c < removalCosts.length; c++) {
            best = removalCosts[c] < removalCosts[best] ? c : best;
        }
        return best;
    }

    /** The centroid whose swap with the evaluated row gives the second lowest inertia; there are at least two. */
    int secondBestRemoval() {
        int best = bestRemoval();
        int second = best == 0 ? 1 : 0;
        for (int c = second + 1; c < removalCosts.length; c++) {
            second = c != best && removalCosts[c] < removalCosts[second] ? c : second;
        }
        return second;
    }
}
