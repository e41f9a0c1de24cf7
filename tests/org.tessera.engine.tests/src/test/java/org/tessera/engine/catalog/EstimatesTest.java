package org.tessera.engine.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.dbscan.Dbscan;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Choice;
import org.tessera.engine.cluster.mixture.search.SplitMergeSearch;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.ReadingEstimate;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.Dunn;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.reduce.Pca;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** Estimates of memory hold, and both grow as the algorithms' Javadoc says. */
class EstimatesTest {

    private static final Implementation OWN = Implementation.TESSERA;
    private static final Implementation WEKA = Implementation.WEKA;

    private static HierarchicalOptions linkage(Linkage linkage) {
        return HierarchicalOptions.defaults().withLinkage(linkage);
    }

    /** What the time grows to when there are twice as many rows. */
    private static double growth(Function<DataSize, Estimate> what) {
        return what.apply(new DataSize(200_000, 20, 2)).seconds()
                / what.apply(new DataSize(100_000, 20, 2)).seconds();
    }

    @Test
    void time_grows_with_the_rows_as_the_algorithm_does() {
        assertEquals(2, growth(s -> Algorithms.K_MEANS.estimate(OWN, randomStart(), s)), 1e-9);
        assertEquals(2, growth(s -> Algorithms.K_MEANS.estimate(WEKA, KMeansOptions.defaults(), s)), 1e-9);
        assertEquals(4, growth(s -> Algorithms.HIERARCHICAL.estimate(OWN, HierarchicalOptions.defaults(), s)), 1e-9);
        assertEquals(
                Math.pow(2, 2.7),
                growth(s -> Algorithms.HIERARCHICAL.estimate(WEKA, HierarchicalOptions.defaults(), s)),
                0.5,
                "distances of columns grow with the square of the rows");
        assertEquals(4, growth(s -> Algorithms.DBSCAN.estimate(WEKA, DbscanOptions.defaults(), s)), 1e-9);
        assertEquals(
                4,
                growth(s -> Silhouette.METRIC
                        .info()
                        .estimate(s, 5, 1, MetricOptions.defaults().exact())),
                1e-9);
        assertEquals(2, growth(s -> Silhouette.METRIC.info().estimate(s, 5, 1, MetricOptions.defaults())), 1e-9);
        assertEquals(
                4,
                growth(s -> Dunn.METRIC
                        .info()
                        .estimate(s, 1, 1, MetricOptions.defaults().exact())),
                1e-9);
        assertEquals(2, growth(s -> Algorithms.GAUSSIAN_MIXTURE.estimate(WEKA, diagonal(), s)), 1e-9);
    }

    private static KMeansOptions randomStart() {
        return KMeansOptions.defaults().withInitialization(KMeansOptions.Initialization.RANDOM);
    }

    /** They take 20,000 rows at most. */
    @Test
    void searches_for_good_starts_count_most_in_small_tables() {
        double[] more = LongStream.of(2_000, 20_000, 200_000, 100_000_000)
                .mapToDouble(n -> Algorithms.K_MEANS
                                .estimate(OWN, KMeansOptions.defaults(), new DataSize(n, 10, 1))
                                .seconds()
                        / Algorithms.K_MEANS
                                .estimate(OWN, randomStart(), new DataSize(n, 10, 1))
                                .seconds())
                .toArray();
        assertTrue(more[0] > 3 && more[0] < 10, () -> Arrays.toString(more));
        assertTrue(more[1] < more[0], () -> Arrays.toString(more));
        assertTrue(more[2] < 0.7, () -> Arrays.toString(more));
        assertEquals(0.1, more[3], 0.001);
    }

    @Test
    void one_segment_needs_no_search() {
        DataSize size = new DataSize(2_000, 10, 1);
        assertEquals(
                Algorithms.K_MEANS.estimate(OWN, randomStart().withK(1), size).seconds(),
                Algorithms.K_MEANS
                        .estimate(OWN, KMeansOptions.defaults().withK(1), size)
                        .seconds(),
                1e-12);
    }

    @Test
    void moves_of_segments_count_in_tables_that_are_searched() {
        GaussianMixtureOptions options = diagonal();
        assertEquals(5, options.components());
        assertTrue(SplitMergeSearch.REFINEMENT.maxIterations(options, 2_000, 10) > 0);
        assertEquals(0, SplitMergeSearch.REFINEMENT.maxIterations(options, 1_000_000, 10));
        double few = Algorithms.GAUSSIAN_MIXTURE
                .estimate(OWN, options, new DataSize(2_000, 10, 1))
                .seconds();
        double unsearched = Algorithms.GAUSSIAN_MIXTURE
                .estimate(OWN, options.withComponents(1), new DataSize(2_000, 10, 1))
                .seconds();
        assertTrue(few > 5 * unsearched, few + " s, without a search " + unsearched);
    }

