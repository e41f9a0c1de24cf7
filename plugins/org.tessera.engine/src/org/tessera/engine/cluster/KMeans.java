package org.tessera.engine.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.SegmentOrder;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * K-means: rows are assigned to the nearest of k centres, centres move to the mean (Manhattan: the median) of their
 * rows, until no row changes. The best of several starts by inertia is kept; starts of k-means++ race, and from the best
 * of them swaps look for better ones ({@link StartRace}).
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

    /** Up to this many distances per iteration restarts run side by side, above one after the other. */
    private static final long SIDE_BY_SIDE = 4_000_000;

    static final Comparator<KMeansKernel.Result> BY_INERTIA = Comparator.comparingDouble(KMeansKernel.Result::inertia);

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
        CanonicalRows rows = CanonicalRows.of(x, run);
        KMeansOptions own = options.withK(Math.min(options.k(), rows.distinct()));
        KMeansKernel.Result end = isSearched(own) ? searched(rows.matrix(), own, run) : best(rows.matrix(), own, run);
        SegmentOrder order = rows.number(end.labels(), own.k());
        return clustering(end, order, rows.restore(order.labels()), options.k(), rows.distinct());
    }

    /** The end of the winner of the race, iterated on all rows. */
    private static KMeansKernel.Result searched(Matrix rows, KMeansOptions options, RunContext run) {
        StartRace race = new StartRace(rows, options, run);
        KMeansKernel.Result winner = race.winner();
        return race.isComplete() ? winner : KMeansKernel.run(rows, winner.centres(), options, run.part(0.8, 1));
    }

    /** The best end of all restarts, of equally good ones the first. */
    private static KMeansKernel.Result best(Matrix rows, KMeansOptions options, RunContext run) {
        KMeansKernel.Result[] ends = new KMeansKernel.Result[options.restarts()];
        AtomicInteger done = new AtomicInteger();
        ColumnBlocks blocks = new ColumnBlocks(rows, options.distance(), run);
        boolean sideBySide = (long) rows.rows() * rows.columns() * options.k() <= SIDE_BY_SIDE;
        RunContext inner = (sideBySide ? run.withThreads(1) : run).withProgress((fraction, message) -> {});
        (sideBySide ? run : run.withThreads(1)).forBlocks(ends.length, restart -> {
            double[] first = start(blocks, options, restart, inner);
            ends[restart] = KMeansKernel.run(rows, first, options, inner);
            run.progress(
                    done.incrementAndGet() / (double) ends.length,
                    "k-means, start " + done.get() + " of " + ends.length);
        });
        return Arrays.stream(ends).min(BY_INERTIA).orElseThrow();
    }

    /** The first centres of a restart, rows of a matrix. */
    static double[] start(ColumnBlocks rows, KMeansOptions options, int restart, RunContext run) {
        return new KMeansStart(rows, run.random(restart), run).choose(options.k(), options.initialisation());
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
        KMeansKernel.Result end = KMeansKernel.run(x, centres.values().clone(), options, run);
        SegmentOrder order = SegmentOrder.bySize(end.labels(), centres.rows(), x);
        boolean allUsed = order.newToOld().length == centres.rows();
        int distinct = allUsed ? x.rows() : CanonicalRows.of(x, run).distinct();
        return clustering(end, order, order.labels(), centres.rows(), distinct);
    }

    /**
     * The first centres of a restart for implementations that shall start as {@link #fit} does. The last restart of
     * k-means++ starts where the search of {@link #fit} ends.
     *
     * @param canonical rows in the order of {@link CanonicalRows}
     * @param options k, at most the number of different rows, initialisation, restarts, distance and most iterations
     * @param restart number of the restart from 0
     * @param run seed, threads, cancel
     * @return k x d centres
     */
    public static Matrix firstCentres(Matrix canonical, KMeansOptions options, int restart, RunContext run) {
        boolean last = restart == options.restarts() - 1;
        double[] first = last && isSearched(options)
                ? new StartRace(canonical, options, run).winner().centres()
                : start(new ColumnBlocks(canonical, options.distance(), run), options, restart, run);
        return Matrix.wrap(options.k(), canonical.columns(), first);
    }

    /**
     * How often a row usually looks for its nearest centre in all starts and searches together.
     *
     * @param rows number of rows n
     * @param options the options
     * @param iterations usual number of iterations of a start
     * @return rows times iterations, those of samples counted with the sample's rows
     */
    public static double visits(long rows, KMeansOptions options, double iterations) {
        return isSearched(options)
                ? StartRace.visits(rows, options, iterations)
                : rows * iterations * options.restarts();
    }

    private static boolean isSearched(KMeansOptions options) {
        return options.initialisation() == KMeansOptions.Initialisation.K_MEANS_PLUS_PLUS;
    }

    private Clustering clustering(KMeansKernel.Result end, SegmentOrder order, Labels labels, int asked, int distinct) {
        int columns = end.columns();
        Matrix centres = Matrix.wrap(end.centres().length / columns, columns, end.centres());
        CentroidModel model = new CentroidModel(centres.select(order.newToOld()), options.distance(), end.inertia());
        List<String> warnings = warnings(end, order.newToOld().length, asked, distinct);
        return new Clustering(model, labels, end.iterations(), end.converged(), warnings);
    }

    private List<String> warnings(KMeansKernel.Result end, int segments, int asked, int distinct) {
        List<String> warnings = new ArrayList<>();
        if (distinct < asked) {
            warnings.add(Inputs.fewerDistinct("k", asked, distinct));
        } else if (segments < asked) {
            warnings.add("k = " + asked + ", but " + Numbers.count(asked - segments, "centre") + " got no row: "
                    + Numbers.count(segments, "segment") + " made. Lower k or raise the maximum iterations.");
        }
        if (!end.converged()) {
            warnings.add("K-means stopped at its limit of " + Numbers.count(options.maxIterations(), "iteration")
                    + " while rows still changed segments: raise the maximum iterations.");
        }
        return warnings;
    }
}
