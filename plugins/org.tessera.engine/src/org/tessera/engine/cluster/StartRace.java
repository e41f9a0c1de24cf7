package org.tessera.engine.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/**
 * Many starts of k-means++, of which few are pursued: all are iterated until they gain little, on a sample if there are
 * many rows; from the best {@value #PURSUED} of them swaps look for better optima ({@link SwapSearch}), in rounds of
 * growing patience until most of them agree. Starts run side by side; what is pursued and what wins does not depend on
 * which is done first.
 */
final class StartRace {

    static final int PURSUED = 4;

    /** Most rounds; each bears twice as many failures in a row as the one before. */
    static final int ROUNDS = 4;

    private static final int FAILURES = 3;
    /** The best three agree if their inertia differs by less than this share. */
    private static final double AGREEMENT = 1e-4;

    private static final int AGREEING = 3;
    /** A start is iterated until an iteration gains less than this share of what all before have gained. */
    private static final double ENOUGH = 1e-4;

    private static final Comparator<KMeansKernel.Result> BY_INERTIA =
            Comparator.comparingDouble(KMeansKernel.Result::inertia);

    private final ColumnBlocks blocks;
    private final boolean complete;
    private final KMeansOptions options;
    private final RunContext run;
    private final RunContext alone;

    /** @param canonical rows in canonical order, at least k of them different */
    StartRace(Matrix canonical, KMeansOptions options, RunContext run) {
        Matrix sample = RowSample.of(canonical, options.k());
        blocks = new ColumnBlocks(sample, options.distance(), run);
        complete = sample == canonical;
        this.options = options;
        this.run = run;
        alone = run.withThreads(1).withProgress((fraction, message) -> {});
    }

    /** Whether all rows take part. */
    boolean isComplete() {
        return complete;
    }

    /** The best end of all, on the rows that take part. */
    KMeansKernel.Result winner() {
        KMeansKernel.Result[] ends = starts();
        Arrays.sort(ends, BY_INERTIA);
        KMeansKernel.Result[] best = Arrays.copyOf(ends, Math.min(PURSUED, ends.length));
        for (int round = 0; round < ROUNDS; round++) {
            run.progress(0.4 + 0.1 * round, "k-means, looking for better segments");
            search(best, round);
            Arrays.sort(best, BY_INERTIA);
            double agreeing = best[Math.min(AGREEING, best.length) - 1].inertia();
            if (agreeing <= best[0].inertia() * (1 + AGREEMENT)) {
                break;
            }
        }
        return best[0];
    }

    private KMeansKernel.Result[] starts() {
        KMeansKernel.Result[] ends = new KMeansKernel.Result[options.restarts()];
        AtomicInteger done = new AtomicInteger();
        run.forBlocks(ends.length, restart -> {
            double[] first = KMeans.start(blocks, options, restart, alone);
            ends[restart] = KMeansKernel.run(blocks.rows(), first, options, ENOUGH, alone);
            run.progress(
                    0.4 * done.incrementAndGet() / ends.length, "k-means, start " + done.get() + " of " + ends.length);
        });
        return ends;
    }

    private void search(KMeansKernel.Result[] ends, int round) {
        run.forBlocks(ends.length, place -> {
            long stream = -1 - place - (long) round * PURSUED;
            SwapSearch search = new SwapSearch(blocks, options, run.random(stream), alone);
            ends[place] = search.improve(ends[place], FAILURES << round);
        });
    }
}
