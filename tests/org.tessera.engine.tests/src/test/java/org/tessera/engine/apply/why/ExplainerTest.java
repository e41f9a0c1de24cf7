package org.tessera.engine.apply.why;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.dbscan.Dbscan;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.mixture.GaussianMixture;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

class ExplainerTest {

    private static final RunContext RUN = RunContext.of(1);

    private static SegmentationModel model(ClusterModel clusters, Optional<Preparation> preparation) {
        int k = clusters.segments();
        List<String> features = preparation
                .map(Preparation::featureNames)
                .orElse(IntStream.range(0, clusters.features())
                        .mapToObj(j -> "x" + j)
                        .toList());
        Provenance provenance =
                new Provenance("id", "Title", Map.of(), 1, "Tessera", "", 0, 1, true, List.of(), Optional.empty());
        Labels labels = Labels.of(IntStream.range(0, k).toArray());
        return new SegmentationModel(provenance, "Segment", features, preparation, clusters, labels, 0);
    }

    private static Contributions explain(ClusterModel clusters, Matrix x) {
        return Explainer.of(model(clusters, Optional.empty()), RUN).explain(x, Assigner.assign(clusters, x, RUN), RUN);
    }

    @Test
    void contributions_of_k_means_are_differences_of_squared_distances() {
        Matrix centroids = Matrix.of(new double[][] {{0, 0}, {3, 4}, {100, 100}});
        Contributions why =
                explain(new CentroidModel(centroids, Distance.EUCLIDEAN, 0), Matrix.of(new double[][] {{1, 3}, {3, 1}
                }));
        // (1, 3): 5 from the second, 10 from the first. 1² - 2² = -3 speaks for the first, 3² - 1² = 8 for the second.
        assertArrayEquals(new double[] {-3, 8}, why.values().row(0));
        assertEquals(5, why.margins()[0]);
        // (3, 1): 9 from the second, 10 from the first.
        assertArrayEquals(new double[] {9, -8}, why.values().row(1));
        assertEquals(1, why.margins()[1]);
        Contributions absolute =
                explain(new CentroidModel(centroids, Distance.MANHATTAN, 0), Matrix.of(new double[][] {{1, 3}, {3, 0}
                }));
        assertArrayEquals(new double[] {-1, 2}, absolute.values().row(0));
        // (3, 0) is 3 from the first, 4 from the second.
        assertArrayEquals(new double[] {-3, 4}, absolute.values().row(1));
    }

    static Stream<CentroidModel> centroids() {
        return Arrays.stream(Distance.values())
                .flatMap(d -> Stream.of(0.0, 1e6).map(offset -> new CentroidModel(random(4, 5, 3, offset), d, 0)));
    }

    private static Matrix random(int rows, int columns, int seed, double offset) {
        RandomStream random = RandomStream.of(seed, 0);
        return Matrix.wrap(
                rows,
                columns,
                IntStream.range(0, rows * columns)
                        .mapToDouble(i -> offset + random.nextGaussian())
                        .toArray());
    }

    @ParameterizedTest
    @MethodSource("centroids")
    void contributions_are_right_to_the_last_digit_and_add_up_to_the_margin(CentroidModel clusters) {
        Matrix x = random(300, 5, 7, clusters.centroids().at(0, 0));
        Assignment assignment = Assigner.assign(clusters, x, RUN);
        Contributions why = explain(clusters, x);
        for (int i = 0; i < x.rows(); i++) {
            double sum = 0;
            double absolute = 0;
            BigDecimal margin = BigDecimal.ZERO;
            for (int j = 0; j < x.columns(); j++) {
                BigDecimal exact = cost(clusters, assignment.runnersUp()[i], x.at(i, j), j)
                        .subtract(cost(clusters, assignment.segments()[i], x.at(i, j), j));
                assertEquals(exact.doubleValue(), why.values().at(i, j), Math.ulp(exact.doubleValue()));
                sum += why.values().at(i, j);
                absolute += Math.abs(why.values().at(i, j));
                margin = margin.add(exact);
            }
            assertEquals(sum, why.margins()[i]);
            assertEquals(margin.doubleValue(), why.margins()[i], 3 * Math.ulp(absolute));
            assertTrue(why.margins()[i] >= -3 * Math.ulp(absolute));
        }
    }

