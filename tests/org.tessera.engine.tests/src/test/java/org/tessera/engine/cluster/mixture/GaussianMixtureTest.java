package org.tessera.engine.cluster.mixture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.Texts;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Choice;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Search;
import org.tessera.engine.cluster.mixture.search.SplitMergeSearch;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.reference.CreditReference;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

class GaussianMixtureTest {

    private static final RunContext RUN = RunContext.of(1);

    private static MixtureModel mixture(Clustering clustering) {
        return (MixtureModel) clustering.model();
    }

    private static GaussianMixture patient(Covariance covariance) {
        return new GaussianMixture(
                new GaussianMixtureOptions(2, Choice.FIXED, covariance, 1, 500, 1e-6, 1e-6),
                SplitMergeSearch.REFINEMENT);
    }

    /** scikit-learn 1.2.1 from the same segments. */
    @ParameterizedTest
    @EnumSource(Covariance.class)
    void repeats_em_of_scikit_learn_from_the_same_start(Covariance covariance) {
        String type =
                covariance == Covariance.DIAGONAL ? "diag" : covariance.name().toLowerCase(Locale.ROOT);
        String[] expected = Samples.table("mixture_60.csv").stream()
                .filter(row -> row[0].equals(type))
                .findFirst()
                .orElseThrow();
        Matrix x = Samples.rows60();
        int[] start = IntStream.range(0, 60).map(i -> x.at(i, 0) > 2 ? 0 : 1).toArray();
        Clustering clustering = patient(covariance).fitFrom(x, start, RUN);
        MixtureModel model = mixture(clustering);
        assertEquals(Integer.parseInt(expected[1]), clustering.iterations());
        assertClose(expected[2], model.logLikelihood());
        assertClose(expected[3], model.bic());
        assertClose(expected[4], model.aic());
        double weight = Double.parseDouble(expected[5]);
        int first = Math.abs(model.weights()[0] - weight) < Math.abs(model.weights()[1] - weight) ? 0 : 1;
        assertClose(expected[5], model.weights()[first]);
        assertClose(expected[6], model.means().at(first, 0));
        assertClose(
                expected[7],
                GaussianMixture.memberships(model.withTemperature(1), x, RUN).at(7, first));
    }

    private static void assertClose(String expected, double actual) {
        double value = Double.parseDouble(expected);
        assertEquals(value, actual, 1e-7 * Math.abs(value));
    }

    /** scikit-learn 1.2.1: diagonal mixtures of the credit customers from the segments of Lloyd's k-means. */
    @ParameterizedTest
    @CsvSource({
        "2, -28.840222944128019, 257790.86956031321, 4387 67",
        "5, 10.947976311145453, -95306.561707859932, 2444 800 692 451 67"
    })
    void repeats_the_reference_on_the_credit_customers(int k, double likelihood, double bic, String sizes) {
        Matrix x = CreditReference.features();
        Matrix first = x.select(IntStream.range(0, k).toArray());
        int[] start = new KMeans(KMeansOptions.defaults())
                .fitFrom(x, first, RUN)
                .labels()
                .toArray();
        Clustering clustering = patient(Covariance.DIAGONAL).fitFrom(x, start, RUN);
        MixtureModel model = mixture(clustering);
        assertEquals(likelihood, model.logLikelihood(), 1e-6);
        assertEquals(bic, model.bic(), 1e-6 * Math.abs(bic));
        assertEquals(
                sizes,
                String.join(
                        " ",
                        IntStream.of(clustering.labels().sizes())
                                .mapToObj(Integer::toString)
                                .toList()));
    }

    /** Lower bounds of scikit-learn 1.2.1, from credit_metrics.csv. */
    @ParameterizedTest
    @CsvSource({
        "FULL, 2, 7.0966824462864642",
        "FULL, 4, 23.279917153512084",
        "FULL, 8, 50.170200940106639",
        "DIAGONAL, 2, -21.473405657149776",
        "DIAGONAL, 5, 4.184439800702175",
        "DIAGONAL, 8, 30.926573424687206"
    })
    void reaches_the_likelihood_of_scikit_learn_with_default_options(Covariance covariance, int k, double bound) {
        GaussianMixtureOptions options = GaussianMixtureOptions.defaults()
                .withCovariance(covariance)
                .withSearch(Search.LIKELIHOOD)
                .withComponents(k);
        double likelihood = mixture(
                        Algorithms.GAUSSIAN_MIXTURE.clusterer(options).fit(CreditReference.features(), RUN))
                .logLikelihood();
        assertTrue(likelihood >= bound, covariance + " " + k + ": " + likelihood);
    }

