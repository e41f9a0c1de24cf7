package org.tessera.engine.cluster.kmeans.search;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.engine.cluster.kmeans.HamerlyLloyd;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansInitializer;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.kernel.ColumnBlocks;
import org.tessera.engine.kernel.SystematicSample;
import org.tessera.engine.run.RunContext;

/**
 * Many starts of k-means++, of which few are pursued: all are iterated until they gain little on a sample of at most
 * {@value #FEW_ROWS} rows, the best {@value #PURSUED} on one of at most {@value #MANY_ROWS}. From there swaps look for
 * better optima ({@link SwapSearch}), in rounds of growing patience until the best ones agree; tables of at most
 * {@value #FEW_ROWS} rows are given more patience, where centroids are means. Starts run side by side;
 * what is pursued and what wins does not depend on which is done first.
 */
public final class MultiStartSearch {

    static final int PURSUED = 4;

    /** Enough to tell good starts from bad ones. */
    private static final int FEW_ROWS = 3000;
    /** Enough to tell good optima from better ones. */
    private static final int MANY_ROWS = 20_000;

    /** Most rounds; each bears twice as many failures in a row as the one before. */
    private static final int ROUNDS = 4;
    /** A median takes far longer than a mean: more rounds would take a minute for thousands of rows. */
    private static final int ROUNDS_OF_MEDIANS = 1;

    /** Iterations that all searches together usually take: tens of swaps each, most given up after a few iterations. */
    private static final double SEARCHING = PURSUED * 300;

    private static final int FAILURES = 3;
    /** The best three, after the first round the best two, agree if their inertia differs by less than this share. */
    private static final double AGREEMENT = 1e-4;
    /** On few rows patience costs next to nothing, and all have to agree. */
    private static final int FAILURES_ON_FEW = 6;

    private static final double AGREEMENT_ON_FEW = 1e-6;
    /** The searches then take so many times the iterations. */
    private static final double PATIENCE_ON_FEW = 2.5;
    /** A start is iterated until an iteration gains less than this share of what all before have gained. */
    private static final double ENOUGH = 1e-4;

    private final ColumnBlocks few;
    private final ColumnBlocks many;
    private final boolean complete;
    private final KMeansOptions options;
    private final RunContext run;
    private final RunContext alone;

    /** @param canonical rows in canonical order, at least k of them different */
    MultiStartSearch(Matrix canonical, KMeansOptions options, RunContext run) {
        Matrix sample = SystematicSample.of(canonical, MANY_ROWS, options.k());
        Matrix small = SystematicSample.of(sample, FEW_ROWS, options.k());
        many = new ColumnBlocks(sample, options.distance(), run);
        few = small == sample ? many : new ColumnBlocks(small, options.distance(), run);
        complete = sample == canonical;
        this.options = options;
        this.run = run;
        alone = run.withThreads(1).withProgress((fraction, message) -> {});
    }

    /**
     * Finds the centroids of k-means: for k-means++ by this search; other initializations, whose starts are not random
     * enough for a search, keep the best of their restarts.
     */
    public static final KMeans.Optimizer OPTIMIZER = new KMeans.Optimizer() {
        @Override
        public HamerlyLloyd.Result optimum(Matrix rows, KMeansOptions options, RunContext run) {
            if (!isSearched(options)) {
                return KMeans.RESTARTS.optimum(rows, options, run);
            }
            MultiStartSearch search = new MultiStartSearch(rows, options, run);
            HamerlyLloyd.Result winner = search.winner();
            return search.isComplete() ? winner : HamerlyLloyd.run(rows, winner.centroids(), options, run.part(0.8, 1));
        }

        @Override
        public double visits(long rows, KMeansOptions options, double iterations) {
            return isSearched(options)
                    ? searchVisits(rows, options, iterations)
                    : KMeans.RESTARTS.visits(rows, options, iterations);
        }
    };

    private static boolean isSearched(KMeansOptions options) {
        return options.initialization() == KMeansOptions.Initialization.K_MEANS_PLUS_PLUS;
    }

