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
 * K-means: rows are assigned to the nearest of k centroids, centroids move to the mean (Manhattan: the median) of their
 * rows, until no row changes. The best of several starts by inertia is kept.
 *
 * <p>Lloyd (1982), Least squares quantization in PCM, <a href="https://doi.org/10.1109/TIT.1982.1056489">doi:
 * 10.1109/TIT.1982.1056489</a>. Distances that cannot change an assignment are skipped by the bounds of Hamerly (2010),
 * Making k-means even faster, <a href="https://doi.org/10.1137/1.9781611972801.12">doi:10.1137/1.9781611972801.12</a>;
 * they are widened by the rounding error, so labels are those of plain Lloyd. A centroid that loses all rows moves to the
 * row farthest from its own centroid.
 *
 * <p>O(restarts iterations n k d) time at worst, O(n d) memory. Rows are brought into an order of their values first:
 * same seed and same rows give the same centroids, bit for bit, for any order of the rows and any number of threads.
 */
public final class KMeans implements Clusterer {

    /** Up to this many distances per iteration restarts run side by side, above one after the other. */
    private static final long SIDE_BY_SIDE = 4_000_000;

    /** Finds centroids of low inertia. */
    public interface Optimizer {

        /**
         * Finds centroids.
         *
         * @param rows rows in canonical order, at least k of them different
         * @param options the options
         * @param run seed, threads, progress, cancel
         * @return the best local optimum that was found
         */
        HamerlyLloyd.Result optimum(Matrix rows, KMeansOptions options, RunContext run);

        /**
         * How often the nearest centroid of a row is usually looked up in all.
         *
         * @param rows number of rows n
         * @param options the options
         * @param iterations usual number of iterations of a start
         * @return rows times iterations; where only a sample is iterated, the rows of the sample
         */
        double visits(long rows, KMeansOptions options, double iterations);
    }

    /** The best of the restarts. */
    public static final Optimizer RESTARTS = new Optimizer() {
        @Override
        public HamerlyLloyd.Result optimum(Matrix rows, KMeansOptions options, RunContext run) {
            return bestRestart(rows, options, run);
        }

        @Override
        public double visits(long rows, KMeansOptions options, double iterations) {
            return rows * iterations * options.restarts();
        }
    };

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
     * K-means with another search for the optimum.
     *
     * @param options the options
     * @param optimizer finds the centroids
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
        KMeansOptions own = options.withK(Math.min(options.k(), rows.distinct()));
        HamerlyLloyd.Result end = optimizer.optimum(rows.matrix(), own, run);
        SegmentOrder order = rows.number(end.labels(), own.k());
        return clustering(end, order, rows.restore(order.labels()), options.k(), rows.distinct());
    }

    /** The local optimum of lowest inertia of all restarts, of equal ones the first. */
    private static HamerlyLloyd.Result bestRestart(Matrix rows, KMeansOptions options, RunContext run) {
        HamerlyLloyd.Result[] ends = new HamerlyLloyd.Result[options.restarts()];
        AtomicInteger done = new AtomicInteger();
        ColumnBlocks blocks = new ColumnBlocks(rows, options.distance(), run);
        boolean sideBySide = (long) rows.rows() * rows.columns() * options.k() <= SIDE_BY_SIDE;
        RunContext inner = (sideBySide ? run.withThreads(1) : run).withProgress((fraction, message) -> {});
        (sideBySide ? run : run.withThreads(1)).forBlocks(ends.length, restart -> {
            double[] first = KMeansInitializer.of(blocks, options, restart, inner);
            ends[restart] = HamerlyLloyd.run(rows, first, options, inner);
            run.progress(
                    done.incrementAndGet() / (double) ends.length,
                    "k-means, start " + done.get() + " of " + ends.length);
        });
        return Arrays.stream(ends).min(HamerlyLloyd.Result.BY_INERTIA).orElseThrow();
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
        HamerlyLloyd.Result end = HamerlyLloyd.run(x, centroids.values().clone(), options, run);
        SegmentOrder order = SegmentOrder.bySize(end.labels(), centroids.rows(), x);
        boolean allUsed = order.newToOld().length == centroids.rows();
        int distinct = allUsed ? x.rows() : CanonicalRows.of(x, run).distinct();
        return clustering(end, order, order.labels(), centroids.rows(), distinct);
    }

    private Clustering clustering(HamerlyLloyd.Result end, SegmentOrder order, Labels labels, int asked, int distinct) {
        int columns = end.columns();
        Matrix centroids = Matrix.wrap(end.centroids().length / columns, columns, end.centroids());
        CentroidModel model = new CentroidModel(centroids.select(order.newToOld()), options.distance(), end.inertia());
        List<String> warnings = warnings(end, order.newToOld().length, asked, distinct);
        return new Clustering(model, labels, end.iterations(), end.converged(), warnings);
    }

    private List<String> warnings(HamerlyLloyd.Result end, int segments, int asked, int distinct) {
        List<String> warnings = new ArrayList<>();
        if (distinct < asked) {
            warnings.add(Inputs.fewerDistinct("k", asked, distinct));
        } else if (segments < asked) {
            warnings.add("k = " + asked + ", but " + Numbers.count(asked - segments, "centroid") + " got no row: "
                    + Numbers.count(segments, "segment") + " made. Lower k or raise the maximum iterations.");
        }
        if (!end.converged()) {
            warnings.add("K-means stopped at its limit of " + Numbers.count(options.maxIterations(), "iteration")
                    + " while rows still changed segments: raise the maximum iterations.");
        }
        return warnings;
    }
}