    private static BigDecimal cost(CentroidModel clusters, int segment, double x, int j) {
        BigDecimal difference =
                new BigDecimal(x).subtract(new BigDecimal(clusters.centroids().at(segment, j)));
        return clusters.distance() == Distance.EUCLIDEAN ? difference.pow(2) : difference.abs();
    }

    private static MixtureModel mixture(Covariance covariance) {
        double[][] covariances = switch (covariance) {
            case FULL -> new double[][] {{1, 0.6, 0.6, 2}, {3, -1, -1, 1}};
            case TIED -> new double[][] {{1, 0.6, 0.6, 2}};
            case DIAGONAL -> new double[][] {{1, 2}, {3, 0.5}};
            case SPHERICAL -> new double[][] {{1}, {4}};
        };
        Matrix means = Matrix.of(new double[][] {{0, 0}, {2, 1}});
        return new MixtureModel(covariance, new double[] {0.7, 0.3}, means, covariances, 0, 0, 0);
    }

    @ParameterizedTest
    @EnumSource(Covariance.class)
    void contributions_of_mixtures_add_up_to_the_difference_of_log_posteriors(Covariance covariance) {
        MixtureModel mixture = mixture(covariance).withTemperature(1.7);
        Matrix x = random(200, 2, 5, 1);
        Contributions why = explain(mixture, x);
        Matrix logs = GaussianMixture.logDensities(mixture, x, RUN);
        Assignment assignment = Assigner.assign(mixture, x, RUN);
        assertEquals(List.of("x0", "x1", Explainer.SIZE), why.columns());
        for (int i = 0; i < x.rows(); i++) {
            double margin =
                    logs.at(i, assignment.segments()[i]) - logs.at(i, assignment.runnersUp()[i]);
            double sum = 0;
            double absolute = 0;
            for (double contribution : why.values().row(i)) {
                sum += contribution;
                absolute += Math.abs(contribution);
            }
            assertEquals(sum, why.margins()[i]);
            assertEquals(margin, why.margins()[i], 16 * Math.ulp(absolute + Math.abs(logs.at(i, 0))));
        }
    }

    @Test
    void a_column_of_a_diagonal_mixture_has_the_logarithm_of_its_own_density() {
        Contributions why = explain(mixture(Covariance.DIAGONAL), Matrix.of(new double[][] {{0, 0}}));
        // R 4.2: dnorm(0, 0, 1, log = TRUE) - dnorm(0, 2, sqrt(3), log = TRUE), and of the second
        // dnorm(0, 0, sqrt(2), log = TRUE) - dnorm(0, 1, sqrt(0.5), log = TRUE); log(0.7 / 0.3)
        double first = Math.log(3) / 2 + 4 / 6.0;
        double second = Math.log(0.5 / 2) / 2 + 1;
        assertArrayEquals(
                new double[] {first, second, Math.log(0.7 / 0.3)}, why.values().row(0), 1e-15);
    }

    @Test
    void correlated_features_share_their_product_equally() {
        // Tied, precision P = [2, -0.6; -0.6, 1] / 1.64: with δ = (1, 3) of the first and (-1, 2) of the second mean,
        // δ1 (P δ)1 = (2 - 1.8) / 1.64 and (2 + 1.2) / 1.64, δ2 (P δ)2 = (9 - 1.8) / 1.64 and (4 + 1.2) / 1.64.
        Contributions why = explain(mixture(Covariance.TIED), Matrix.of(new double[][] {{1, 3}}));
        double sign = why.values().at(0, 2) > 0 ? 1 : -1;
        double[] expected = {sign * 1.5 / 1.64, sign * -1 / 1.64, sign * Math.log(0.7 / 0.3)};
        assertArrayEquals(expected, why.values().row(0), 1e-14);
    }

    @Test
    void noise_is_explained_by_the_radius_and_other_rows_by_the_nearest_core_rows() {
        Matrix cores = Matrix.of(new double[][] {{0, 0}, {1, 0}, {10, 0}, {11, 0}});
        DensityModel density = new DensityModel(3, 2, Distance.EUCLIDEAN, true, cores, new int[] {0, 0, 1, 1}, 2);
        Contributions why = explain(density, Matrix.of(new double[][] {{2, 1}, {6, 4}}));
        assertEquals(List.of("x0", "x1", Explainer.RADIUS), why.columns());
        // (2, 1): nearest core rows (1, 0) and (10, 0): 64 - 1 and 1 - 1.
        assertArrayEquals(new double[] {63, 0, 0}, why.values().row(0));
        // (6, 4) is noise: nearest core row (10, 0), radius 3.
        assertArrayEquals(new double[] {16, 16, -9}, why.values().row(1));
        assertEquals(23, why.margins()[1]);
    }

