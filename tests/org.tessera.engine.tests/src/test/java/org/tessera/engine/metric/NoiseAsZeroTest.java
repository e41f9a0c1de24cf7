package org.tessera.engine.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.reference.CreditReference;
import org.tessera.engine.run.RunContext;

/** Noise that counts as silhouette 0; oracle: silhouette_samples of scikit-learn 1.2.1 with the noise rows set to 0. */
class NoiseAsZeroTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final MetricOptions ZERO = MetricOptions.defaults().withNoise(NoisePolicy.ZERO);

    /** Two pairs and two noise rows. By hand 1 - 1/10.5, 1 - 1/9.5 and the same again: 0.8997 each. */
    private static final Matrix X = Matrix.wrap(6, 1, new double[] {0, 1, 5, 10, 11, 100});

    private static final Labels LABELS = Labels.of(0, 0, -1, 1, 1, -1);

    @Test
    void noise_lowers_the_mean_and_leaves_the_segments_alone() {
        Silhouette.Result zero = Silhouette.of(X, LABELS, ZERO, RUN);
        double outer = 1 - 1 / 10.5;
        double inner = 1 - 1 / 9.5;
        assertEquals((2 * outer + 2 * inner) / 6, zero.overall(), 1e-15);
        assertArrayEquals(new double[] {outer, inner, 0, inner, outer, 0}, zero.perRow(), 1e-15);
        assertArrayEquals(Silhouette.of(X, LABELS, NoisePolicy.LEAVE_OUT, RUN).perSegment(), zero.perSegment(), 0);
    }

    @Test
    void without_noise_nothing_changes() {
        Labels labels = Labels.of(0, 0, 0, 1, 1, 1);
        assertEquals(
                Silhouette.of(X, labels, NoisePolicy.LEAVE_OUT, RUN).overall(),
                Silhouette.of(X, labels, ZERO, RUN).overall());
    }

    @Test
    void metrics_without_a_value_per_row_leave_noise_out() {
        for (Metric metric : new Metric[] {DaviesBouldin.METRIC, CalinskiHarabasz.METRIC, Dunn.METRIC}) {
            assertEquals(
                    metric.measure(X, LABELS, MetricOptions.defaults(), RUN).overall(),
                    metric.measure(X, LABELS, ZERO, RUN).overall());
        }
    }

    @Test
    void a_sampled_estimate_and_its_error_shrink_alike() {
        Matrix x = CreditReference.features();
        Labels labels = CreditReference.labels("dbscan_1.0");
        MetricOptions sample = new MetricOptions(NoisePolicy.LEAVE_OUT, Distance.EUCLIDEAN, 2, 500);
        Silhouette.Result left = Silhouette.of(x, labels, sample, RUN);
        Silhouette.Result zero = Silhouette.of(x, labels, sample.withNoise(NoisePolicy.ZERO), RUN);
        double counted = 1 - (double) labels.noise() / labels.size();
        assertEquals(counted * left.overall(), zero.overall(), 1e-15);
        assertEquals(counted * left.standardError(), zero.standardError(), 1e-15);
    }
}
