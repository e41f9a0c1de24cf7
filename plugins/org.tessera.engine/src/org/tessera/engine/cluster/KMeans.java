package org.tessera.engine.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.SegmentOrder;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * K-means: rows are assigned to the nearest of k centres, centres move to the mean (Manhattan: the median) of their
 * rows, until no row changes. The best of several starts by inertia is kept.
 *
 * <p>Lloyd (1982), Least squares quantization in PCM, <a href="https://doi.org/10.1109/TIT.1982.1056489">doi:
 * 10.1109/TIT.1982.1056489</a>. Distances that cannot change an assignment are skipped by the bounds of Hamerly (2010),
 * Making k-means even faster, <a href="https://doi.org/10.1137/1.9781611972801.12">doi:10.1137/1.9781611972801.12</a>;
 * they are widened by the rounding error, so labels are those of plain Lloyd. A centre that loses all rows moves to the
 * row farthest from its own centre.
 *
 * <p>O(restarts iterations n k d) time at worst, O(n d) memory. Rows are brought into an order of their values first:
 * same seed and same rows give the same centres, bit for bit, for any order of the rows and any number of threads.
 */
public final class KMeans implements Clusterer {

    /** Below this many distances per iteration the restarts run side by side, above one after the other. */
    private static final long SIDE_BY_SIDE = 4_000_000;

    /** Every start of this number is searched deeply, and all where rows x features x segments are few. */
    private static final int DEEP = 5;

    private static final long FEW = 2_500_000;

    private final KMeansOptions options;

