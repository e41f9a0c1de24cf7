package org.tessera.engine.cluster.kmeans.search;

import org.tessera.engine.cluster.kmeans.HamerlyLloyd;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.ColumnBlocks;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * CancellationCheck for a better local optimum of k-means from one that is reached: a row replaces a centroid, Lloyd's iteration
 * follows, and the result is kept if its inertia is lower. In turn any row replaces any centroid, as in Fränti (2018),
 * Efficiency of random swap clustering, <a href="https://doi.org/10.1186/s40537-018-0122-y">doi:
 * 10.1186/s40537-018-0122-y</a>; and of {@value #DRAWS} rows drawn with probability proportional to their cost the best
 * one replaces the centroid whose loss costs least, or next to least, as in Lattanzi and Sohler (2019), A better k-means++
 * algorithm via local search, PMLR 97:3662-3671.
 *
 * <p>An iteration is given up when what it still gains cannot make up the lead of the best, or when it comes back to the
 * same optimum. O(swaps iterations n k d) time at worst, at most {@value #SWAPS} swaps.
 */
final class SwapSearch {

    private static final int SWAPS = 80;
    private static final int DRAWS = 6;
    /** So many iterations are done between two questions whether to go on. */
    private static final int GLANCE = 2;
    /** The gain of an iteration times this is all that is hoped for. */
    private static final double PATIENCE = 5;
    /** Centroids that cost less than this share more than others have come back to them. */
    private static final double SAME = 1e-5;
    /** A lower inertia counts as a success only by this share. */
    private static final double SUCCESS = 1e-6;

    private final Matrix rows;
    private final KMeansOptions options;
    private final RandomStream random;
    private final RunContext run;
    private final SwapCosts costs;
    private final HamerlyLloyd kernel;
    private final FastInertia spread;

    /** The random numbers are used up in an order that depends on the rows and the stream only. */
    SwapSearch(ColumnBlocks blocks, KMeansOptions options, RandomStream random, RunContext run) {
        rows = blocks.rows();
        this.options = options;
        this.random = random;
        this.run = run;
        costs = new SwapCosts(blocks, run);
        kernel = new HamerlyLloyd(rows, options.k(), options.distance(), run);
        spread = new FastInertia(rows);
    }

    /**
     * The best end met on the way from one.
     *
     * @param first where to begin
     * @param failures so many swaps in a row without success end the search
     */
    HamerlyLloyd.Result improve(HamerlyLloyd.Result first, int failures) {
        HamerlyLloyd.Result best = first;
        double total = options.k() > 1 ? costs.assign(best.centroids(), best.labels()) : 0;
        int failed = 0;
        for (int swap = 0; swap < SWAPS && failed < failures && total > 0; swap++) {
            run.checkCanceled();
            failed++;
            kernel.begin(swapped(best.centroids(), swap % 2 == 0, total), best);
            if (!goesOn(best)) {
                continue;
            }
            double inertia = kernel.inertia();
            if (inertia < best.inertia()) {
                failed = inertia < best.inertia() * (1 - SUCCESS) ? 0 : failed;
                best = kernel.result();
                total = costs.assign(best.centroids(), best.labels());
            }
        }
        if (!best.converged()) {
            kernel.begin(best.centroids(), best);
            kernel.iterate(options.maxIterations(), 0);
            best = kernel.result();
        }
        return best;
    }

    private double[] swapped(double[] centroids, boolean blind, double total) {
        int d = rows.columns();
        int row = blind ? random.nextInt(rows.rows()) : row(total);
        int loser = blind ? random.nextInt(options.k()) : costs.cheapest(random.nextInt(4) == 0 ? 1 : 0);
        double[] swapped = centroids.clone();
        System.arraycopy(rows.values(), row * d, swapped, loser * d, d);
        return swapped;
    }

    /** Iterates as long as a better end seems in reach. @return whether it came to an end */
    private boolean goesOn(HamerlyLloyd.Result best) {
        int most = options.maxIterations();
        int done = 0;
        while (!kernel.isConverged() && done < most) {
            done = Math.min(most, done + GLANCE);
            kernel.iterate(done, 0);
            if (!kernel.isConverged() && (isBehind(best.inertia()) || isBack(best))) {
                return false;
            }
        }
        return true;
    }

    private boolean isBehind(double goal) {
        double inertia = options.distance() == Distance.EUCLIDEAN
                ? spread.inertia(kernel.centroids(), kernel.sizes())
                : kernel.inertia();
        return inertia - PATIENCE * kernel.gain() > goal;
    }

    private boolean isBack(HamerlyLloyd.Result best) {
        return options.distance() == Distance.EUCLIDEAN
                && spread.apart(kernel.centroids(), kernel.sizes(), best.centroids()) < SAME * best.inertia();
    }

    /** Of rows drawn by their cost the one that lowers the sum of costs most in the place of a centroid, priced. */
    private int row(double total) {
        int best = -1;
        int last = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int draw = 0; draw < DRAWS; draw++) {
            last = costs.draw(random, total);
            costs.price(last);
            double sum = costs.without(costs.cheapest(0));
            if (best < 0 || sum < least) {
                best = last;
                least = sum;
            }
        }
        if (last != best) {
            costs.price(best);
        }
        return best;
    }
}