    /**
     * The first centroids of a restart for implementations that shall start as {@link #OPTIMIZER} does. The last restart of
     * k-means++ starts where the search ends.
     *
     * @param canonical rows in the order of {@link CanonicalRows}
     * @param options k, at most the number of different rows, initialization, restarts, distance and most iterations
     * @param restart number of the restart from 0
     * @param run seed, threads, cancel
     * @return k x d centroids
     */
    public static Matrix firstCentroids(Matrix canonical, KMeansOptions options, int restart, RunContext run) {
        boolean last = restart == options.restarts() - 1;
        double[] first = last && isSearched(options)
                ? new MultiStartSearch(canonical, options, run).winner().centroids()
                : KMeansInitializer.of(new ColumnBlocks(canonical, options.distance(), run), options, restart, run);
        return Matrix.wrap(options.k(), canonical.columns(), first);
    }

    private static double searchVisits(long rows, KMeansOptions options, double iterations) {
        double starts = Math.min(rows, FEW_ROWS) * iterations * options.restarts();
        long sample = Math.min(rows, MANY_ROWS);
        boolean patient = rows <= FEW_ROWS && options.distance() == Distance.EUCLIDEAN;
        double searches = options.k() == 1 ? 0 : sample * SEARCHING * (patient ? PATIENCE_ON_FEW : 1);
        return starts + searches + (sample < rows ? rows * iterations : 0);
    }

    /** Whether all rows take part. */
    boolean isComplete() {
        return complete;
    }

    /** The best end of all, on the rows that take part. */
    HamerlyLloyd.Result winner() {
        HamerlyLloyd.Result[] best = pursued(starts());
        int rounds = options.distance() == Distance.EUCLIDEAN ? ROUNDS : ROUNDS_OF_MEDIANS;
        for (int round = 0; round < rounds; round++) {
            run.progress(0.4 + 0.1 * round, "k-means, looking for better segments");
            search(best, round);
            Arrays.sort(best, HamerlyLloyd.Result.BY_INERTIA);
            if (isAgreed(best, round)) {
                break;
            }
        }
        return best[0];
    }

    private boolean isAgreed(HamerlyLloyd.Result[] best, int round) {
        int agreeing = isPatient() ? best.length : Math.min(round == 0 ? 3 : 2, best.length);
        double share = isPatient() ? AGREEMENT_ON_FEW : AGREEMENT;
        return best[agreeing - 1].inertia() <= best[0].inertia() * (1 + share);
    }

    private boolean isSmall() {
        return few == many;
    }

    /** Medians take their time on few rows, too. */
    private boolean isPatient() {
        return isSmall() && options.distance() == Distance.EUCLIDEAN;
    }

    private HamerlyLloyd.Result[] starts() {
        HamerlyLloyd.Result[] ends = new HamerlyLloyd.Result[options.restarts()];
        AtomicInteger done = new AtomicInteger();
        run.forBlocks(ends.length, restart -> {
            double[] first = KMeansInitializer.of(few, options, restart, alone);
            ends[restart] = HamerlyLloyd.run(few.rows(), first, options, ENOUGH, alone);
            run.progress(
                    0.4 * done.incrementAndGet() / ends.length, "k-means, start " + done.get() + " of " + ends.length);
        });
        return ends;
    }

    /** The best starts, gone on from on more rows. */
    private HamerlyLloyd.Result[] pursued(HamerlyLloyd.Result[] ends) {
        Arrays.sort(ends, HamerlyLloyd.Result.BY_INERTIA);
        HamerlyLloyd.Result[] best = Arrays.copyOf(ends, Math.min(PURSUED, ends.length));
        if (!isSmall()) {
            run.forBlocks(best.length, place -> {
                best[place] = HamerlyLloyd.run(many.rows(), best[place].centroids(), options, ENOUGH, alone);
            });
        }
        return best;
    }

    private void search(HamerlyLloyd.Result[] ends, int round) {
        run.forBlocks(ends.length, place -> {
            long stream = -1 - place - (long) round * PURSUED;
            SwapSearch search = new SwapSearch(many, options, run.random(stream), alone);
            ends[place] = search.improve(ends[place], (isPatient() ? FAILURES_ON_FEW : FAILURES) << round);
        });
    }
}