    /** @param options the options */
    public KMeans(KMeansOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    @Override
    public Implementation implementation() {
        return Implementation.TESSERA;
    }

    /**
     * {@inheritDoc}
     *
     * <p>With fewer different rows than k there are as many segments as different rows, and a warning.
     *
     * @throws SegmentationException if there is no row, no column, or k is above the number of rows
     */
    @Override
    public Clustering fit(Matrix x, RunContext run) {
        Inputs.check("K-means", x);
        Inputs.checkSegments("k", options.k(), x.rows());
        Instance instance = new Instance(options, x, run);
        instance.start();
        return instance.result();
    }

    /**
     * Runs once from given centres; k, initialisation and restarts of the options are not used.
     *
     * @param x n x d finite features
     * @param centres k x d first centres
     * @param run threads, progress, cancel
     * @return segments by decreasing size and their centres
     * @throws SegmentationException if there is no row or no column
     * @throws IllegalArgumentException if the centres have another number of columns, or there is none
     */
    public Clustering fitFrom(Matrix x, Matrix centres, RunContext run) {
        Inputs.check("K-means", x);
        if (centres.rows() == 0 || centres.columns() != x.columns()) {
            throw new IllegalArgumentException("First centres are " + centres.rows() + " x " + centres.columns()
                    + ", but have to be at least 1 x " + x.columns());
        }
        Instance instance = new Instance(options.withK(centres.rows()), x, run);
        instance.keep(
                0, KMeansKernel.run(instance.rows.matrix(), centres.values().clone(), options, run));
        return instance.result();
    }

    /**
     * The first centres of a restart, the same that {@link #fit} uses, for implementations that shall start alike. Every
     * second k-means++ start is improved by swaps. In small tables every start, in large ones every fifth is improved by
     * swaps with Lloyd's iteration after each, so that the best of ten starts is rarely above the best inertia known by
     * more than some tenths of a percent.
     *
     * @param canonical rows in the order of {@link CanonicalRows}
     * @param options k, at most the number of different rows, initialisation, distance and most iterations
     * @param restart number of the restart from 0
     * @param run seed, threads, cancel
     * @return k x d centres
     */
    public static Matrix firstCentres(Matrix canonical, KMeansOptions options, long restart, RunContext run) {
        boolean few = (long) canonical.rows() * canonical.columns() * options.k() <= FEW;
        double[] first = centres(canonical, options, restart, few || restart % DEEP == DEEP - 1, run);
        return Matrix.wrap(options.k(), canonical.columns(), first);
    }

    private static double[] centres(
            Matrix canonical, KMeansOptions options, long restart, boolean deep, RunContext run) {
        RandomStream random = run.random(restart);
        double[] first = new KMeansStart(canonical, options.distance(), random, run)
                .choose(options.k(), options.initialisation());
        if (options.initialisation() != KMeansOptions.Initialisation.K_MEANS_PLUS_PLUS) {
            return first;
        }
        Matrix sample = StartSearch.sample(canonical);
        if (restart % 2 == 1) {
            new StartSearch(sample, options.distance(), random, run).improve(first);
        }
        return deep ? new SwapSearch(sample, options, random, run).improve(first) : first;
    }

    /** A quick start on canonical rows, not searched deeply. */
    static KMeansKernel.Result quick(Matrix canonical, KMeansOptions options, long restart, RunContext run) {
        return KMeansKernel.run(canonical, centres(canonical, options, restart, false, run), options, run);
    }

    /** One run: the rows and the best start so far. */
    private static final class Instance {

        private final KMeansOptions options;
        private final CanonicalRows rows;
        private final RunContext run;
        private final int k;
        private final AtomicInteger done = new AtomicInteger();
        private KMeansKernel.Result best;
        private int bestIndex;

        Instance(KMeansOptions options, Matrix x, RunContext run) {
            this.options = options;
            this.run = run;
            rows = CanonicalRows.of(x, run);
            k = Math.min(options.k(), rows.distinct());
        }

        void start() {
            Matrix x = rows.matrix();
            long work = (long) x.rows() * x.columns() * k;
            if (work <= SIDE_BY_SIDE) {
                RunContext alone = run.withThreads(1).withProgress((f, m) -> {});
                run.forBlocks(options.restarts(), restart -> start(restart, alone));
            } else {
                for (int restart = 0; restart < options.restarts(); restart++) {
                    start(restart, run);
                }
            }
        }

        private void start(int restart, RunContext context) {
            Matrix first = firstCentres(rows.matrix(), options.withK(k), restart, context);
            keep(restart, KMeansKernel.run(rows.matrix(), first.values(), options, context));
            run.progress(
                    done.incrementAndGet() / (double) options.restarts(),
                    "k-means, start " + done.get() + " of " + options.restarts());
        }

        /** Lower inertia wins, then the earlier start, in whatever order they finish. */
        private synchronized void keep(int restart, KMeansKernel.Result result) {
            boolean better = best == null
                    || result.inertia() < best.inertia()
                    || (result.inertia() == best.inertia() && restart < bestIndex);
            if (better) {
                best = result;
                bestIndex = restart;
            }
        }

        private Clustering result() {
            Matrix x = rows.matrix();
            int d = x.columns();
            SegmentOrder order = rows.number(best.labels(), best.centres().length / d);
            Matrix centres =
                    Matrix.wrap(best.centres().length / d, d, best.centres()).select(order.newToOld());
            Labels labels = rows.restore(order.labels());
            return new Clustering(
                    new CentroidModel(centres, options.distance(), best.inertia()),
                    labels,
                    best.iterations(),
                    best.converged(),
                    warnings(centres.rows()));
        }

        private List<String> warnings(int segments) {
            List<String> warnings = new ArrayList<>();
            if (rows.distinct() < options.k()) {
                warnings.add(Inputs.fewerDistinct("k", options.k(), rows.distinct()));
            } else if (segments < options.k()) {
                warnings.add("k = " + options.k() + ", but " + Numbers.count(options.k() - segments, "centre")
                        + " got no row: " + Numbers.count(segments, "segment") + " made. Lower k or raise the maximum"
                        + " iterations.");
            }
            if (!best.converged()) {
                warnings.add("K-means stopped at its limit of " + Numbers.count(options.maxIterations(), "iteration")
                        + " while rows still changed segments: raise the maximum iterations.");
            }
            return warnings;
        }
    }
}