    @ParameterizedTest
    @EnumSource(
            value = Covariance.class,
            names = {"FULL", "DIAGONAL"})
    void moves_of_segments_lead_credit_customers_far_above_the_best_start(Covariance covariance) {
        GaussianMixtureOptions options =
                GaussianMixtureOptions.defaults().withCovariance(covariance).withSearch(Search.LIKELIHOOD);
        GaussianMixture mixture = new GaussianMixture(options, SplitMergeSearch.REFINEMENT);
        Matrix x = CreditReference.features();
        CanonicalRows rows = CanonicalRows.of(x, RUN);
        EmInitializer start = new EmInitializer(options, rows.matrix(), RUN);
        double best = IntStream.range(0, options.restarts())
                .mapToDouble(restart -> mixture(mixture.fitFrom(rows.matrix(), start.labels(restart), RUN))
                        .logLikelihood())
                .max()
                .orElseThrow();
        double moved = mixture(mixture.fit(x, RUN)).logLikelihood();
        assertTrue(moved > best + 1, moved + ", the best start " + best);
    }

    /** scikit-learn 1.2.1: means 0.5 and 10.5, variances 0.250001. */
    @Test
    void two_pairs_by_hand() {
        GaussianMixtureOptions options = GaussianMixtureOptions.defaults().withComponents(2);
        MixtureModel model =
                mixture(Algorithms.GAUSSIAN_MIXTURE.clusterer(options).fit(Samples.column(0, 1, 10, 11), RUN));
        assertArrayEquals(new double[] {0.5, 10.5}, model.means().values(), 1e-12);
        assertEquals(0.250001, model.covariances()[0][0], 1e-9);
        assertEquals(0.250001, model.covariances()[1][0], 1e-9);
        assertEquals(-1.4189385332086726, model.logLikelihood(), 1e-9);
        assertEquals(18.282980071268835, model.bic(), 1e-6);
    }

    @Test
    void bic_finds_the_number_of_groups() {
        Matrix x = Samples.groups(1500, 2, 1, 3);
        double[] values = x.values().clone();
        for (int i = 0; i < 1500; i++) {
            values[2 * i] += 12 * (i % 3);
        }
        GaussianMixtureOptions options =
                GaussianMixtureOptions.defaults().withComponents(6).withChoice(Choice.BIC);
        Clustering clustering = Algorithms.GAUSSIAN_MIXTURE.clusterer(options).fit(Matrix.wrap(1500, 2, values), RUN);
        assertArrayEquals(new int[] {500, 500, 500}, clustering.labels().sizes());
        assertEquals(3, clustering.model().segments());
    }

    @Test
    void components_without_a_row_are_removed_with_a_warning() {
        MixtureModel model = new MixtureModel(
                Covariance.DIAGONAL,
                new double[] {0.45, 0.1, 0.45},
                Samples.column(0, 5, 10),
                new double[][] {{1}, {100}, {1}},
                0,
                0,
                0);
        Clustering clustering = GaussianMixture.clustering(model, Samples.column(0, 0.5, -0.5, 10, 10.5), 7, true, RUN);
        assertEquals(Labels.of(0, 0, 0, 1, 1), clustering.labels());
        assertArrayEquals(new double[] {0.5, 0.5}, mixture(clustering).weights(), 1e-15);
        assertTrue(clustering.warnings().get(0).contains("1 of 3 components"), clustering.warnings()::toString);
        double[] parts = {0, 0.5, -0.5, 0, 0.5};
        double expected = 0;
        for (double part : parts) {
            expected += (Math.log(0.5) - 0.5 * Math.log(2 * Math.PI) - 0.5 * part * part) / 5;
        }
        assertEquals(expected, mixture(clustering).logLikelihood(), 1e-12);
    }

    @ParameterizedTest
    @EnumSource(Covariance.class)
    void memberships_are_probabilities_and_their_largest_is_the_segment(Covariance covariance) {
        Matrix x = Samples.groups(700, 3, 3, 9);
        GaussianMixtureOptions options =
                GaussianMixtureOptions.defaults().withComponents(3).withCovariance(covariance);
        Clustering clustering = Algorithms.GAUSSIAN_MIXTURE.clusterer(options).fit(x, RUN);
        Matrix memberships = GaussianMixture.memberships(mixture(clustering), x, RUN);
        for (int i = 0; i < 700; i++) {
            double[] row = memberships.row(i);
            double sum = 0;
            for (double p : row) {
                assertTrue(p >= 0 && p <= 1);
                assertTrue(p <= row[clustering.labels().at(i)]);
                sum += p;
            }
            assertEquals(1, sum, 1e-12);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> GaussianMixture.memberships(mixture(clustering), Samples.column(1), RUN));
    }

