package org.tessera.engine.cluster.mixture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Choice;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.reference.CreditReference;
import org.tessera.engine.reference.SharedReference;
import org.tessera.engine.run.RunContext;

/**
 * From the segments that scikit-learn 1.2.1 starts from, every weight, mean and covariance of its mixture to 1e-6; the
 * oracles are made by {@code mixture_oracle.py} beside them.
 */
class ScikitLearnMixtureTest {

    private static final double RELATIVE = 1e-6;
    private static final RunContext RUN = RunContext.of(1);

    @ParameterizedTest
    @CsvSource({
        "kmeans_4, FULL", "kmeans_4, DIAGONAL", "kmeans_4, TIED", "kmeans_4, SPHERICAL",
        "kmeans_5, FULL", "kmeans_5, DIAGONAL", "kmeans_5, TIED", "kmeans_5, SPHERICAL"
    })
    void the_same_start_ends_in_the_same_mixture_of_credit_customers(String labels, Covariance covariance) {
        compare("credit", labels, covariance, CreditReference.features(), CreditReference.labels(labels));
    }

    @ParameterizedTest
    @CsvSource({
        "kmeans_3, FULL", "kmeans_3, DIAGONAL", "kmeans_3, TIED", "kmeans_3, SPHERICAL",
        "kmeans_5, FULL", "kmeans_5, DIAGONAL", "kmeans_5, TIED", "kmeans_5, SPHERICAL"
    })
    void the_same_start_ends_in_the_same_mixture_of_wholesale_customers(String labels, Covariance covariance) {
        Matrix x = SharedReference.features("wholesale");
        Labels start = SharedReference.labels("wholesale_labels.csv", labels);
        compare("wholesale", labels, covariance, x, start);
    }

    private static void compare(String set, String labels, Covariance covariance, Matrix x, Labels start) {
        GaussianMixtureOptions options =
                new GaussianMixtureOptions(start.segments(), Choice.FIXED, covariance, 1, 10_000, 1e-13, 1e-6);
        Clustering clustering = new GaussianMixture(options).fitFrom(x, start.toArray(), RUN);
        MixtureModel model = (MixtureModel) clustering.model();
        Oracle oracle = new Oracle("mixture_" + set + "_" + labels + ".csv", covariance);
        assertEquals(start.segments(), model.segments());
        int[] order = byWeight(model);
        double[] weights = oracle.values("weights");
        double[] means = oracle.values("means");
        double[] covariances = oracle.values("covariances");
        assertClose(oracle.values("likelihood")[0], model.logLikelihood(), 0);
        for (int c = 0; c < order.length; c++) {
            double[] own = model.covariances()[covariance == Covariance.TIED ? 0 : order[c]];
            double[] expected = covariance == Covariance.TIED
                    ? covariances
                    : Arrays.copyOfRange(covariances, c * own.length, (c + 1) * own.length);
            assertClose(weights[c], model.weights()[order[c]], 0);
            for (int j = 0; j < x.columns(); j++) {
                double deviation = Math.sqrt(variance(covariance, expected, j, x.columns()));
                assertClose(means[c * x.columns() + j], model.means().at(order[c], j), deviation);
            }
            assertCovariances(covariance, expected, own, x.columns());
        }
    }

    /** A covariance counts against the deviations of its two features: where they are independent it is rounding alone. */
    private static void assertCovariances(Covariance covariance, double[] expected, double[] own, int d) {
        for (int i = 0; i < own.length; i++) {
            boolean matrix = own.length == d * d;
            double scale = matrix
                    ? Math.sqrt(variance(covariance, expected, i / d, d) * variance(covariance, expected, i % d, d))
                    : 0;
            assertClose(expected[i], own[i], scale);
        }
    }

    private static double variance(Covariance covariance, double[] values, int j, int d) {
        return switch (covariance) {
            case FULL, TIED -> values[j * d + j];
            case DIAGONAL -> values[j];
            case SPHERICAL -> values[0];
        };
    }

    private static int[] byWeight(MixtureModel model) {
        return IntStream.range(0, model.segments())
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -model.weights()[c]))
                .mapToInt(c -> c)
                .toArray();
    }

    private static void assertClose(double expected, double actual, double scale) {
        double tolerance = RELATIVE * Math.max(Math.abs(expected), scale);
        assertTrue(Math.abs(actual - expected) <= tolerance, () -> actual + " instead of " + expected);
    }

    /** The lines of a covariance: covariance, parameter, iterations, values. */
    private record Oracle(String file, Covariance covariance) {

        private String[] line(String parameter) {
            String form = covariance == Covariance.DIAGONAL
                    ? "diag"
                    : covariance.name().toLowerCase(Locale.ROOT);
            return Samples.table(file).stream()
                    .filter(row -> row[0].equals(form) && row[1].equals(parameter))
                    .findFirst()
                    .orElseThrow();
        }

        double[] values(String parameter) {
            return Arrays.stream(line(parameter))
                    .skip(3)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }
}
