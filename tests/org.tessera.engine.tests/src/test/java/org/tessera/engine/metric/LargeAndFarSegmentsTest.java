package org.tessera.engine.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.catalog.Metrics;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RunContext;

/** Tables of more rows than are summed at once, segments far from each other, and progress. */
class LargeAndFarSegmentsTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final NoisePolicy LEAVE_OUT = NoisePolicy.LEAVE_OUT;

    static Iterable<Metric> metrics() {
        return Metrics.all();
    }

    /** Two segments of -1 and 1 around 0 and around 10: centroids 0 and 10, every row 1 from its own. */
    @Test
    void rows_beyond_a_block_count_once() {
        for (int n : new int[] {4092, 4096, 4100, 12_288, 12_292}) {
            double[] values = new double[n];
            int[] raw = new int[n];
            Arrays.setAll(raw, i -> i / 2 % 2);
            Arrays.setAll(values, i -> 10 * raw[i] + (i % 2 == 0 ? -1 : 1));
            Matrix x = Matrix.wrap(n, 1, values);
            Labels labels = Labels.of(raw);
            assertArrayEquals(
                    new double[] {n / 2.0, n / 2.0},
                    WithinSumOfSquares.of(x, labels, LEAVE_OUT, RUN).perSegment());
            assertEquals(2 / 10.0, DaviesBouldin.of(x, labels, LEAVE_OUT, RUN).overall(), 1e-12);
            double between = n * 25.0;
            assertEquals(
                    between / (n / (n - 2.0)),
                    CalinskiHarabasz.of(x, labels, LEAVE_OUT, RUN).overall(),
                    1e-9 * n);
        }
    }

    /** The spread of a segment in units of 2 at 1e15, of another in units of 1/8 at 0, in the same columns. */
    @Test
    void segments_far_from_each_other_keep_the_digits_of_their_spread() {
        double far = 1e15;
        Matrix x = Matrix.of(
                new double[] {0.125, -far},
                new double[] {far, 0.25},
                new double[] {far + 2, 0.5},
                new double[] {0.375, -far - 2},
                new double[] {far + 4, 0.75});
        Labels labels = Labels.of(1, 0, 0, 1, 0);
        double[] sums = WithinSumOfSquares.of(x, labels, LEAVE_OUT, RUN).perSegment();
        assertArrayEquals(new double[] {8 + 0.125, 2 + 0.03125}, sums);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void noise_as_a_segment_changes_nothing_where_there_is_no_noise(Metric metric) {
        Matrix x = Matrix.wrap(6, 1, new double[] {0, 1, 3, 10, 11, 15});
        Labels labels = Labels.of(0, 0, 0, 1, 1, 1);
        MetricOptions options = MetricOptions.defaults();
        MetricResult left = metric.measure(x, labels, options, RUN);
        MetricResult own = metric.measure(x, labels, options.withNoise(NoisePolicy.OWN_SEGMENT), RUN);
        assertEquals(left.overall(), own.overall());
        assertArrayEquals(left.perSegment(), own.perSegment());
        assertEquals(2, own.perSegment().length);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void noise_as_a_segment_is_the_last_one(Metric metric) {
        Matrix x = Matrix.wrap(6, 1, new double[] {0, 1, 3, 10, 11, 15});
        MetricOptions own = MetricOptions.defaults().withNoise(NoisePolicy.OWN_SEGMENT);
        MetricResult noise = metric.measure(x, Labels.of(0, 0, 0, -1, -1, -1), own, RUN);
        MetricResult segment = metric.measure(x, Labels.of(0, 0, 0, 1, 1, 1), own, RUN);
        assertEquals(segment.overall(), noise.overall());
        assertArrayEquals(segment.perSegment(), noise.perSegment());
    }

    @Test
    void progress_of_all_pairs_rises_to_the_end_in_even_steps() {
        int n = 1000;
        double[] values = new double[n];
        int[] raw = new int[n];
        Arrays.setAll(values, i -> i);
        Arrays.setAll(raw, i -> i * 2 / n);
        Matrix x = Matrix.wrap(n, 1, values);
        Labels labels = Labels.of(raw);
        assertEvenSteps(
                7, "Silhouette: distances of all pairs of customers", run -> Silhouette.of(x, labels, LEAVE_OUT, run));
        assertEvenSteps(
                8, "Dunn index: distances of all pairs of customers", run -> Dunn.of(x, labels, LEAVE_OUT, run));
        MetricOptions sampled = new MetricOptions(LEAVE_OUT, Distance.EUCLIDEAN, 2, 320);
        assertEvenSteps(
                5, "Silhouette: distances of a sample to all customers", run -> Silhouette.of(x, labels, sampled, run));
    }

    private static void assertEvenSteps(int steps, String message, Consumer<RunContext> task) {
        ConcurrentSkipListSet<Double> heard = new ConcurrentSkipListSet<>();
        task.accept(RUN.withProgress((fraction, text) -> {
            assertEquals(message, text);
            heard.add(fraction);
        }));
        double[] expected = new double[steps];
        Arrays.setAll(expected, i -> (i + 1.0) / steps);
        assertArrayEquals(expected, heard.stream().mapToDouble(f -> f).toArray(), 1e-15, message);
        assertTrue(heard.last() == 1);
    }
}
