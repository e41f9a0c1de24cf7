package org.tessera.engine.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.kmeans.search.MultiStartSearch;
import org.tessera.engine.cluster.mixture.EmInitializer;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Choice;
import org.tessera.engine.cluster.mixture.search.SplitMergeSearch;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.run.Estimate;

/**
 * What algorithms and metrics take on n rows of d features: memory from the arrays they make, time from the operations
 * they do. Pure: the same sizes and options give the same estimates.
 *
 * <p>The nanoseconds are the processor time measured on one core of a virtual x86-64 server with JDK 17, compiled code, on
 * eight normal groups that overlap or not at all and on one without groups; 1,000 to 300,000 rows of 2 to 100 features.
 * From a tenth of a second on, hardly anything took more than twice its estimate (without groups, full covariances of 30
 * features did, three times). Separated groups need fewer iterations: mixtures a fifth, k-means
 * with as many centroids as groups a twentieth. Other machines differ by a factor of a few; an order of magnitude tells ten
 * seconds from an hour.
 */
public final class Costs {

    private static final double NANO = 1e-9;

    // nanoseconds per operation, see above
    /** Of a row that looks for its nearest centroid, and per centroid and feature. */
    private static final double VISIT = 12;

    private static final double CENTROID = 0.3;
    /** Of a value that is parted to find a median. */
    private static final double MEDIAN = 36;

    private static final double WEKA_K_MEANS = 10;
    private static final double WEKA_MERGES = 20;
    /** Of a row of DBSCAN, and per feature of the rows it meets. */
    private static final double NEIGHBORHOOD = 2000;

    private static final double NEIGHBORS = 0.7;
    private static final double WEKA_NEIGHBORS = 4;
    /** Of a row and a component in a step of EM, per feature, and per pair of features. */
    private static final double MIXTURE = 8;

    private static final double MIXTURE_FEATURES = 1.4;
    private static final double MIXTURE_PRODUCTS = 0.33;
    private static final double WEKA_MIXTURE = 40;
    /** Of a pair of rows, and per feature. */
    private static final double PAIR = 1.2;

    private static final double EXTREME_PAIR = 0.6;
    private static final double PAIRS = 0.12;
    private static final double VALUE = 5;
    private static final double PRODUCTS = 0.25;
    private static final double DECOMPOSITION = 2;

    /** Iterations of a usual start; fewer if the options allow fewer. */
    private static final int ITERATIONS = 50;
    /** Iterations of k-means and steps of EM by which a mixture chooses among its starts. */
    private static final int ITERATIONS_PER_START = 20;

    private static final double STEPS_PER_START = 2.5;
    /** Rows of a block of the covariance matrix, each with a matrix of its own, and most blocks. */
    private static final int BLOCK = 2048;

    private static final int MOST_BLOCKS = 64;

    private static final int CROSS_VALIDATION_FOLDS = 10;

    private static final String SAMPLE = "sample the rows";
    private static final String RESTARTS = "lower 'Restarts'";

    private final double n;
    private final double d;
    private final int threads;

    private Costs(double n, double d, int threads) {
        this.n = n;
        this.d = d;
        this.threads = threads;
    }

    /**
     * Of data of a size.
     *
     * @param rows number of rows n
     * @param columns number of features d
     * @param threads number of threads that Tessera's own code may use, at least 1
     * @return the estimates
     */
    public static Costs of(long rows, int columns, int threads) {
        return new Costs(rows, columns, threads);
    }

    /**
     * A matrix of all rows, read from a table where rows may turn out to be incomplete.
     *
     * @return 16 n d bytes
     */
    public Estimate matrix() {
        return estimate("Reading " + size(), 16 * n * d + 8 * n, 100 * n * d * NANO, SAMPLE, "take fewer features");
    }

    /**
     * Customers' own columns, read from a table.
     *
     * @return 8 bytes per cell
     */
    public Estimate columns() {
        return estimate("Reading " + size("column"), 8 * n * d, 100 * n * d * NANO, SAMPLE, "select fewer columns");
    }

    /**
     * The features that a preparation makes of customers.
     *
     * @return 8 n d bytes
     */
    public Estimate prepared() {
        return estimate(
                "Preparing " + size(),
                8 * n * d,
                10 * n * d * NANO,
                "take fewer categories per column ('Most categories per column')",
                SAMPLE);
    }

