package org.tessera.engine.apply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.dbscan.Dbscan;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixture;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.reference.CreditReference;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;

class AssignerTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final int NONE = Assignment.NONE;
    private static final int NOISE = Labels.NOISE;

    private static CentroidModel centroids(Distance distance, double[]... centroids) {
        return new CentroidModel(Matrix.of(centroids), distance, 0);
    }

    private static void assertAssigned(ClusterModel model, Matrix x, int[] segments, int[] runnersUp, double... sure) {
        Assignment assignment = Assigner.assign(model, x, RUN);
        assertArrayEquals(segments, assignment.segments());
        assertArrayEquals(runnersUp, assignment.runnersUp());
        assertArrayEquals(sure, assignment.confidences(), 1e-15);
    }

    @Test
    void nearest_centroid_wins_and_the_second_nearest_is_the_runner_up() {
        Matrix x = Matrix.of(new double[][] {{0, 0}, {3, 0}, {1.5, 2}, {3, 5}});
        // (3, 0) is 3 and 4 away, (1.5, 2) is 2.5 away from both: the first wins.
        assertAssigned(
                centroids(Distance.EUCLIDEAN, new double[] {0, 0}, new double[] {3, 4}, new double[] {100, 100}),
                x,
                new int[] {0, 0, 0, 1},
                new int[] {1, 1, 1, 0},
                1,
                0.25,
                0,
                1 - 1 / Math.sqrt(34));
        // (3, 0) is 3 and 4 away, but (1, 3) is 4 and 3, and Euclid would say 3.16 and 2.24.
        assertAssigned(
                centroids(Distance.MANHATTAN, new double[] {0, 0}, new double[] {3, 4}),
                Matrix.of(new double[][] {{3, 0}, {1, 3}}),
                new int[] {0, 1},
                new int[] {1, 0},
                0.25,
                0.25);
    }

    @Test
    void equal_centroids_and_a_single_centroid_have_a_defined_confidence() {
        Matrix x = Samples.column(1, 3);
        assertAssigned(
                centroids(Distance.EUCLIDEAN, new double[] {1}, new double[] {1}),
                x,
                new int[] {0, 0},
                new int[] {1, 1},
                0,
                0);
        assertAssigned(centroids(Distance.EUCLIDEAN, new double[] {1}), x, new int[2], new int[] {NONE, NONE}, 1, 1);
    }

    /** scikit-learn 1.2.1: centroids are the means of its segments; its labels are those that predict gives. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void gives_the_labels_of_scikit_learn_for_its_centroids(int k) {
        Matrix x = CreditReference.features();
        Labels labels = CreditReference.labels("kmeans_" + k);
        double[][] centroids = new double[k][x.columns()];
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                centroids[labels.at(i)][j] += x.at(i, j) / labels.sizeOf(labels.at(i));
            }
        }
        Assignment assignment = Assigner.assign(centroids(Distance.EUCLIDEAN, centroids), x, RUN);
        assertEquals(x.rows(), assignment.unchanged(labels));
    }

    static Stream<Clustering> exactModels() {
        Matrix x = Samples.groups(900, 3, 4, 3);
        KMeansOptions kMeans = KMeansOptions.defaults().withK(4).withRestarts(3);
        GaussianMixtureOptions mixture = GaussianMixtureOptions.defaults().withComponents(3);
        return Stream.of(
                        Arrays.stream(Distance.values())
                                .map(d -> Algorithms.K_MEANS
                                        .clusterer(kMeans.withDistance(d))
                                        .fit(x, RUN)),
                        Arrays.stream(Covariance.values())
                                .map(c -> Algorithms.GAUSSIAN_MIXTURE
                                        .clusterer(mixture.withCovariance(c))
                                        .fit(x, RUN)),
                        Stream.of(0.2, 0.5, 1.0)
                                .map(eps -> new Dbscan(DbscanOptions.defaults()
                                                .withEps(eps)
                                                .withMinPoints(5))
                                        .fit(x, RUN)))
                .flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("exactModels")
    void training_rows_keep_their_segments(Clustering clustering) {
        Matrix x = Samples.groups(900, 3, 4, 3);
        Assignment assignment = Assigner.assign(clustering.model(), x, RUN);
        assertArrayEquals(clustering.labels().toArray(), assignment.segments());
        assertEquals(x.rows(), assignment.unchanged(clustering.labels()));
        for (double confidence : assignment.confidences()) {
            assertTrue(confidence >= 0 && confidence <= 1, "confidence " + confidence);
        }
    }

    @ParameterizedTest
    @MethodSource("exactModels")
    void a_row_does_not_depend_on_the_others_nor_on_threads(Clustering clustering) {
        Matrix x = Samples.groups(700, 3, 4, 8);
        Assignment all = Assigner.assign(clustering.model(), x, RUN.withThreads(1));
        assertSame(all, Assigner.assign(clustering.model(), x, RUN.withThreads(8)));
        int[] permutation = Samples.permutation(x.rows(), 4);
        Assignment permuted = Assigner.assign(clustering.model(), x.select(permutation), RUN);
        for (int i = 0; i < x.rows(); i++) {
            assertSame(all, permutation[i], permuted, i);
        }
        for (int i = 0; i < 50; i++) {
            assertSame(all, i, Assigner.assign(clustering.model(), x.select(new int[] {i}), RUN), 0);
        }
    }

    private static void assertSame(Assignment expected, Assignment actual) {
        assertArrayEquals(expected.segments(), actual.segments());
        assertArrayEquals(expected.runnersUp(), actual.runnersUp());
        assertArrayEquals(expected.confidences(), actual.confidences());
    }

    private static void assertSame(Assignment expected, int row, Assignment actual, int other) {
        assertEquals(expected.segments()[row], actual.segments()[other]);
        assertEquals(expected.runnersUp()[row], actual.runnersUp()[other]);
        assertEquals(expected.confidences()[row], actual.confidences()[other]);
    }

    private static MixtureModel mixtureOf(double... means) {
        double[] weights = new double[means.length];
        Arrays.fill(weights, 1.0 / means.length);
        double[][] variances = new double[means.length][1];
        Arrays.setAll(variances, c -> new double[] {1});
        return new MixtureModel(Covariance.DIAGONAL, weights, Samples.column(means), variances, 0, 0, 0);
    }

    @Test
    void confidence_of_a_mixture_is_the_probability_of_the_segment() {
        // Densities at 1 around 0 and 4: exp(-1/2) and exp(-9/2), so that the ratio is exp(-4).
        double confidence = 1 / (1 + Math.exp(-4));
        assertAssigned(
                mixtureOf(0, 4),
                Samples.column(1, 2, 3),
                new int[] {0, 0, 1},
                new int[] {1, 1, 0},
                confidence,
                0.5,
                confidence);
        assertAssigned(mixtureOf(0), Samples.column(7), new int[1], new int[] {NONE}, 1);
        // exp(-5000) is 0, but the segment is the runner-up all the same.
        assertAssigned(mixtureOf(0, 100), Samples.column(0), new int[1], new int[] {1}, 1);
    }

    /** At temperature 2, a ratio of exp(-4) becomes exp(-2); segments stay. */
    @Test
    void temperature_moderates_the_probability_and_nothing_else() {
        Matrix x = Samples.column(1, 2, 3);
        double confidence = 1 / (1 + Math.exp(-2));
        MixtureModel model = mixtureOf(0, 4).withTemperature(2);
        assertAssigned(model, x, new int[] {0, 0, 1}, new int[] {1, 1, 0}, confidence, 0.5, confidence);
        assertEquals(1 - confidence, GaussianMixture.memberships(model, x, RUN).at(0, 1), 1e-15);
    }

    @ParameterizedTest
    @EnumSource(Covariance.class)
    void posteriors_are_those_of_the_clustering(Covariance covariance) {
        Matrix x = Samples.rows60();
        MixtureModel model = (MixtureModel) Algorithms.GAUSSIAN_MIXTURE
                .clusterer(GaussianMixtureOptions.defaults().withComponents(2).withCovariance(covariance))
                .fit(x, RUN)
                .model();
        Matrix posteriors = GaussianMixture.memberships(model, x, RUN);
        Assignment assignment = Assigner.assign(model, x, RUN);
        for (int i = 0; i < x.rows(); i++) {
            double[] row = posteriors.row(i);
            assertEquals(row[assignment.segments()[i]], assignment.confidences()[i]);
            assertEquals(Arrays.stream(row).max().orElseThrow(), assignment.confidences()[i]);
            assertEquals(1 - assignment.segments()[i], assignment.runnersUp()[i]);
        }
    }

    @Test
    void rows_of_a_dense_region_belong_to_it_and_others_are_noise() {
        DensityModel model = new DensityModel(
                1, 2, Distance.EUCLIDEAN, true, Samples.column(0, 0.5, 2.25, 3), new int[] {0, 0, 1, 1}, 2);
        // 1.5 is exactly eps away from 0.5; 4 from 3; 4.5 is noise at 1.5 from 3.
        assertAssigned(
                model,
                Samples.column(0.5, 1.25, 1.5, 4, 4.5, -2),
                new int[] {0, 0, 1, 1, NOISE, NOISE},
                new int[] {1, 1, 0, 0, 1, 0},
                1,
                0.25,
                0.25,
                0,
                1 - 1 / 1.5,
                0.5);
    }

    /** Every customer has a runner-up: the segment of the nearest core row that is not of the own segment. */
    @Test
    void the_runner_up_in_density_is_the_nearest_other_segment_however_far() {
        double[][] cores = new double[300][];
        int[] labels = new int[cores.length];
        for (int i = 0; i < cores.length; i++) {
            labels[i] = i % 3;
            cores[i] = new double[] {10 * labels[i] + i * 7 % 31 * 0.1, i * 13 % 37 * 0.1};
        }
        DensityModel model = new DensityModel(1, 4, Distance.EUCLIDEAN, true, Matrix.of(cores), labels, 3);
        double[][] rows = new double[200][];
        Arrays.setAll(rows, i -> new double[] {i * 0.13 - 2, i * 17 % 41 * 0.15 - 1});
        Matrix x = Matrix.of(rows);
        Assignment assignment = Assigner.assign(model, x, RUN);
        assertTrue(assignment.count(NOISE) > 0 && assignment.count(NOISE) < 200);
        for (int i = 0; i < x.rows(); i++) {
            double nearest = Double.POSITIVE_INFINITY;
            int other = NONE;
            for (int core = 0; core < model.coreRows().rows(); core++) {
                double cost = model.distance()
                        .reduced(x.row(i), 0, model.coreRows().values(), core * x.columns(), x.columns());
                if (model.coreLabels()[core] != assignment.segments()[i] && cost < nearest) {
                    nearest = cost;
                    other = model.coreLabels()[core];
                }
            }
            assertEquals(other, assignment.runnersUp()[i]);
        }
    }

    @Test
    void without_core_rows_all_is_noise() {
        DensityModel model = new DensityModel(1, 5, Distance.MANHATTAN, true, Matrix.of(), new int[0], 0);
        assertAssigned(model, Samples.column(0, 1), new int[] {NOISE, NOISE}, new int[] {NONE, NONE}, 1, 1);
        Clustering noise = new Dbscan(DbscanOptions.defaults().withEps(1e-9).withMinPoints(4))
                .fit(Samples.groups(50, 2, 2, 1), RUN);
        assertEquals(
                50,
                Assigner.assign(noise.model(), Samples.groups(50, 2, 2, 2), RUN).count(NOISE));
    }

    @Test
    void trees_assign_to_the_nearest_mean_and_tell_who_would_move() {
        // Single linkage keeps the chain 0 to 6 together; its mean is 3, so 6 is nearer to the mean 7.5 of the pair.
        Matrix x = Samples.column(0, 1, 2, 3, 4, 5, 6, 7.4, 7.6);
        Clustering clustering = new Hierarchical(
                        HierarchicalOptions.defaults().withSegments(2).withLinkage(Linkage.SINGLE))
                .fit(x, RUN);
        assertEquals(Labels.of(0, 0, 0, 0, 0, 0, 0, 1, 1), clustering.labels());
        Assignment assignment = Assigner.assign(clustering.model(), x, RUN);
        assertArrayEquals(new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1}, assignment.segments());
        assertEquals(8, assignment.unchanged(clustering.labels()));
        assertEquals(1 - 1.5 / 3, assignment.confidences()[6], 1e-15);
    }

    static List<ClusterModel> oneFeature() {
        return List.of(
                centroids(Distance.EUCLIDEAN, new double[] {0}, new double[] {1e150}),
                centroids(Distance.MANHATTAN, new double[] {0}, new double[] {1e150}),
                mixtureOf(0, 1e150),
                new DensityModel(1e149, 1, Distance.EUCLIDEAN, true, Samples.column(0, 1e150), new int[] {0, 1}, 2));
    }

    @ParameterizedTest
    @MethodSource("oneFeature")
    void numbers_of_1e150_are_assigned_and_what_is_no_number_gets_no_segment(ClusterModel model) {
        Assignment assignment = Assigner.assign(
                model, Samples.column(1e150, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY), RUN);
        assertArrayEquals(new int[] {1, 0, NONE, NONE, NONE}, assignment.segments());
        assertEquals(3, assignment.none());
        assertTrue(Double.isNaN(assignment.confidences()[3]));
    }

    @Test
    void rows_too_far_away_for_a_distance_get_no_segment() {
        Matrix x = Samples.column(1e200, 0);
        assertArrayEquals(
                new int[] {NONE, 0},
                Assigner.assign(centroids(Distance.EUCLIDEAN, new double[] {0}, new double[] {1}), x, RUN)
                        .segments());
        assertArrayEquals(
                new int[] {NONE, 0}, Assigner.assign(mixtureOf(0, 1), x, RUN).segments());
    }

    @Test
    void no_row_gives_no_segment() {
        for (ClusterModel model : oneFeature()) {
            assertEquals(
                    0,
                    Assigner.assign(model, Matrix.wrap(0, 1, new double[0]), RUN)
                            .segments()
                            .length);
        }
    }

    @Test
    void refuses_rows_with_another_number_of_features() {
        ClusterModel model = centroids(Distance.EUCLIDEAN, new double[] {0, 0});
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Assigner.assign(model, Samples.column(1), RUN));
        assertEquals("The model has 2 features, but the rows have 1", e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("exactModels")
    void stops_when_canceled(Clustering clustering) {
        Matrix x = Samples.groups(5000, 3, 4, 8);
        assertThrows(
                RunCanceledException.class,
                () -> Assigner.assign(
                        clustering.model(), x, Samples.canceledAt(3).withThreads(1)));
    }

    /**
     * Where the segments are what the mixture assumes, a probability is how often the segment is right, on rows that it was not
     * fitted to. A group of 1,000 rows has a standard error of at most 1.6 %; the fit adds some.
     */
    @ParameterizedTest
    @EnumSource(Covariance.class)
    void probabilities_of_mixtures_are_how_often_the_segment_is_right(Covariance covariance) {
        int n = 6000;
        double[] centers = {0, 2.2, 4.4};
        double[][] rows = new double[2 * n][];
        RandomStream random = RandomStream.of(11, covariance.ordinal());
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {centers[i % 3] + random.nextGaussian(), random.nextGaussian()};
        }
        Matrix training = Matrix.of(Arrays.copyOf(rows, n));
        Matrix later = Matrix.of(Arrays.copyOfRange(rows, n, 2 * n));
        MixtureModel model = (MixtureModel) Algorithms.GAUSSIAN_MIXTURE
                .clusterer(GaussianMixtureOptions.defaults().withComponents(3).withCovariance(covariance))
                .fit(training, RUN)
                .model();
        Assignment assignment = Assigner.assign(model, later, RUN);
        double[] bounds = {0.5, 0.6, 0.7, 0.8, 0.9, 1.01};
        for (int g = 0; g + 1 < bounds.length; g++) {
            double said = 0;
            int right = 0;
            int count = 0;
            for (int i = 0; i < n; i++) {
                double probability = assignment.confidences()[i];
                if (probability >= bounds[g] && probability < bounds[g + 1]) {
                    said += probability;
                    double mean = model.means().at(assignment.segments()[i], 0);
                    right += Math.abs(mean - centers[i % 3]) < 1.1 ? 1 : 0;
                    count++;
                }
            }
            assertTrue(count > 200, "rows from " + bounds[g]);
            assertEquals(said / count, right / (double) count, 0.06, "from " + bounds[g]);
        }
    }
}
