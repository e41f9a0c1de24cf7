package org.tessera.engine.cluster.kmeans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.Inputs;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.SegmentOrder;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.kernel.ColumnBlocks;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * K-means: partitions rows into k segments of minimum inertia, the sum of squared distances of the rows to the
 * centroids of their segments (Manhattan: of the distances). From initial centroids ({@link KMeansInitializer}) Lloyd's
 * algorithm ({@link HamerlyLloyd}) alternates assignment and update steps to a local optimum; of several starts the one
 * of lowest inertia is kept.
 *
 * <p>Lloyd (1982), Least squares quantization in PCM, <a href="https://doi.org/10.1109/TIT.1982.1056489">doi:
 * 10.1109/TIT.1982.1056489</a>. Distances that cannot change an assignment are skipped by the bounds of Hamerly (2010),
 * Making k-means even faster, <a href="https://doi.org/10.1137/1.9781611972801.12">doi:10.1137/1.9781611972801.12</a>;
 * they are widened by the rounding error, so labels are those of Lloyd's algorithm without bounds. A centroid that
 * loses all rows moves to the row farthest from its own centroid.
 *
 * <p>O(restarts iterations n k d) time at worst, O(n d) memory. Rows are brought into canonical order first: same seed
 * and same rows give the same centroids, bit for bit, for any order of the rows and any number of threads.
 */
public final class KMeans implements Clusterer {

    /** Up to this many rows x features x segments restarts run in parallel, above one after the other in parallel. */
    private static final long MAX_PARALLEL_RESTARTS_SIZE = 4_000_000;

    /** Finds centroids of low inertia. */
    @FunctionalInterface
    public interface Optimizer {

        /**
         * Initializes and iterates k-means.
         *
         * @param rows rows in canonical order, at least k of them different
         * @param options the options
         * @param run seed, threads, progress, cancel
         * @return the best local optimum that was found
         */
        LloydResult optimize(Matrix rows, KMeansOptions options, RunContext run);
    }

    /** Keeps the best of the restarts. */
    public static final Optimizer RESTARTS = KMeans::bestRestart;

    private final KMeansOptions options;
    private final Optimizer optimizer;

    /**
     * K-means with restarts.
     *
     * @param options the options
     */
    public KMeans(KMeansOptions options) {
        this(options, RESTARTS);
    }

    /**
     * K-means with another optimizer.
     *
     * @param options the options
     * @param optimizer initializes, iterates and keeps the best
     */
    public KMeans(KMeansOptions options, Optimizer optimizer) {
        this.options = Objects.requireNonNull(options, "options");
        this.optimizer = Objects.requireNonNull(optimizer, "optimizer");
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
        CanonicalRows rows = CanonicalRows.of(x, run);
        KMeansOptions feasible = options.withK(Math.min(options.k(), rows.distinct()));
        LloydResult best = optimizer.optimize(rows.matrix(), feasible, run);
        SegmentOrder order = rows.number(best.labels(), feasible.k());
        return clustering(best, order, rows.restore(order.labels()), options.k(), rows.distinct());
    }

    /** Initializes and iterates every restart. @return the local optimum of lowest inertia, of equal ones the first */
    private static LloydResult bestRestart(Matrix rows, KMeansOptions options, RunContext run) {
        LloydResult[] results = new LloydResult[options.restarts()];
        AtomicInteger done = new AtomicInteger();
        ColumnBlocks blocks = new ColumnBlocks(rows, options.distance(), run);
        boolean parallel = (long) rows.rows() * rows.columns() * options.k() <= MAX_PARALLEL_RESTARTS_SIZE;
        RunContext inner = (parallel ? run.withThreads(1) : run).withProgress((fraction, message) -> {});
        (parallel ? run : run.withThreads(1)).forBlocks(results.length, restart -> {
            double[] first = KMeansInitializer.firstCentroids(blocks, options, restart, inner);
            results[restart] = HamerlyLloyd.run(rows, first, options, inner);
            run.progress(
                    done.incrementAndGet() / (double) results.length,
                    "k-means, start " + done.get() + " of " + results.length);
        });
        return Arrays.stream(results).min(LloydResult.BY_INERTIA).orElseThrow();
    }

    /**
     * Runs once from given centroids; k, initialization and restarts of the options are not used.
     *
     * @param x n x d finite features
     * @param centroids k x d first centroids
     * @param run threads, progress, cancel
     * @return segments by decreasing size and their centroids
     * @throws SegmentationException if there is no row or no column
     * @throws IllegalArgumentException if the centroids have another number of columns, or there is none
     */
    public Clustering fitFrom(Matrix x, Matrix centroids, RunContext run) {
        Inputs.check("K-means", x);
        if (centroids.rows() == 0 || centroids.columns() != x.columns()) {
            throw new IllegalArgumentException("First centroids are " + centroids.rows() + " x " + centroids.columns()
                    + ", but have to be at least 1 x " + x.columns());
        }
        LloydResult result = HamerlyLloyd.run(x, centroids.values().clone(), options, run);
        SegmentOrder order = SegmentOrder.bySize(result.labels(), centroids.rows(), x);
        boolean allUsed = order.newToOld().length == centroids.rows();
        int distinct = allUsed ? x.rows() : CanonicalRows.of(x, run).distinct();
        return clustering(result, order, order.labels(), centroids.rows(), distinct);
    }

    private Clustering clustering(LloydResult result, SegmentOrder order, Labels labels, int asked, int distinct) {
        int columns = result.columns();
        Matrix centroids = Matrix.wrap(result.centroids().length / columns, columns, result.centroids());
        CentroidModel model =
                new CentroidModel(centroids.select(order.newToOld()), options.distance(), result.inertia());
        List<String> warnings = warnings(result, order.newToOld().length, asked, distinct);
        return new Clustering(model, labels, result.iterations(), result.converged(), warnings);
    }

    private List<String> warnings(LloydResult result, int segments, int asked, int distinct) {
        List<String> warnings = new ArrayList<>();
        if (distinct < asked) {
            warnings.add(Inputs.fewerDistinct("k", asked, distinct));
        } else if (segments < asked) {
            warnings.add("k = " + asked + ", but " + Numbers.count(asked - segments, "centroid") + " got no row: "
                    + Numbers.count(segments, "segment") + " made. Lower k or raise the maximum iterations.");
        }
        if (!result.converged()) {
            warnings.add("K-means stopped at its limit of " + Numbers.count(options.maxIterations(), "iteration")
                    + " while rows still changed segments: raise the maximum iterations.");
        }
        return warnings;
    }
}
