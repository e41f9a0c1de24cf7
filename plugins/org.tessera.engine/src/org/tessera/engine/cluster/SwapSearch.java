package org.tessera.engine.cluster;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * Looks for a better local optimum of k-means from one that is reached: a row replaces a centre, Lloyd's iteration
 * follows, and the result is kept if its inertia is lower. In turn any row replaces any centre, as in Fränti (2018),
 * Efficiency of random swap clustering, <a href="https://doi.org/10.1186/s40537-018-0122-y">doi:
 * 10.1186/s40537-018-0122-y</a>; and of {@value #DRAWS} rows drawn with probability proportional to their cost, as in
 * {@link StartSearch}, the best one replaces the centre whose loss costs least, or next to least.
 *
 * <p>O({@value #SWAPS} iterations n k d). A swap that is still {@value #HOPE} times as bad after {@value #GLANCE}
 * iterations is given up.
 */
final class SwapSearch {

    private static final int SWAPS = 40;
    private static final int DRAWS = 6;
    private static final int GLANCE = 4;
    private static final double HOPE = 1.02;

    private final Matrix rows;
    private final KMeansOptions options;
    private final RandomStream random;
    private final RunContext run;
    private final CentreCosts costs;

    /** Works on the rows it is given; the random numbers are used up in an order that depends on nothing else. */
    SwapSearch(Matrix rows, KMeansOptions options, RandomStream random, RunContext run) {
        this.rows = rows;
        this.options = options;
        this.random = random;
        this.run = run.withProgress((fraction, message) -> {});
        costs = new CentreCosts(rows, options.distance(), run);
    }

    /** Centres of an inertia no higher than what Lloyd's iteration reaches from the given ones. */
    double[] improve(double[] first) {
        KMeansKernel.Result best = lloyd(first, options.maxIterations());
        int k = first.length / rows.columns();
        double total = k > 1 ? costs.assign(best.centres()) : 0;
        for (int swap = 0; swap < SWAPS && total > 0; swap++) {
            boolean blind = swap % 2 == 0;
            int row = blind ? random.nextInt(rows.rows()) : row(total);
            int loser = blind ? random.nextInt(k) : costs.cheapest(random.nextInt(4) == 0 ? 1 : 0);
            double[] swapped = best.centres().clone();
            System.arraycopy(rows.values(), row * rows.columns(), swapped, loser * rows.columns(), rows.columns());
            KMeansKernel.Result tried = lloyd(swapped, GLANCE);
            if (!tried.converged() && tried.inertia() < best.inertia() * HOPE) {
                tried = lloyd(tried.centres(), options.maxIterations());
            }
            if (tried.inertia() < best.inertia()) {
                best = tried;
                total = costs.assign(best.centres());
            }
        }
        return best.centres();
    }

    /** Of rows drawn by their cost the one that lowers the sum of costs most in the place of a centre, priced. */
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

    private KMeansKernel.Result lloyd(double[] centres, int iterations) {
        return KMeansKernel.run(rows, centres, options.withMaxIterations(iterations), run);
    }
}