    /**
     * K-means.
     *
     * @param code which code runs
     * @param options the options
     * @return n d values beside the input; Weka makes objects of the rows
     */
    public Estimate kMeans(Implementation code, KMeansOptions options) {
        double iterations = iterations(options.maxIterations());
        double visits = MultiStartSearch.visits((long) n, options, iterations);
        double medians = options.distance() == Distance.EUCLIDEAN ? 0 : MEDIAN * d;
        double own = seconds(visit(options.k()) + medians, visits);
        if (code == Implementation.WEKA) {
            double distances = n * d * options.k() * options.restarts() * iterations;
            return weka("SimpleKMeans", 3 * objects(), distances * WEKA_K_MEANS * NANO, own, RESTARTS);
        }
        return estimate("K-means of " + size(), sorted() + 40 * n, own, RESTARTS, SAMPLE);
    }

    /**
     * Hierarchical clustering.
     *
     * @param code which code runs
     * @param options the options
     * @return 4 n² bytes for average and complete linkage, 180 n² bytes for Weka, else n d values
     */
    public Estimate hierarchical(Implementation code, HierarchicalOptions options) {
        double own = seconds(merging(options.linkage()), n * n);
        if (code == Implementation.WEKA) {
            double all = WEKA_MERGES * Math.pow(n, 2.7) * NANO;
            return weka("HierarchicalClusterer", 180 * n * n, all, own, SAMPLE);
        }
        String work = capital(options.linkage().name()) + " linkage of " + size();
        return switch (options.linkage()) {
            case AVERAGE, COMPLETE -> estimate(
                    work,
                    4 * n * (n - 1) + sorted() + 32 * n,
                    own,
                    "use Ward or single linkage, which need no distances of all pairs",
                    SAMPLE);
            default -> estimate(work, 24 * n * (d + 2), own, SAMPLE);
        };
    }

    /** Nanoseconds per pair of rows, each counted twice. */
    private double merging(Linkage linkage) {
        return switch (linkage) {
            case WARD -> 0.5 * d;
            case AVERAGE, COMPLETE -> 4.5 + 0.22 * d;
            case SINGLE -> 0.8 + 0.12 * d;
            case CENTROID -> 5 + 0.45 * d;
        };
    }

    /**
     * DBSCAN.
     *
     * @param code which code runs
     * @param options the options
     * @return the time in which every row meets a share of all rows that grows with the number of features
     */
    public Estimate dbscan(Implementation code, DbscanOptions options) {
        double met = Math.min(1, d / 20);
        double own = seconds(NEIGHBORHOOD, n) + seconds(NEIGHBORS, n * n * d * met);
        if (code == Implementation.WEKA) {
            double searches = options.eps().isPresent() ? 1 : 1.5;
            return weka("DBSCAN", 4 * objects(), searches * n * n * d * WEKA_NEIGHBORS * NANO, own, SAMPLE);
        }
        return estimate(
                "DBSCAN of " + size(),
                sorted() + 24 * n * (d + 2),
                own,
                "give a smaller radius",
                "take fewer features",
                SAMPLE);
    }

    /**
     * Gaussian mixture.
     *
     * @param code which code runs
     * @param options the options
     * @return n k memberships and n d values; d² values per component of full covariances
     */
    public Estimate gaussianMixture(Implementation code, GaussianMixtureOptions options) {
        boolean full = options.covariance() == Covariance.FULL || options.covariance() == Covariance.TIED;
        double k = options.components();
        double own = 0;
        double steps = 0;
        for (int c = options.choice() == Choice.FIXED ? options.components() : 1; c <= k; c++) {
            own += mixture(options, c, full);
            steps += c * options.restarts() * iterations(options.maxIterations());
        }
        if (code == Implementation.WEKA) {
            double folds = options.choice() == Choice.WEKA_CROSS_VALIDATION ? CROSS_VALIDATION_FOLDS : 1;
            double weka = folds * steps * n * d * WEKA_MIXTURE * NANO;
            return weka("EM", 3 * objects() + 16 * n * k, weka, own, RESTARTS);
        }
        double matrices = full ? 16 * k * d * d + Math.min(256 << 20, 8 * 64 * k * d * d) : 0;
        List<String> cheaper = new ArrayList<>();
        if (full) {
            cheaper.add("choose diagonal covariances");
        }
        if (options.choice() != Choice.FIXED) {
            cheaper.add("give the number of components");
        }
        cheaper.add(RESTARTS);
        cheaper.add(SAMPLE);
        return estimate(
                "Gaussian mixture of " + size(), sorted() + 16 * n * k + matrices, own, cheaper.toArray(String[]::new));
    }

