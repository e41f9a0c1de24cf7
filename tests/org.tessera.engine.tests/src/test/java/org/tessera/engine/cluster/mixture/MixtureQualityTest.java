package org.tessera.engine.cluster.mixture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Choice;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.CovarianceChoice;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Search;
import org.tessera.engine.cluster.mixture.MixtureDesigns.Design;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.metric.Agreement;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.reference.CreditReference;
import org.tessera.engine.run.RunContext;

/** Mixtures with default options: segments that are known, shared values, and many features. */
class MixtureQualityTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final GaussianMixtureOptions DEFAULTS = GaussianMixtureOptions.defaults();

    private static Clustering fit(GaussianMixtureOptions options, Matrix x) {
        return Algorithms.GAUSSIAN_MIXTURE.clusterer(options).fit(x, RUN);
    }

    private static MixtureModel mixture(Clustering clustering) {
        return (MixtureModel) clustering.model();
    }

    /** scikit-learn 1.2.1, GaussianMixture(n_init=10) with full covariances, its default. */
    @ParameterizedTest
    @EnumSource(Design.class)
    void known_segments_are_found_as_well_as_by_the_best_of_ten_of_scikit_learn(Design design) {
        List<String[]> oracle = Samples.table("mixture_designs.csv").stream()
                .filter(line -> line[0].startsWith(design + "_") && line[1].equals("full"))
                .toList();
        assertFalse(oracle.isEmpty());
        double own = 0;
        double expected = 0;
        for (int seed = 0; seed < oracle.size(); seed++) {
            MixtureDesigns.Table table = MixtureDesigns.table(design, seed);
            Clustering found = fit(DEFAULTS.withComponents(design.segments), table.features());
            double agreement = Agreement.of(Labels.of(table.truth()), found.labels(), NoisePolicy.LEAVE_OUT, RUN)
                    .adjustedRand();
            own += agreement / oracle.size();
            expected += Double.parseDouble(oracle.get(seed)[2]) / oracle.size();
        }
        assertTrue(own >= expected, own + ", scikit-learn " + expected);
    }

    /** scikit-learn 1.2.1, GaussianMixture(n_init=10) with the covariances of which the numbers are made. */
    @ParameterizedTest
    @CsvSource({"NUMBERS, diag", "CORRELATED, full"})
    void numbers_are_segmented_as_well_as_by_who_knows_their_covariance(Design design, String form) {
        double own = 0;
        double expected = 0;
        for (int seed = 0; seed < 4; seed++) {
            String name = design + "_" + seed;
            MixtureDesigns.Table table = MixtureDesigns.table(design, seed);
            Clustering found = fit(DEFAULTS.withComponents(design.segments), table.features());
            own += Agreement.of(Labels.of(table.truth()), found.labels(), NoisePolicy.LEAVE_OUT, RUN)
                    .adjustedRand();
            expected += Samples.table("mixture_designs.csv").stream()
                    .filter(line -> line[0].equals(name) && line[1].equals(form))
                    .mapToDouble(line -> Double.parseDouble(line[2]))
                    .sum();
        }
        assertTrue(own >= expected - 1e-5, own / 4 + ", scikit-learn " + expected / 4);
    }

    @ParameterizedTest
    @CsvSource({"NUMBERS, DIAGONAL, diagonal", "CORRELATED, FULL, full"})
    void bic_finds_whether_numbers_are_correlated_and_says_so(Design design, Covariance form, String word) {
        for (int k : new int[] {2, 4, 7}) {
            Clustering found = fit(
                    DEFAULTS.withComponents(k), MixtureDesigns.table(design, 0).features());
            assertEquals(form, mixture(found).covariance());
            assertTrue(
                    found.reason().startsWith("Covariance " + word + " by the lowest BIC of 1 to 9 components: "),
                    found::reason);
        }
    }

    @Test
    void no_reason_is_told_where_the_form_is_given_or_not_chosen_by_bic() {
        Matrix numbers = MixtureDesigns.table(Design.NUMBERS, 0).features();
        assertEquals("", fit(DEFAULTS.withCovariance(Covariance.FULL), numbers).reason());
        assertEquals(
                "",
                fit(DEFAULTS, MixtureDesigns.table(Design.ZEROS, 0).features()).reason());
        assertEquals("", fit(DEFAULTS, wholeNumbers()).reason());
    }

    @Test
    void the_best_k_means_is_kept_where_the_search_gains_no_more_than_chance() {
        Matrix x = MixtureDesigns.table(Design.NUMBERS, 101).features();
        GaussianMixtureOptions diagonal = DEFAULTS.withComponents(4).withCovariance(Covariance.DIAGONAL);
        Clustering found = fit(diagonal, x);
        Clustering searched = fit(diagonal.withSearch(Search.LIKELIHOOD), x);
        assertEquals(fit(diagonal.withSearch(Search.K_MEANS), x).labels(), found.labels());
        assertNotEquals(searched.labels(), found.labels());
        assertTrue(mixture(found).bic() - mixture(searched).bic() < 20);
    }

    @Test
    void the_search_is_kept_where_it_gains_more() {
        Matrix x = MixtureDesigns.table(Design.CORRELATED, 101).features();
        GaussianMixtureOptions full = DEFAULTS.withComponents(4).withCovariance(Covariance.FULL);
        double bic = mixture(fit(full, x)).bic();
        assertTrue(bic < mixture(fit(full.withSearch(Search.K_MEANS), x)).bic() - 20);
    }

    static Stream<Arguments> numbers() {
        Matrix credit = credit("Expenses", "Amount", "Price");
        return Stream.of(
                Arguments.of("NUMBERS", MixtureDesigns.table(Design.NUMBERS, 0).features()),
                Arguments.of(
                        "CORRELATED", MixtureDesigns.table(Design.CORRELATED, 0).features()),
                Arguments.of("credit", credit));
    }

    /** Numbers of the credit customers that no tenth of them share, as z-scores. */
    private static Matrix credit(String... names) {
        CustomerTable customers = CreditReference.customers();
        Matrix x = Matrix.wrap(customers.rows(), names.length, new double[customers.rows() * names.length]);
        for (int j = 0; j < names.length; j++) {
            double[] values = ((NumericColumn) customers.column(names[j]).orElseThrow()).values();
            double mean = Arrays.stream(values).average().orElseThrow();
            double variance = Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow();
            for (int i = 0; i < values.length; i++) {
                x.values()[i * names.length + j] = (values[i] - mean) / Math.sqrt(variance);
            }
        }
        return x;
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void more_components_are_never_less_likely_on_numbers(String name, Matrix x) {
        for (CovarianceChoice covariance :
                new CovarianceChoice[] {CovarianceChoice.AUTOMATIC, CovarianceChoice.FULL, CovarianceChoice.DIAGONAL}) {
            double previous = Double.NEGATIVE_INFINITY;
            for (int k = 1; k <= 6; k++) {
                GaussianMixtureOptions options = covariance == CovarianceChoice.AUTOMATIC
                        ? DEFAULTS
                        : DEFAULTS.withCovariance(Covariance.valueOf(covariance.name()));
                double likelihood = mixture(fit(options.withComponents(k), x)).logLikelihood();
                assertTrue(likelihood >= previous, name + ", " + k + ": " + likelihood + " after " + previous);
                previous = likelihood;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBERS, full, FULL",
        "NUMBERS, diag, DIAGONAL",
        "NUMBERS, spherical, SPHERICAL",
        "CORRELATED, full, FULL"
    })
    void numbers_are_at_least_as_likely_as_from_a_single_start_of_scikit_learn(
            Design design, String form, Covariance covariance) {
        for (String[] line : Samples.table("mixture_designs.csv")) {
            if (line[0].startsWith(design + "_") && line[1].equals(form)) {
                int seed = Integer.parseInt(line[0].substring(line[0].indexOf('_') + 1));
                Matrix x = MixtureDesigns.table(design, seed).features();
                GaussianMixtureOptions options =
                        DEFAULTS.withComponents(design.segments).withCovariance(covariance);
                double own = mixture(fit(options, x)).logLikelihood();
                assertTrue(own >= Double.parseDouble(line[4]) - 1e-3, line[0] + ": " + own + ", " + line[4]);
            }
        }
    }

    /** Points near 0, 10 and 200; scikit-learn 1.2.1 finds 10, 10 and 10. */
    @ParameterizedTest
    @EnumSource(
            value = Covariance.class,
            names = {"FULL", "DIAGONAL", "SPHERICAL"})
    void whole_numbers_near_three_points_are_three_segments(Covariance covariance) {
        Matrix x = wholeNumbers();
        assertArrayEquals(
                new int[] {10, 10, 10},
                fit(DEFAULTS.withComponents(3), x).labels().sizes());
        assertArrayEquals(
                new int[] {10, 10, 10},
                fit(DEFAULTS.withComponents(3).withCovariance(covariance), x)
                        .labels()
                        .sizes());
    }

    private static Matrix wholeNumbers() {
        int[] near0 = {2, 0, 2, 0, 3, 0, 0, 2, 0, 3};
        int[] near10 = {11, 10, 10, 10, 10, 13, 11, 10, 11, 11};
        int[] near200 = {203, 200, 201, 203, 201, 200, 201, 202, 200, 203};
        return Samples.column(Stream.of(near0, near10, near200)
                .flatMapToInt(Arrays::stream)
                .asDoubleStream()
                .toArray());
    }

    @Test
    void bic_does_not_make_a_segment_of_each_value_of_visits() {
        Random random = new Random(7);
        Matrix visits = Samples.column(IntStream.range(0, 300)
                .mapToDouble(i -> 1 + Math.floor(-2 * Math.log(1 - random.nextDouble())))
                .toArray());
        Clustering chosen = fit(DEFAULTS.withComponents(10).withChoice(Choice.BIC), visits);
        assertTrue(chosen.model().segments() < 7, chosen.model().segments() + " segments");
        assertEquals(List.of(), Spikes.warnings(chosen, visits, DEFAULTS.regularization(), List.of("visits")));
    }

    @Test
    void spikes_are_named_with_segment_customers_and_column() {
        Matrix x = wholeNumbers();
        Clustering spiked =
                fit(DEFAULTS.withComponents(3).withCovariance(Covariance.FULL).withSearch(Search.LIKELIHOOD), x);
        List<String> warnings = Spikes.warnings(spiked, x, 1e-6, List.of("points"));
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).contains("segment 3 (5 customers) in 'points'"), warnings::toString);
        assertTrue(warnings.get(0).contains("lower 'Components'"), warnings::toString);
    }

    @Test
    void bic_that_takes_the_largest_number_says_so() {
        Matrix x = MixtureDesigns.table(Design.NUMBERS, 0).features();
        Clustering chosen = fit(DEFAULTS.withComponents(2).withChoice(Choice.BIC), x);
        assertTrue(chosen.warnings().get(0).contains("2 components, the largest number"), chosen.warnings()::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 6, 4, FULL",
        "400, 10, 4, DIAGONAL",
        "400, 40, 4, SPHERICAL",
        "300, 5000, 5, SPHERICAL",
        "4000, 30, 4, FULL",
        "1000000, 60, 5, DIAGONAL"
    })
    void automatic_covariance_is_the_richest_that_rows_and_time_allow(int n, int d, int k, Covariance form) {
        assertEquals(form, DEFAULTS.withComponents(k).form(n, d));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 2000})
    void five_thousand_columns_take_seconds(int rows) {
        assertTrue(Algorithms.GAUSSIAN_MIXTURE
                        .estimate(DEFAULTS, new DataSize(rows, 5000, 2))
                        .seconds()
                < 120);
    }
}