    @Test
    void far_rows_have_memberships_too() {
        MixtureModel model = new MixtureModel(
                Covariance.SPHERICAL,
                new double[] {0.5, 0.5},
                Samples.column(0, 1),
                new double[][] {{1e-6}, {1e-6}},
                0,
                0,
                0);
        assertArrayEquals(
                new double[] {0, 1},
                GaussianMixture.memberships(model, Samples.column(1e6), RUN).values(),
                1e-12);
    }

    @Test
    void columns_that_depend_on_each_other_are_regularized() {
        Matrix x = Samples.groups(300, 2, 2, 4);
        double[] twice = new double[900];
        for (int i = 0; i < 300; i++) {
            twice[3 * i] = x.at(i, 0);
            twice[3 * i + 1] = x.at(i, 1);
            twice[3 * i + 2] = x.at(i, 0) + x.at(i, 1);
        }
        GaussianMixtureOptions options = GaussianMixtureOptions.defaults().withComponents(2);
        assertEquals(
                2,
                Algorithms.GAUSSIAN_MIXTURE
                        .clusterer(options)
                        .fit(Matrix.wrap(300, 3, twice), RUN)
                        .labels()
                        .segments());
    }

    @Test
    void a_covariance_that_cannot_be_inverted_is_refused_with_a_remedy() {
        Matrix x = Matrix.of(new double[][] {{1e12, 1e12}, {2e12, 2e12}, {3e12, 3e12}});
        GaussianMixtureOptions options =
                GaussianMixtureOptions.defaults().withComponents(1).withCovariance(Covariance.FULL);
        SegmentationException e = assertThrows(
                SegmentationException.class,
                () -> Algorithms.GAUSSIAN_MIXTURE.clusterer(options).fit(x, RUN));
        assertTrue(e.getMessage().contains("raise the regularization"), e.getMessage());
    }

    @Test
    void weka_s_cross_validation_is_weka_s() {
        GaussianMixtureOptions options = GaussianMixtureOptions.defaults().withChoice(Choice.WEKA_CROSS_VALIDATION);
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Algorithms.GAUSSIAN_MIXTURE.clusterer(options));
        assertTrue(e.getMessage().contains("set the implementation to Weka"), e.getMessage());
    }

    @Test
    void says_when_the_iterations_were_not_enough() {
        GaussianMixtureOptions options =
                new GaussianMixtureOptions(4, Choice.FIXED, Covariance.FULL, 1, 2, 1e-12, 1e-6);
        Clustering clustering = Algorithms.GAUSSIAN_MIXTURE.clusterer(options).fit(Samples.groups(800, 2, 2, 3), RUN);
        assertFalse(clustering.converged());
        assertTrue(clustering.warnings().get(0).contains("limit of 2 iterations"), clustering.warnings()::toString);
    }

    @Test
    void starts_of_large_tables_are_compared_on_a_sample() {
        Matrix x = Samples.groups(30_000, 2, 3, 5);
        GaussianMixtureOptions options =
                GaussianMixtureOptions.defaults().withComponents(3).withRestarts(1);
        Clustering clustering = Algorithms.GAUSSIAN_MIXTURE.clusterer(options).fit(x, RUN);
        Clustering permuted =
                Algorithms.GAUSSIAN_MIXTURE.clusterer(options).fit(x.select(Samples.permutation(30_000, 2)), RUN);
        assertEquals(Texts.of(clustering.model()), Texts.of(permuted.model()));
        assertEquals(3, clustering.labels().segments());
    }

    @Test
    void starts_have_to_fit_the_rows() {
        GaussianMixture mixture = new GaussianMixture(GaussianMixtureOptions.defaults(), SplitMergeSearch.REFINEMENT);
        Matrix x = Samples.column(1, 2, 3);
        assertThrows(IllegalArgumentException.class, () -> mixture.fitFrom(x, new int[] {0, 1}, RUN));
        assertThrows(IllegalArgumentException.class, () -> mixture.fitFrom(x, new int[] {0, -1, 1}, RUN));
        assertThrows(IllegalArgumentException.class, () -> mixture.fitFrom(x, new int[] {0, 2, 2}, RUN));
    }

    @Test
    void fewer_different_rows_than_components_state_the_segments_that_were_made() {
        Matrix x = Matrix.wrap(6, 1, new double[] {0, 1e-12, 1, 1, 1, 1});
        Clustering made = Algorithms.GAUSSIAN_MIXTURE
                .clusterer(GaussianMixtureOptions.defaults().withComponents(5))
                .fit(x, RunContext.of(1));
        assertEquals(2, made.model().segments());
        assertEquals(
                "Components = 5, but only 3 different rows: 2 segments were made. Lower 'Components' or add columns that tell"
                        + " customers apart.",
                made.warnings().get(0));
    }
}