    /** Time of k components: the starts on few rows, EM on all of them, and the search. */
    private double mixture(GaussianMixtureOptions options, int k, boolean full) {
        double products = full ? MIXTURE_PRODUCTS * d * d : 0;
        double starts = EmInitializer.rows((long) n) * options.restarts();
        double searching = n > 0 && d > 0 ? n * SplitMergeSearch.steps(options, k, (int) n, (int) d) : 0;
        double climbs = n * options.restarts() * iterations(options.maxIterations());
        double rows = STEPS_PER_START * starts + climbs + searching;
        return seconds(MIXTURE + MIXTURE_FEATURES * d + products, k * rows)
                + seconds(visit(k), starts * ITERATIONS_PER_START)
                + (full ? seconds(MIXTURE_PRODUCTS, k * rows / Math.max(1, n) * d * d * d) : 0);
    }

    /**
     * The silhouette of several segmentations, one after the other.
     *
     * @param segments the most segments of one
     * @param segmentations how many there are
     * @param options exact or from a sample
     * @return the time of all pairs of rows, or of the sampled rows with all
     */
    public Estimate silhouette(int segments, int segmentations, MetricOptions options) {
        boolean exact = n <= options.exactUpTo();
        double pairs = exact ? n * n / 2 : n * options.sampleRows();
        double sums = 8 * (exact ? n : options.sampleRows()) * segments;
        return estimate(
                "The " + (exact ? "exact" : "sampled") + " silhouette of " + size()
                        + (segmentations > 1 ? " in " + Numbers.count(segmentations, "segmentation") : ""),
                8 * n * d + sums + 24 * n,
                segmentations * seconds(PAIR + PAIRS * d, pairs),
                exact && n > MetricOptions.EXACT_UP_TO
                        ? "lower 'Exact silhouette up to (customers)' to " + Numbers.count(MetricOptions.EXACT_UP_TO)
                        : SAMPLE,
                "take fewer features");
    }

    /**
     * The Dunn index, which is left out above the options' number of rows.
     *
     * @param options the most rows
     * @return the time of all pairs of rows
     */
    public Estimate dunn(MetricOptions options) {
        boolean made = n <= options.exactUpTo();
        return estimate(
                "The Dunn index of " + size(),
                made ? 8 * n * d + 8 * n : 0,
                made ? seconds(EXTREME_PAIR + PAIRS * d, n * n / 2) : 0,
                "leave out the Dunn index",
                "lower 'Exact silhouette up to (customers)' to " + Numbers.count(MetricOptions.EXACT_UP_TO));
    }

    /**
     * Principal components.
     *
     * @return d² values per block of rows and for the decomposition
     */
    public Estimate components() {
        double blocks = Math.min(MOST_BLOCKS, Math.ceil(n / BLOCK));
        return estimate(
                "The principal components of " + size(),
                8 * d * d * (blocks + 4) + 16 * n,
                seconds(VALUE + PRODUCTS * d, n * d) + DECOMPOSITION * d * d * d * NANO,
                "take fewer features",
                SAMPLE);
    }

    private Estimate weka(String name, double bytes, double seconds, double own, String otherwise) {
        List<String> cheaper = new ArrayList<>();
        if (own < seconds) {
            cheaper.add("set 'Implementation' to Tessera (about " + Estimate.duration(own) + ")");
        }
        cheaper.add(otherwise);
        if (!otherwise.equals(SAMPLE)) {
            cheaper.add(SAMPLE);
        }
        return new Estimate("Weka's " + name + " on " + size(), bytes, seconds, cheaper);
    }

    private static Estimate estimate(String work, double bytes, double seconds, String... cheaper) {
        return new Estimate(work, bytes, seconds, List.of(cheaper));
    }

    /** Nanoseconds in which a row looks for the nearest of k centroids. */
    private double visit(int k) {
        return VISIT + CENTROID * d * k;
    }

    /** Time of Tessera's own code, which uses all threads. */
    private double seconds(double nanoseconds, double operations) {
        return nanoseconds * NANO * operations / threads;
    }

    /** The rows in canonical order, with the numbers they are sorted by and their labels. */
    private double sorted() {
        return 8 * n * d + 24 * n;
    }

    /** A list of Weka's rows. */
    private double objects() {
        return n * (8 * d + 100);
    }

    private static double iterations(int most) {
        return Math.min(most, ITERATIONS);
    }

    private String size() {
        return size("feature");
    }

    private String size(String column) {
        return Numbers.count((long) n, "row") + " with " + Numbers.count((long) d, column);
    }

    private static String capital(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
