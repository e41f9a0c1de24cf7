package org.tessera.engine.cluster;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RunContext;

/**
 * Many starts of k-means++, of which few are pursued: all are iterated until they gain little on a sample of at most
 * {@value #FEW_ROWS} rows, the best {@value #PURSUED} on one of at most {@value #MANY_ROWS}. From there swaps look for
 * better optima ({@link SwapSearch}), in rounds of growing patience until the best ones agree; tables of at most
 * {@value #FEW_ROWS} rows are given more patience, where centres are means. Starts run side by side;
 * what is pursued and what wins does not depend on which is done first.
 */
final class StartRace {

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
    StartRace(Matrix canonical, KMeansOptions options, RunContext run) {
        Matrix sample = RowSample.of(canonical, MANY_ROWS, options.k());
        Matrix small = RowSample.of(sample, FEW_ROWS, options.k());
        many = new ColumnBlocks(sample, options.distance(), run);
        few = small == sample ? many : new ColumnBlocks(small, options.distance(), run);
        complete = sample == canonical;
        this.options = options;
        this.run = run;
        alone = run.withThreads(1).withProgress((fraction, message) -> {});
    }

    /** How often a row usually looks for its nearest centre in a race and what follows it, see {@link KMeans#visits}. */
    static double visits(long rows, KMeansOptions options, double iterations) {
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
    KMeansKernel.Result winner() {
        KMeansKernel.Result[] best = pursued(starts());
        int rounds = options.distance() == Distance.EUCLIDEAN ? ROUNDS : ROUNDS_OF_MEDIANS;
        for (int round = 0; round < rounds; round++) {
            run.progress(0.4 + 0.1 * round, "k-means, looking for better segments");
            search(best, round);
            Arrays.sort(best, KMeans.BY_INERTIA);
            if (isAgreed(best, round)) {
                break;
            }
        }
        return best[0];
    }

    private boolean isAgreed(KMeansKernel.Result[] best, int round) {
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

    private KMeansKernel.Result[] starts() {
        KMeansKernel.Result[] ends = new KMeansKernel.Result[options.restarts()];
        AtomicInteger done = new AtomicInteger();
        run.forBlocks(ends.length, restart -> {
            double[] first = KMeans.start(few, options, restart, alone);
            ends[restart] = KMeansKernel.run(few.rows(), first, options, ENOUGH, alone);
            run.progress(
                    0.4 * done.incrementAndGet() / ends.length, "k-means, start " + done.get() + " of " + ends.length);
        });
        return ends;
    }

    /** The best starts, gone on from on more rows. */
    private KMeansKernel.Result[] pursued(KMeansKernel.Result[] ends) {
        Arrays.sort(ends, KMeans.BY_INERTIA);
        KMeansKernel.Result[] best = Arrays.copyOf(ends, Math.min(PURSUED, ends.length));
        if (!isSmall()) {
            run.forBlocks(best.length, place -> {
                best[place] = KMeansKernel.run(many.rows(), best[place].centres(), options, ENOUGH, alone);
            });
        }
        return best;
    }

    private void search(KMeansKernel.Result[] ends, int round) {
        run.forBlocks(ends.length, place -> {
            long stream = -1 - place - (long) round * PURSUED;
            SwapSearch search = new SwapSearch(many, options, run.random(stream), alone);
            ends[place] = search.improve(ends[place], (isPatient() ? FAILURES_ON_FEW : FAILURES) << round);
        });
    }
}