    /** Starts are compared on 20,000 rows at most. */
    @Test
    void starts_of_mixtures_count_less_in_large_tables() {
        double large = Algorithms.GAUSSIAN_MIXTURE
                .estimate(OWN, diagonal(), new DataSize(1_000_000, 10, 1))
                .seconds();
        double larger = Algorithms.GAUSSIAN_MIXTURE
                .estimate(OWN, diagonal(), new DataSize(2_000_000, 10, 1))
                .seconds();
        assertTrue(larger > 1.9 * large && larger < 2 * large, large + " s, " + larger + " s");
    }

    @Test
    void the_dunn_index_costs_nothing_where_it_is_left_out() {
        assertTrue(Dunn.METRIC
                        .info()
                        .estimate(new DataSize(20_000, 10, 1), 1, 1, MetricOptions.defaults())
                        .seconds()
                > 0.1);
        Estimate leftOut = Dunn.METRIC.info().estimate(new DataSize(20_001, 10, 1), 1, 1, MetricOptions.defaults());
        assertEquals(0, leftOut.seconds());
        assertEquals(0, leftOut.bytes());
    }

    private static GaussianMixtureOptions diagonal() {
        return GaussianMixtureOptions.defaults().withCovariance(Covariance.DIAGONAL);
    }

    @Test
    void two_threads_halve_the_time_of_tesseras_code_but_not_of_wekas() {
        DataSize one = new DataSize(50_000, 10, 1);
        DataSize two = new DataSize(50_000, 10, 2);
        KMeansOptions options = KMeansOptions.defaults();
        assertEquals(
                Algorithms.K_MEANS.estimate(OWN, options, one).seconds() / 2,
                Algorithms.K_MEANS.estimate(OWN, options, two).seconds(),
                1e-9);
        assertEquals(
                Algorithms.K_MEANS.estimate(WEKA, options, one).seconds(),
                Algorithms.K_MEANS.estimate(WEKA, options, two).seconds(),
                1e-9);
    }