    @Test
    void the_nearest_core_row_of_a_segment_is_that_of_a_search_through_all() {
        Matrix x = Samples.groups(600, 3, 4, 3);
        DensityModel density =
                (DensityModel) new Dbscan(DbscanOptions.defaults().withEps(0.8).withMinPoints(5))
                        .fit(x, RUN)
                        .model();
        Contributions why = explain(density, x);
        Assignment assignment = Assigner.assign(density, x, RUN);
        for (int i = 0; i < x.rows(); i++) {
            if (assignment.segments()[i] != Labels.NOISE && assignment.runnersUp()[i] != Assignment.NONE) {
                double margin = nearest(density, x.row(i), assignment.runnersUp()[i])
                        - nearest(density, x.row(i), assignment.segments()[i]);
                assertEquals(margin, why.margins()[i], 1e-12);
            }
        }
    }

    private static double nearest(DensityModel density, double[] row, int segment) {
        return IntStream.range(0, density.coreLabels().length)
                .filter(c -> density.coreLabels()[c] == segment)
                .mapToDouble(c ->
                        Distance.EUCLIDEAN.reduced(row, 0, density.coreRows().values(), c * row.length, row.length))
                .min()
                .orElseThrow();
    }

    @Test
    void rows_without_a_runner_up_and_without_a_segment_have_no_margin() {
        Matrix x = Matrix.of(new double[][] {{1}, {Double.NaN}});
        CentroidModel one = new CentroidModel(Matrix.of(new double[][] {{0}}), Distance.EUCLIDEAN, 0);
        Contributions why = explain(one, x);
        assertTrue(Double.isNaN(why.margins()[0]) && Double.isNaN(why.margins()[1]));
        Reasons reasons = new Reasons(why, Assigner.assign(one, x, RUN), Labels::name, new CustomerTable(2, List.of()));
        assertEquals("Segment 1: there is no other segment.", reasons.sentence(0));
        assertEquals("", reasons.sentence(1));
    }

    @Test
    void the_features_of_a_category_count_as_one_column_and_sentences_have_own_units() {
        CustomerTable customers = new CustomerTable(
                6,
                List.of(
                        new NumericColumn("Age", new double[] {20, 22, 24, 60, 62, Double.NaN}, true),
                        CategoryColumn.of("Home", List.of("rent", "rent", "own", "own", "own", "parents"))));
        Preparation preparation = Preparer.with(PreparationOptions.defaults()).fit(customers, Set.of(), RUN);
        Matrix x = preparation.apply(customers, RUN).features();
        CentroidModel clusters = new CentroidModel(x.select(new int[] {0, 4}), Distance.EUCLIDEAN, 0);
        Assignment assignment = Assigner.assign(clusters, x, RUN);
        Contributions why =
                Explainer.of(model(clusters, Optional.of(preparation)), RUN).explain(x, assignment, RUN);
        assertEquals(List.of("Age", "Home"), why.columns());
        // Two indicators differ, each by 1 / sqrt(2): a squared distance of 1, 2 * 0.5, between rent and own.
        assertEquals(1, why.values().at(0, 1), 1e-15);
        assertEquals(0, why.values().at(5, 1), 1e-15);
        Reasons reasons = new Reasons(why, assignment, Labels::name, customers);
        assertEquals("Segment 1 rather than Segment 2: Age = 20, Home = rent.", reasons.sentence(0));
        assertEquals(
                "Segment 1 rather than Segment 2: Age = 24; Home = own speaks for Segment 2.", reasons.sentence(2));
        assertTrue(reasons.sentence(5).contains("Age is missing"), reasons.sentence(5));
    }

    @Test
    void explanations_depend_on_the_row_alone() {
        MixtureModel mixture = mixture(Covariance.FULL);
        Matrix x = random(700, 2, 9, 1);
        int[] order = Samples.permutation(700, 3);
        Contributions all = explain(mixture, x);
        Contributions permuted = explain(mixture, x.select(order));
        for (int i = 0; i < order.length; i++) {
            assertArrayEquals(all.values().row(order[i]), permuted.values().row(i));
        }
    }
}
