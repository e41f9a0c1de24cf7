package org.tessera.engine.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** Values of segments, the size and the rows of a sample, and its standard error, worked out by hand. */
class SilhouettePartsTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final NoisePolicy LEAVE_OUT = NoisePolicy.LEAVE_OUT;

    @Test
    void a_segment_has_the_mean_of_its_rows() {
        Silhouette.Result result = Silhouette.of(column(0, 1, 10, 12, 11), Labels.of(0, 0, 1, 1, 1), LEAVE_OUT, RUN);
        double[] rows = {1 - 1 / 11.0, 1 - 1 / 10.0, 1 - 1.5 / 9.5, 1 - 1.5 / 11.5, 1 - 1 / 10.5};
        assertArrayEquals(rows, result.perRow(), 1e-15);
        assertArrayEquals(
                new double[] {(rows[0] + rows[1]) / 2, (rows[2] + rows[3] + rows[4]) / 3}, result.perSegment(), 1e-15);
        assertEquals(Arrays.stream(rows).sum() / 5, result.overall(), 1e-15);
    }

    @Test
    void is_exact_at_the_limit_and_estimated_above_it() {
        Matrix x = gaussian(60);
        Labels labels = Labels.of(thirds(60));
        MetricOptions options = new MetricOptions(LEAVE_OUT, Distance.EUCLIDEAN, 60, 6);
        Silhouette.Result exact = Silhouette.of(x, labels, options, RUN);
        assertEquals(0, exact.sampledRows());
        assertTrue(Double.isNaN(exact.standardError()));
        Silhouette.Result sampled = Silhouette.of(x, labels, options.withExactUpTo(59), RUN);
        assertEquals(30, sampled.sampledRows(), "10 rows of each of 3 segments, or 59 * 59 / 2 / 60 = 29 in all");
        assertTrue(sampled.standardError() > 0);
    }

    /** Pairs of the limit's rows, 0.5 * 20,000², over n, but at least 2,000 and at most all rows. */
    @Test
    void a_sample_costs_as_much_as_the_largest_exact_silhouette() {
        MetricOptions options = MetricOptions.defaults();
        assertEquals(8_000, SilhouetteSample.size(25_000, options));
        assertEquals(4_000, SilhouetteSample.size(50_000, options));
        assertEquals(2_000, SilhouetteSample.size(100_000, options));
        assertEquals(2_000, SilhouetteSample.size(1_000_000, options));
        assertEquals(3, SilhouetteSample.size(3, options.withExactUpTo(2)));
    }

    @Test
    void a_sample_takes_its_share_of_every_segment_and_no_row_twice() {
        int[] starts = {0, 100, 300, 304, 1000};
        int[] order = RandomStream.of(2, 0).permutation(1000);
        for (int size : new int[] {100, 500, 800, 1000}) {
            int[] sample = SilhouetteSample.draw(gaussian(1000), order, starts, size, RUN);
            assertArrayEquals(Arrays.stream(sample).sorted().distinct().toArray(), sample, "ascending and different");
            for (int g = 0; g < 4; g++) {
                int from = starts[g];
                int to = starts[g + 1];
                long share = Math.min(to - from, Math.max(10, Math.round((to - from) * size / 1000.0)));
                assertEquals(
                        share,
                        Arrays.stream(sample).filter(i -> i >= from && i < to).count());
            }
        }
    }

    @Test
    void equal_customers_are_chosen_as_often_as_others() {
        int[] order = new int[400];
        Arrays.setAll(order, i -> i);
        int first = 0;
        for (int seed = 0; seed < 200; seed++) {
            int[] sample = SilhouetteSample.draw(
                    Matrix.wrap(400, 1, new double[400]), order, new int[] {0, 400}, 40, RunContext.of(seed));
            assertEquals(40, sample.length);
            first += (int) Arrays.stream(sample).filter(i -> i < 200).count();
        }
        assertEquals(4000, first, 4 * Math.sqrt(8000 * 0.25), "half of 200 samples of 40");
    }

    @Test
    void zero_and_minus_zero_are_the_same_customer() {
        double[] values = gaussian(200).values();
        values[17] = 0.0;
        values[60] = 0.0;
        double[] negative = values.clone();
        negative[17] = -0.0;
        int[] order = new int[200];
        Arrays.setAll(order, i -> i);
        int[] starts = {0, 200};
        assertArrayEquals(
                SilhouetteSample.draw(Matrix.wrap(200, 1, values), order, starts, 100, RUN),
                SilhouetteSample.draw(Matrix.wrap(200, 1, negative), order, starts, 100, RUN));
    }

    /** Segments of 4 and 6 rows: means 0.2 and 0.7, variances 0.02 and 0.04, half of either segment measured. */
    @Test
    void the_standard_error_of_two_segments_by_hand() {
        Groups groups = Groups.of(gaussian(12), Labels.of(0, 0, 0, 0, 1, 1, 1, 1, 1, 1, -1, -1), LEAVE_OUT);
        SilhouetteSummary summary = new SilhouetteSummary(2);
        for (double value : new double[] {0.1, 0.3}) {
            summary.add(0, value);
        }
        for (double value : new double[] {0.5, 0.9, 0.7}) {
            summary.add(1, value);
        }
        assertArrayEquals(new double[] {0.2, 0.7}, summary.perGroup(), 1e-15);
        assertEquals((4 * 0.2 + 6 * 0.7) / 10, summary.overall(groups), 1e-15);
        double first = 0.4 * 0.4 * (0.02 / 2) * (1 - 2 / 4.0);
        double second = 0.6 * 0.6 * (0.04 / 3) * (1 - 3 / 6.0);
        assertEquals(Math.sqrt(first + second), summary.standardError(groups), 1e-15);
    }

    @Test
    void a_segment_that_was_measured_in_full_adds_no_error() {
        Groups groups = Groups.of(gaussian(6), Labels.of(0, 0, 1, 1, 1, 1), LEAVE_OUT);
        SilhouetteSummary summary = new SilhouetteSummary(2);
        summary.add(0, -0.5);
        summary.add(0, 0.9);
        summary.add(1, 0.1);
        summary.add(1, 0.3);
        assertEquals(4 / 6.0 * Math.sqrt(0.02 / 2 / 2), summary.standardError(groups), 1e-15);
    }

    private static int[] thirds(int n) {
        int[] labels = new int[n];
        Arrays.setAll(labels, i -> i % 3);
        return labels;
    }

    private static Matrix gaussian(int n) {
        RandomStream random = RandomStream.of(n, 0);
        double[] values = new double[n];
        Arrays.setAll(values, i -> random.nextGaussian());
        return Matrix.wrap(n, 1, values);
    }

    private static Matrix column(double... values) {
        return Matrix.wrap(values.length, 1, values);
    }
}
