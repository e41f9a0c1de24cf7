package org.tessera.engine.cluster.kmeans.search;

import org.tessera.engine.cluster.kmeans.HamerlyLloyd;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.kmeans.LloydResult;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.ColumnBlocks;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * Random swap search from a local optimum of k-means: a row replaces a centroid, Lloyd's algorithm follows, and the
 * result is accepted if its inertia is lower. Swaps of two kinds alternate. In the first a random row replaces a random
 * centroid: Fränti (2018), Efficiency of random swap clustering, <a
 * href="https://doi.org/10.1186/s40537-018-0122-y">doi: 10.1186/s40537-018-0122-y</a>. In the second, of {@value
 * #CANDIDATES} rows drawn with probability proportional to their cost, the one with the lowest inertia after the swap
 * replaces the centroid of the best swap, now and then of the second best: Lattanzi and Sohler (2019), A better
 * k-means++ algorithm via local search, PMLR 97:3662-3671.
 *
 * <p>Lloyd's algorithm is stopped early when its expected gain cannot reach the best inertia, or when it returns to the
 * best optimum. O(swaps iterations n k d) time at worst, at most {@value #MAX_SWAPS} swaps.
 */
final class SwapSearch {

    private static final int MAX_SWAPS = 80;
    private static final int CANDIDATES = 6;
    /** One of so many swaps of the second kind takes the second best centroid, on average. */
    private static final int SECOND_BEST_INTERVAL = 4;
    /** Iterations between two checks whether to stop early. */
    private static final int CHECK_INTERVAL = 2;
    /** The total gain that is still expected, in gains of the last iteration. */
    private static final double GAIN_FACTOR = 5;
    /** Centroids are those of the best optimum if their displacement is below this share of the inertia. */
    private static final double SAME_OPTIMUM_TOLERANCE = 1e-5;
    /** Share of the inertia by which a swap has to lower it to count as a success. */
    private static final double MIN_IMPROVEMENT = 1e-6;

    private final Matrix rows;
    private final KMeansOptions options;
    private final RandomStream random;
    private final RunContext run;
    private final SwapCosts swapCosts;
    private final HamerlyLloyd lloyd;
    private final FastInertia fastInertia;

    /** Random numbers are drawn in an order that depends on the rows and the stream only. */
    SwapSearch(ColumnBlocks blocks, KMeansOptions options, RandomStream random, RunContext run) {
        rows = blocks.rows();
        this.options = options;
        this.random = random;
        this.run = run;
        swapCosts = new SwapCosts(blocks, run);
        lloyd = new HamerlyLloyd(rows, options.k(), options.distance(), run);
        fastInertia = new FastInertia(rows);
    }

    /**
     * Searches from the end of a run, and iterates the best result to convergence.
     *
     * @param start the end of a run on the same rows
     * @param maxFailures number of swaps in a row without success that ends the search
     * @return the best optimum that was found
     */
    LloydResult improve(LloydResult start, int maxFailures) {
        LloydResult best = start;
        double cost = options.k() > 1 ? swapCosts.setCentroids(best.centroids(), best.labels()) : 0;
        int failures = 0;
        for (int swap = 0; swap < MAX_SWAPS && failures < maxFailures && cost > 0; swap++) {
            run.checkCanceled();
            failures++;
            double[] swapped = swap % 2 == 0 ? randomSwap(best.centroids()) : bestSwap(best.centroids(), cost);
            lloyd.start(swapped, best);
            if (!iterate(best)) {
                continue;
            }
            double inertia = lloyd.inertia();
            if (inertia < best.inertia()) {
                failures = inertia < best.inertia() * (1 - MIN_IMPROVEMENT) ? 0 : failures;
                best = lloyd.result();
                cost = swapCosts.setCentroids(best.centroids(), best.labels());
            }
        }
        if (!best.converged()) {
            lloyd.start(best.centroids(), best);
            lloyd.iterate(options.maxIterations(), 0);
            best = lloyd.result();
        }
        return best;
    }

    private double[] randomSwap(double[] centroids) {
        int row = random.nextInt(rows.rows());
        return swap(centroids, row, random.nextInt(options.k()));
    }

    private double[] bestSwap(double[] centroids, double cost) {
        int row = evaluatedCandidate(cost);
        boolean secondBest = random.nextInt(SECOND_BEST_INTERVAL) == 0;
        return swap(centroids, row, secondBest ? swapCosts.secondBestRemoval() : swapCosts.bestRemoval());
    }

    private double[] swap(double[] centroids, int row, int removed) {
        int d = rows.columns();
        double[] swapped = centroids.clone();
        System.arraycopy(rows.values(), row * d, swapped, removed * d, d);
        return swapped;
    }

    /**
     * Draws candidates.
     *
     * @return the one whose best swap gives the lowest inertia; it is the one that was evaluated last
     */
    private int evaluatedCandidate(double cost) {
        int best = -1;
        int last = -1;
        double lowest = Double.POSITIVE_INFINITY;
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            last = swapCosts.draw(random, cost);
            swapCosts.evaluate(last);
            double inertia = swapCosts.inertiaAfterSwap(swapCosts.bestRemoval());
            if (best < 0 || inertia < lowest) {
                best = last;
                lowest = inertia;
            }
        }
        if (last != best) {
            swapCosts.evaluate(best);
        }
        return best;
    }

    /** Iterates as long as a lower inertia than the best is in reach. @return whether the run was not stopped early */
    private boolean iterate(LloydResult best) {
        int max = options.maxIterations();
        int iterations = 0;
        while (!lloyd.isConverged() && iterations < max) {
            iterations = Math.min(max, iterations + CHECK_INTERVAL);
            lloyd.iterate(iterations, 0);
            if (!lloyd.isConverged() && (isOutOfReach(best.inertia()) || hasReturned(best))) {
                return false;
            }
        }
        return true;
    }

    private boolean isOutOfReach(double bestInertia) {
        double inertia = options.distance() == Distance.EUCLIDEAN
                ? fastInertia.inertia(lloyd.centroids(), lloyd.sizes())
                : lloyd.inertia();
        return inertia - GAIN_FACTOR * lloyd.gain() > bestInertia;
    }

    private boolean hasReturned(LloydResult best) {
        return options.distance() == Distance.EUCLIDEAN
                && fastInertia.displacement(lloyd.centroids(), lloyd.sizes(), best.centroids())
                        < SAME_OPTIMUM_TOLERANCE * best.inertia();
    }
}
