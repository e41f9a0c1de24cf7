package org.tessera.engine.cluster.kmeans.search;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.engine.cluster.kmeans.HamerlyLloyd;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansInitializer;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.kmeans.LloydResult;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.kernel.ColumnBlocks;
import org.tessera.engine.kernel.SystematicSample;
import org.tessera.engine.run.RunContext;

/**
 * A multi-start search for the optimum of k-means. All starts of k-means++ are iterated on a small sample of at most
 * {@value #SMALL_SAMPLE_ROWS} rows until they gain little; the best {@value #MAX_SURVIVORS} go on on a large sample of
 * at most {@value #LARGE_SAMPLE_ROWS} rows. From their ends swaps of centroids search for better optima ({@link
 * SwapSearch}), in rounds that allow twice as many failures as the one before, until the best optima agree. The best
 * one is iterated on all rows. Searches of at most {@value #SMALL_SAMPLE_ROWS} rows are more thorough where centroids
 * are means and features not too many.
 *
 * <p>Starts and searches run in parallel; what survives and what is best does not depend on which of them ends first.
 */
public final class MultiStartSearch {

    static final int MAX_SURVIVORS = 4;

    /** Enough to tell good starts from bad ones. */
    private static final int SMALL_SAMPLE_ROWS = 3000;
    /** Enough to tell good optima from better ones. */
    private static final int LARGE_SAMPLE_ROWS = 20_000;
    /** A start on a sample ends when an iteration gains less than this share of the gain so far. */
    private static final double GAIN_TOLERANCE = 1e-4;

    private static final int MAX_ROUNDS = 4;
    /**
     * The update of medians takes far longer than that of means: more rounds would take a minute for thousands of rows.
     */
    private static final int MAX_ROUNDS_MANHATTAN = 1;

    /** Failures in a row that end a search in the first round. */
    private static final int MAX_FAILURES = 3;

    private static final int MAX_FAILURES_THOROUGH = 6;
    /** Most rows x features x segments of a thorough search, which takes many seconds for thousands of features. */
    private static final double MAX_THOROUGH_OPERATIONS = 5e6;
    /** Optima agree if their inertias differ by less than this share. */
    private static final double AGREEMENT_TOLERANCE = 1e-4;

    private static final double AGREEMENT_TOLERANCE_THOROUGH = 1e-6;

    /** Iterations that all searches together usually take: tens of swaps each, most stopped after a few iterations. */
    private static final double TYPICAL_SEARCH_ITERATIONS = MAX_SURVIVORS * 300;
    /** Thorough searches take so many times the iterations. */
    private static final double THOROUGH_FACTOR = 2.5;

    /**
     * Finds the optimum of k-means++ by this search. For other initializations, whose starts vary too little or are
     * what the user asked for, it keeps the best of the restarts.
     */
    public static final KMeans.Optimizer OPTIMIZER = MultiStartSearch::optimize;

    private final ColumnBlocks smallSample;
    private final ColumnBlocks largeSample;
    private final KMeansOptions options;
    private final boolean thorough;
    private final RunContext run;
    private final RunContext singleThread;

    private MultiStartSearch(Matrix canonical, KMeansOptions options, RunContext run) {
        Matrix large = SystematicSample.of(canonical, LARGE_SAMPLE_ROWS, options.k());
        Matrix small = SystematicSample.of(large, SMALL_SAMPLE_ROWS, options.k());
        largeSample = new ColumnBlocks(large, options.distance(), run);
        smallSample = small == large ? largeSample : new ColumnBlocks(small, options.distance(), run);
        thorough = small == large && isThorough(canonical.rows(), canonical.columns(), options);
        this.options = options;
        this.run = run;
        singleThread = run.withThreads(1).withProgress((fraction, message) -> {});
    }

    private static LloydResult optimize(Matrix rows, KMeansOptions options, RunContext run) {
        if (!isSearched(options)) {
            return KMeans.RESTARTS.optimize(rows, options, run);
        }
        MultiStartSearch search = new MultiStartSearch(rows, options, run);
        LloydResult best = search.best();
        boolean complete = search.largeSample.rows() == rows;
        return complete ? best : HamerlyLloyd.run(rows, best.centroids(), options, run.part(0.8, 1));
    }

    /** Whether a search of all rows may be thorough. */
    private static boolean isThorough(long rows, int columns, KMeansOptions options) {
        double operations = (double) Math.min(rows, SMALL_SAMPLE_ROWS) * columns * options.k();
        return options.distance() == Distance.EUCLIDEAN && operations <= MAX_THOROUGH_OPERATIONS;
    }

