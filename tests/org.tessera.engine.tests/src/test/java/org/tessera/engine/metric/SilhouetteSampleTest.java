package org.tessera.engine.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.reference.CreditReference;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** An estimated silhouette's 95 % interval covers the exact value in about 95 of 100 samples. */
@Tag("slow")
class SilhouetteSampleTest {

    private static final int SEEDS = 200;

    /** Of two-sided 95 % of a normal distribution. */
    private static final double QUANTILE = 1.959963984540054;

    @Test
    void interval_covers_the_truth_on_overlapping_segments_of_unequal_size() {
        int n = 3000;
        RandomStream random = RandomStream.of(11, 0);
        double[] values = new double[n * 3];
        int[] raw = new int[n];
        for (int i = 0; i < n; i++) {
            raw[i] = i < 4 ? i : random.nextInt(100) < 70 ? 0 : 1 + random.nextInt(3);
            for (int j = 0; j < 3; j++) {
                values[i * 3 + j] = random.nextGaussian() * (1 + raw[i]) + (raw[i] == j ? 4 : 0);
            }
        }
        assertCoverage(Matrix.wrap(n, 3, values), Labels.of(raw), 300);
    }

    @Test
    void interval_covers_the_truth_on_the_credit_customers() {
        assertCoverage(CreditReference.features(), CreditReference.labels("kmeans_5"), 200);
    }

    private static void assertCoverage(Matrix x, Labels labels, int sampleRows) {
        double exact = Silhouette.of(x, labels, NoisePolicy.LEAVE_OUT, RunContext.of(1))
                .overall();
        MetricOptions options = new MetricOptions(NoisePolicy.LEAVE_OUT, Distance.EUCLIDEAN, 2, sampleRows);
        int covered = 0;
        double claimed = 0;
        double squares = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Silhouette.Result sampled = Silhouette.of(x, labels, options, RunContext.of(seed));
            double error = sampled.overall() - exact;
            covered += Math.abs(error) <= QUANTILE * sampled.standardError() ? 1 : 0;
            claimed += sampled.standardError() / SEEDS;
            squares += error * error / SEEDS;
        }
        String found = covered + " of " + SEEDS + " intervals cover " + exact + ", standard error " + claimed
                + ", error " + Math.sqrt(squares);
        assertTrue(covered >= 0.92 * SEEDS && covered < SEEDS, found);
        assertEquals(claimed, Math.sqrt(squares), 0.15 * claimed, found);
    }
}
