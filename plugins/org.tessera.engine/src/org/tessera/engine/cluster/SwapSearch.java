package org.tessera.engine.cluster;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * Looks for a better local optimum of k-means from one that is reached: a row drawn with probability proportional to its
 * cost replaces a centre, Lloyd's iteration follows, and the result is kept if its inertia is lower. Half of the time
 * the centre whose loss costs least is replaced, otherwise the next one or any. Fränti (2018), Efficiency of random swap
 * clustering, <a href="https://doi.org/10.1186/s40537-018-0122-y">doi:10.1186/s40537-018-0122-y</a>; rows are drawn as
 * in Lattanzi and Sohler (2019), see {@link StartSearch}.
 *
 * <p>O({@value #SWAPS} iterations n k d). A swap that is still {@value #HOPE} times as bad after {@value #GLANCE}
 * iterations is given up.
 */
final class SwapSearch {

    private static final int SWAPS = 40;
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
        for (int swap = 0; swap < SWAPS && k > 1; swap++) {
            double total = costs.assign(best.centres());
            if (total == 0) {
                break;
            }
            int row = costs.draw(random, total);
            costs.price(row);
            double[] swapped = best.centres().clone();
            System.arraycopy(rows.values(), row * rows.columns(), swapped, loser(k) * rows.columns(), rows.columns());
            KMeansKernel.Result tried = lloyd(swapped, GLANCE);
            if (!tried.converged() && tried.inertia() < best.inertia() * HOPE) {
                tried = lloyd(tried.centres(), options.maxIterations());
            }
            best = tried.inertia() < best.inertia() ? tried : best;
        }
        return best.centres();
    }

    private int loser(int k) {
        double dice = random.nextDouble();
        int any = random.nextInt(k);
        if (dice < 0.5) {
            return costs.cheapest(0);
        }
        return dice < 0.75 ? costs.cheapest(1) : any;
    }

    private KMeansKernel.Result lloyd(double[] centres, int iterations) {
        return KMeansKernel.run(rows, centres, options.withMaxIterations(iterations), run);
    }
}