    @Test
    void wekas_code_names_tesseras_with_its_time_first() {
        Estimate weka =
                Algorithms.HIERARCHICAL.estimate(WEKA, HierarchicalOptions.defaults(), new DataSize(20_000, 20, 2));
        assertEquals("Weka's HierarchicalClusterer on 20,000 rows with 20 features", weka.work());
        assertEquals(
                "set 'Implementation' to Tessera (about 2 seconds)",
                weka.cheaper().get(0));
        assertTrue(weka.seconds() > 3600, () -> weka.seconds() + " s");
        assertTrue(weka.bytes() > 60e9, () -> weka.bytes() + " bytes");
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void only_average_and_complete_linkage_need_the_distances_of_all_pairs(Linkage linkage) {
        Estimate estimate = Algorithms.HIERARCHICAL.estimate(OWN, linkage(linkage), new DataSize(100_000, 10, 2));
        boolean matrix = linkage == Linkage.AVERAGE || linkage == Linkage.COMPLETE;
        assertEquals(matrix, estimate.bytes() > 4e10);
        assertEquals(matrix, estimate.cheaper().get(0).startsWith("use Ward or single linkage"));
        assertTrue(matrix || estimate.bytes() < 1e8);
    }

    @Test
    void choosing_the_number_of_components_takes_as_many_mixtures_as_are_tried() {
        GaussianMixtureOptions fixed = diagonal().withComponents(10);
        GaussianMixtureOptions bic = fixed.withChoice(Choice.BIC);
        GaussianMixtureOptions folds = fixed.withChoice(Choice.WEKA_CROSS_VALIDATION);
        DataSize size = new DataSize(500_000, 5, 1);
        double one = Algorithms.GAUSSIAN_MIXTURE.estimate(OWN, fixed, size).seconds();
        assertEquals(
                5.5 * one, Algorithms.GAUSSIAN_MIXTURE.estimate(OWN, bic, size).seconds(), 0.1 * one);
        assertTrue(Algorithms.GAUSSIAN_MIXTURE
                .estimate(OWN, bic, size)
                .cheaper()
                .contains("give the number of components"));
        assertEquals(
                55 * Algorithms.GAUSSIAN_MIXTURE.estimate(WEKA, fixed, size).seconds(),
                Algorithms.GAUSSIAN_MIXTURE.estimate(WEKA, folds, size).seconds(),
                1e-6);
        assertTrue(Algorithms.GAUSSIAN_MIXTURE
                        .estimate(OWN, fixed.withCovariance(Covariance.FULL), size)
                        .seconds()
                > one);
    }

    @Test
    void a_silhouette_that_is_exact_against_the_default_can_be_sampled() {
        DataSize size = new DataSize(500_000, 20, 2);
        Estimate exact = Silhouette.METRIC
                .info()
                .estimate(size, 5, 3, MetricOptions.defaults().exact());
        assertEquals("The exact silhouette of 500,000 rows with 20 features in 3 segmentations", exact.work());
        assertEquals(
                "lower 'Exact silhouette up to (customers)' to 20,000",
                exact.cheaper().get(0));
        Estimate sampled = Silhouette.METRIC.info().estimate(size, 5, 3, MetricOptions.defaults());
        assertTrue(sampled.seconds() < exact.seconds() / 100);
        assertFalse(sampled.cheaper().get(0).contains("20,000"));
    }

    @Test
    void many_features_make_principal_components_dear() {
        Estimate wide = Pca.estimate(new DataSize(1_000_000, 1_000, 2));
        assertTrue(wide.bytes() > 64 * 8e6 && wide.bytes() < 80 * 8e6, () -> wide.bytes() + " bytes");
        assertTrue(Pca.estimate(new DataSize(1_000_000, 10, 2)).bytes() < 1e8);
    }

    /** Processor time on one core of the server that the estimates were fitted on, in seconds. */
    @ParameterizedTest
    @CsvSource({
        "silhouette, 5000, 50, 0.088",
        "silhouette, 20000, 10, 0.464",
        "silhouette, 100000, 10, 0.458",
        "dunn, 5000, 50, 0.077",
        "dunn, 20000, 10, 0.327",
        "ward, 5000, 10, 0.108",
        "ward, 5000, 50, 0.930",
        "ward, 20000, 10, 1.345",
        "average, 5000, 50, 0.348",
        "average, 10000, 13, 0.825",
        "single, 5000, 50, 0.149",
        "single, 20000, 10, 0.601",
        "centroid, 5000, 50, 0.698",
        "centroid, 10000, 13, 0.999",
        "kmeans_3, 20000, 10, 0.650",
        "kmeans_20, 5000, 10, 0.351",
        "kmeans_20, 5000, 10, 0.570",
        "kmeans_20, 20000, 10, 2.65",
        "kmeans_50, 20000, 30, 11.7",
        "kmeans_20, 300000, 10, 3.10",
        "kmedians_3, 1000, 10, 0.30",
        "kmedians_3, 5000, 10, 2.42",
        "kmedians_8, 5000, 10, 1.87",
        "kmedians_20, 5000, 10, 2.40",
        "kmedians_3, 20000, 10, 8.30",
        "kmedians_8, 20000, 10, 17.4",
        "mixture_8, 1000, 5, 0.270",
        "mixture_8, 5000, 10, 1.68",
        "mixture_3, 5000, 30, 1.01",
        "mixture_3, 20000, 10, 1.64",
        "automatic_8, 1000, 5, 0.56",
        "automatic_8, 5000, 10, 1.25",
        "automatic_3, 5000, 30, 1.73",
        "automatic_3, 20000, 10, 2.45",
        "automatic_5, 50000, 10, 2.89",
        "dbscan, 5000, 10, 0.41",
        "dbscan, 20000, 10, 1.45",
        "dbscan, 5000, 30, 1.25"
    })
    void estimates_are_near_what_was_measured(String what, int rows, int columns, double measured) {
        DataSize size = new DataSize(rows, columns, 1);
        double seconds = seconds(size, what.split("_"));
        assertTrue(seconds > measured / 2 && seconds < 3 * measured, () -> seconds + " s, measured " + measured);
    }

    private static double seconds(DataSize size, String... what) {
        return switch (what[0]) {
            case "silhouette" ->
                Silhouette.METRIC
                        .info()
                        .estimate(size, 5, 1, MetricOptions.defaults())
                        .seconds();
            case "dunn" ->
                Dunn.METRIC
                        .info()
                        .estimate(size, 1, 1, MetricOptions.defaults())
                        .seconds();
            case "dbscan" ->
                Algorithms.DBSCAN.estimate(OWN, DbscanOptions.defaults(), size).seconds();
            case "kmeans" ->
                Algorithms.K_MEANS
                        .estimate(OWN, KMeansOptions.defaults().withK(Integer.parseInt(what[1])), size)
                        .seconds();
            case "kmedians" ->
                Algorithms.K_MEANS
                        .estimate(
                                OWN,
                                KMeansOptions.defaults()
                                        .withK(Integer.parseInt(what[1]))
                                        .withDistance(Distance.MANHATTAN),
                                size)
                        .seconds();
            case "mixture" ->
                Algorithms.GAUSSIAN_MIXTURE
                        .estimate(
                                OWN,
                                GaussianMixtureOptions.defaults()
                                        .withCovariance(Covariance.FULL)
                                        .withComponents(Integer.parseInt(what[1])),
                                size)
                        .seconds();
            case "automatic" ->
                Algorithms.GAUSSIAN_MIXTURE
                        .estimate(
                                OWN, GaussianMixtureOptions.defaults().withComponents(Integer.parseInt(what[1])), size)
                        .seconds();
            default ->
                Algorithms.HIERARCHICAL
                        .estimate(OWN, linkage(Linkage.valueOf(what[0].toUpperCase(Locale.ROOT))), size)
                        .seconds();
        };
    }

    @Test
    void nothing_takes_nothing() {
        DataSize none = new DataSize(0, 0, 1);
        assertEquals(0, ReadingEstimate.features(none).bytes());
        assertEquals(0, ReadingEstimate.columns(none).seconds());
        assertEquals(
                0,
                Algorithms.K_MEANS.estimate(OWN, KMeansOptions.defaults(), none).seconds());
    }

    /** An algorithm with its estimate: the heap of a new JVM gets hardly more than that, and it must suffice. */
    enum Work {
        K_MEANS(60_000, 20, s -> Algorithms.K_MEANS.estimate(OWN, KMeansOptions.defaults(), s)) {
            @Override
            void run(Matrix x, RunContext run) {
                Algorithms.K_MEANS
                        .clusterer(KMeansOptions.defaults().withRestarts(1))
                        .fit(x, run);
            }
        },
        AVERAGE(5_000, 2, s -> Algorithms.HIERARCHICAL.estimate(OWN, linkage(Linkage.AVERAGE), s)) {
            @Override
            void run(Matrix x, RunContext run) {
                new Hierarchical(linkage(Linkage.AVERAGE)).fit(x, run);
            }
        },
        WARD(3_000, 200, s -> Algorithms.HIERARCHICAL.estimate(OWN, linkage(Linkage.WARD), s)) {
            @Override
            void run(Matrix x, RunContext run) {
                new Hierarchical(linkage(Linkage.WARD)).fit(x, run);
            }
        },
        DBSCAN(4_000, 200, s -> Algorithms.DBSCAN.estimate(OWN, DbscanOptions.defaults(), s)) {
            @Override
            void run(Matrix x, RunContext run) {
                new Dbscan(DbscanOptions.defaults().withEps(1e-3).withMinPoints(3)).fit(x, run);
            }
        },
        MIXTURE(
                40_000,
                2,
                s -> Algorithms.GAUSSIAN_MIXTURE.estimate(OWN, diagonal().withComponents(60), s)) {
            @Override
            void run(Matrix x, RunContext run) {
                Algorithms.GAUSSIAN_MIXTURE
                        .clusterer(new GaussianMixtureOptions(60, Choice.FIXED, Covariance.DIAGONAL, 1, 2, 1e-4, 1e-6))
                        .fit(x, run);
            }
        },
        SILHOUETTE(12_000, 4, s -> Silhouette.METRIC.info().estimate(s, 500, 1, MetricOptions.defaults())) {
            @Override
            void run(Matrix x, RunContext run) {
                int[] labels = new int[x.rows()];
                Arrays.setAll(labels, i -> i % 500);
                Silhouette.of(x, Labels.of(labels), MetricOptions.defaults(), run);
            }
        },
        COMPONENTS(16_000, 400, Pca::estimate) {
            @Override
            void run(Matrix x, RunContext run) {
                Pca.fit(x, 2, run);
            }
        };

        private final int rows;
        private final int columns;
        private final Function<DataSize, Estimate> estimate;

        Work(int rows, int columns, Function<DataSize, Estimate> estimate) {
            this.rows = rows;
            this.columns = columns;
            this.estimate = estimate;
        }

        abstract void run(Matrix x, RunContext run);

        /** Megabytes of the input, of the estimate, and of what is no array of the algorithm. */
        long heap() {
            double input = 8.0 * rows * columns;
            return (long) ((input
                                    + estimate.apply(new DataSize(rows, columns, 2))
                                            .bytes())
                            / (1 << 20))
                    + 16;
        }
    }

    static Stream<Work> works() {
        return Stream.of(Work.values());
    }

    @ParameterizedTest
    @MethodSource("works")
    void what_the_estimate_lets_through_does_not_run_out_of_memory(Work work, @TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmn4m",
                        "-Xmx" + work.heap() + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EstimatesTest.class.getName(),
                        work.name()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "the run hangs");
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), () -> work.heap() + " MB: " + text);
    }

    public static void main(String[] args) {
        Work work = Work.valueOf(args[0]);
        double[] values = new double[work.rows * work.columns];
        RandomStream random = RandomStream.of(1, 0);
        Arrays.setAll(values, i -> random.nextGaussian() + i % work.columns % 3);
        work.run(Matrix.wrap(work.rows, work.columns, values), RunContext.of(1).withThreads(2));
    }
}
