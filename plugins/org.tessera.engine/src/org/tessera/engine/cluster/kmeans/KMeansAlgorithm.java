package org.tessera.engine.cluster.kmeans;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.cluster.WekaTwin;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.run.Estimate;

/** K-means in the catalog: titles, defaults, estimates of time and memory, Weka's twin. See {@link KMeans}. */
public final class KMeansAlgorithm implements Algorithm<KMeansOptions>, WekaTwin<KMeansOptions> {

    /** Maximum of rows x features x segments x restarts at which Automatic takes Weka: a second or two. */
    public static final long MAX_WEKA_OPERATIONS = 10_000_000L;

    /** Usual number of iterations of a start. */
    private static final int TYPICAL_ITERATIONS = 50;

    /** Nanoseconds per assignment of a row, and beside that per centroid and feature. */
    private static final double NANOSECONDS_PER_ROW = 12;

    private static final double NANOSECONDS_PER_DIFFERENCE = 0.3;
    /** Nanoseconds per value of the selection of a median. */
    private static final double NANOSECONDS_PER_MEDIAN_VALUE = 36;
    /** Nanoseconds of Weka per row, centroid and feature. */
    private static final double WEKA_NANOSECONDS_PER_DIFFERENCE = 10;

    /** How much an optimizer iterates. */
    @FunctionalInterface
    public interface Workload {

        /**
         * Estimates how often a row is assigned to its nearest centroid.
         *
         * @param size numbers of rows and features
         * @param options the options
         * @param iterations usual number of iterations of a start
         * @return rows times iterations, summed over all starts; where a sample is iterated, the rows of the sample
         */
        double assignments(DataSize size, KMeansOptions options, double iterations);
    }

    private final KMeans.Optimizer optimizer;
    private final Workload workload;

    /**
     * Describes k-means with an optimizer.
     *
     * @param optimizer initializes, iterates and keeps the best
     * @param workload how much it iterates
     */
    public KMeansAlgorithm(KMeans.Optimizer optimizer, Workload workload) {
        this.optimizer = Objects.requireNonNull(optimizer, "optimizer");
        this.workload = Objects.requireNonNull(workload, "workload");
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
    public Optional<KMeansOptions> withSegments(KMeansOptions options, int segments) {
        return Optional.of(options.withK(segments));
    }

    @Override
    public String title(KMeansOptions options, ClusterModel model) {
        return title() + ", k = " + options.k();
    }

    @Override
    public Map<String, String> optionsByTitle(KMeansOptions options) {
        Map<String, String> titled = new LinkedHashMap<>();
        titled.put("Number of segments (k)", Integer.toString(options.k()));
        titled.put("Initialization", options.initialization().name());
        titled.put("Restarts", Integer.toString(options.restarts()));
        titled.put("Maximum iterations", Integer.toString(options.maxIterations()));
        titled.put("Distance", options.distance().name());
        return titled;
    }

    @Override
    public Estimate estimate(KMeansOptions options, DataSize size) {
        double medians = options.distance() == Distance.EUCLIDEAN ? 0 : NANOSECONDS_PER_MEDIAN_VALUE * size.columns();
        double assignments = workload.assignments(size, options, iterations(options));
        return size.estimate(
                "K-means of",
                size.canonicalRowsBytes() + 40.0 * size.rows(),
                size.seconds(assignmentNanoseconds(options.k(), size.columns()) + medians, assignments),
                List.of(FEWER_RESTARTS, DataSize.SAMPLE_ROWS));
    }

    /**
     * Estimates the time of an assignment of a row to its nearest centroid.
     *
     * @param k number of centroids
     * @param d number of features
     * @return nanoseconds on one thread
     */
    public static double assignmentNanoseconds(int k, int d) {
        return NANOSECONDS_PER_ROW + NANOSECONDS_PER_DIFFERENCE * d * k;
    }

    private static double iterations(KMeansOptions options) {
        return Math.min(options.maxIterations(), TYPICAL_ITERATIONS);
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
        if (options.initialization() != KMeansOptions.Initialization.K_MEANS_PLUS_PLUS) {
            return ImplementationChoice.tessera("Weka's SimpleKMeans draws other initial centroids than Tessera.");
        }
        double operations = (double) size.rows() * size.columns() * options.k() * options.restarts();
        String rows = Numbers.count(size.rows(), "row");
        if (operations <= MAX_WEKA_OPERATIONS) {
            return ImplementationChoice.weka("Weka's SimpleKMeans is quick enough for " + rows
                    + ", and confirms the segments of Tessera's search.");
        }
        return ImplementationChoice.tessera("Weka's SimpleKMeans would take long for " + rows + ", "
                + Numbers.count(size.columns(), "feature") + ", "
                + Numbers.count(options.k(), "segment") + " and " + Numbers.count(options.restarts(), "restart") + ".");
    }

    @Override
    public Demand demand(KMeansOptions options, DataSize size) {
        double differences =
                (double) size.rows() * size.columns() * options.k() * options.restarts() * iterations(options);
        return new Demand(
                3 * WekaTwin.instancesBytes(size),
                size.secondsOnOneThread(WEKA_NANOSECONDS_PER_DIFFERENCE, differences));
    }

    @Override
    public List<String> cheaper() {
        return List.of(FEWER_RESTARTS);
    }
}
