package org.tessera.engine.cluster.kmeans;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.cluster.WekaTwin;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.Estimate;

/** K-means, see {@link KMeans}. */
public final class KMeansAlgorithm implements Algorithm<KMeansOptions>, WekaTwin<KMeansOptions> {

    /** Most rows x features x segments x restarts that Weka gets automatically: a second or two. */
    public static final long MAX_WEKA_OPERATIONS = 10_000_000L;

    /** Usual number of iterations of a start. */
    private static final int ITERATIONS = 50;

    /** Nanoseconds of a row whose nearest centroid is looked up, and beside that per centroid and feature. */
    private static final double ROW = 12;

    private static final double CENTROID = 0.3;
    /** Nanoseconds of a value whose median is selected. */
    private static final double MEDIAN = 36;

    private static final double WEKA = 10;

    private static final String FEWER_RESTARTS = "lower 'Restarts'";

    private final KMeans.Optimizer optimizer;

    /** @param optimizer finds the centroids */
    public KMeansAlgorithm(KMeans.Optimizer optimizer) {
        this.optimizer = Objects.requireNonNull(optimizer, "optimizer");
    }

    @Override
    public String id() {
        return "k-means";
    }

    @Override
    public String title() {
        return "K-Means";
    }

    @Override
    public KMeansOptions defaults() {
        return KMeansOptions.defaults();
    }

    @Override
    public Clusterer clusterer(KMeansOptions options) {
        return new KMeans(options, optimizer);
    }

    @Override
    public Estimate estimate(KMeansOptions options, DataSize size) {
        double medians = options.distance() == Distance.EUCLIDEAN ? 0 : MEDIAN * size.columns();
        double visits = optimizer.visits(size.rows(), options, iterations(options));
        return size.estimate(
                "K-means of",
                size.canonicalRowsBytes() + 40.0 * size.rows(),
                size.seconds(visitNanoseconds(options.k(), size.columns()) + medians, visits),
                List.of(FEWER_RESTARTS, DataSize.SAMPLE_ROWS));
    }

    /**
     * The time in which the nearest centroid of a row is found.
     *
     * @param k number of centroids
     * @param d number of features
     * @return nanoseconds on one thread
     */
    public static double visitNanoseconds(int k, int d) {
        return ROW + CENTROID * d * k;
    }

    private static double iterations(KMeansOptions options) {
        return Math.min(options.maxIterations(), ITERATIONS);
    }

    @Override
    public Optional<WekaTwin<KMeansOptions>> weka() {
        return Optional.of(this);
    }

    @Override
    public String className() {
        return "SimpleKMeans";
    }

    @Override
    public ImplementationChoice automatic(KMeansOptions options, DataSize size) {
        double operations = (double) size.rows() * size.columns() * options.k() * options.restarts();
        String rows = Numbers.count(size.rows(), "row");
        if (operations <= MAX_WEKA_OPERATIONS) {
            return ImplementationChoice.weka("Weka's SimpleKMeans is quick enough for " + rows + ".");
        }
        return ImplementationChoice.tessera("Weka's SimpleKMeans would take long for " + rows + ", "
                + Numbers.count(options.k(), "segment") + " and " + Numbers.count(options.restarts(), "restart") + ".");
    }

    @Override
    public Demand demand(KMeansOptions options, DataSize size) {
        double distances =
                (double) size.rows() * size.columns() * options.k() * options.restarts() * iterations(options);
        return new Demand(3 * WekaTwin.instancesBytes(size), size.secondsOnOneThread(WEKA, distances));
    }

    @Override
    public List<String> cheaper() {
        return List.of(FEWER_RESTARTS);
    }
}