    private static boolean isSearched(KMeansOptions options) {
        return options.initialization() == KMeansOptions.Initialization.K_MEANS_PLUS_PLUS;
    }

    /**
     * The initial centroids for another implementation of Lloyd's algorithm that is to find the optimum of {@link
     * #OPTIMIZER}: where the search from k-means++ ends.
     *
     * @param canonical rows in the order of {@link CanonicalRows}
     * @param options k, at most the number of different rows, k-means++, restarts, distance and maximum of iterations
     * @param run seed, threads, cancel
     * @return k x d centroids
     */
    public static Matrix firstCentroids(Matrix canonical, KMeansOptions options, RunContext run) {
        double[] first = new MultiStartSearch(canonical, options, run).best().centroids();
        return Matrix.wrap(options.k(), canonical.columns(), first);
    }

    /**
     * Estimates how often {@link #OPTIMIZER} assigns a row to its nearest centroid.
     *
     * @param size numbers of rows and features
     * @param options the options
     * @param iterations usual number of iterations of a start
     * @return rows times iterations, summed over starts, searches and the run on all rows
     */
    public static double assignments(DataSize size, KMeansOptions options, double iterations) {
        long rows = size.rows();
        if (!isSearched(options)) {
            return rows * iterations * options.restarts();
        }
        double starts = Math.min(rows, SMALL_SAMPLE_ROWS) * iterations * options.restarts();
        long sample = Math.min(rows, LARGE_SAMPLE_ROWS);
        boolean thorough = rows <= SMALL_SAMPLE_ROWS && isThorough(rows, size.columns(), options);
        double searches = options.k() == 1 ? 0 : sample * TYPICAL_SEARCH_ITERATIONS * (thorough ? THOROUGH_FACTOR : 1);
        return starts + searches + (sample < rows ? rows * iterations : 0);
    }

    /** Runs the search. @return the best optimum on the large sample */
    private LloydResult best() {
        LloydResult[] survivors = survivors(starts());
        int rounds = options.distance() == Distance.EUCLIDEAN ? MAX_ROUNDS : MAX_ROUNDS_MANHATTAN;
        for (int round = 0; round < rounds; round++) {
            run.progress(0.4 + 0.1 * round, "k-means, looking for better segments");
            improve(survivors, round);
            Arrays.sort(survivors, LloydResult.BY_INERTIA);
            if (agree(survivors, round)) {
                break;
            }
        }
        return survivors[0];
    }

    /** Iterates all starts on the small sample. */
    private LloydResult[] starts() {
        LloydResult[] results = new LloydResult[options.restarts()];
        AtomicInteger done = new AtomicInteger();
        run.forBlocks(results.length, restart -> {
            double[] first = KMeansInitializer.firstCentroids(smallSample, options, restart, singleThread);
            results[restart] = HamerlyLloyd.run(smallSample.rows(), first, options, GAIN_TOLERANCE, singleThread);
            run.progress(
                    0.4 * done.incrementAndGet() / results.length,
                    "k-means, start " + done.get() + " of " + results.length);
        });
        return results;
    }

    /** Iterates the best starts on the large sample. */
    private LloydResult[] survivors(LloydResult[] starts) {
        Arrays.sort(starts, LloydResult.BY_INERTIA);
        LloydResult[] best = Arrays.copyOf(starts, Math.min(MAX_SURVIVORS, starts.length));
        if (smallSample != largeSample) {
            run.forBlocks(best.length, s -> {
                double[] first = best[s].centroids();
                best[s] = HamerlyLloyd.run(largeSample.rows(), first, options, GAIN_TOLERANCE, singleThread);
            });
        }
        return best;
    }

    private void improve(LloydResult[] survivors, int round) {
        run.forBlocks(survivors.length, s -> {
            long stream = -1 - s - (long) round * MAX_SURVIVORS;
            SwapSearch search = new SwapSearch(largeSample, options, run.random(stream), singleThread);
            int maxFailures = (thorough ? MAX_FAILURES_THOROUGH : MAX_FAILURES) << round;
            survivors[s] = search.improve(survivors[s], maxFailures);
        });
    }

    /** Whether the best three, after the first round the best two, agree; all of them in a thorough search. */
    private boolean agree(LloydResult[] sorted, int round) {
        int agreeing = thorough ? sorted.length : Math.min(round == 0 ? 3 : 2, sorted.length);
        double tolerance = thorough ? AGREEMENT_TOLERANCE_THOROUGH : AGREEMENT_TOLERANCE;
        return sorted[agreeing - 1].inertia() <= sorted[0].inertia() * (1 + tolerance);
    }
}
