package org.tessera.engine.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;

/** The Dunn index by hand, by its definition, and where nothing or too much is there. */
class DunnTest {

    private static final RunContext RUN = RunContext.of(1);

    @Test
    void four_points_by_hand() {
        Dunn.Result result = dunn(Labels.of(0, 0, 1, 1), 0, 1, 10, 12);
        assertEquals(9 / 2.0, result.overall());
        assertArrayEquals(new double[] {4.5, 4.5}, result.perSegment());
        assertEquals("", result.undefined());
    }

    @Test
    void the_segment_nearest_to_another_has_the_smallest_value() {
        Dunn.Result result = dunn(Labels.of(0, 0, 1, 1, 2, 2), 0, 4, 6, 7, 17, 18);
        assertArrayEquals(new double[] {2 / 4.0, 2 / 4.0, 10 / 4.0}, result.perSegment());
        assertEquals(0.5, result.overall());
    }

    @Test
    void manhattan_distance_by_hand() {
        Matrix x = Matrix.of(new double[] {0, 0}, new double[] {1, 1}, new double[] {5, 5}, new double[] {6, 7});
        Labels labels = Labels.of(0, 0, 1, 1);
        MetricOptions manhattan = MetricOptions.defaults().withDistance(Distance.MANHATTAN);
        assertEquals(8 / 3.0, Dunn.of(x, labels, manhattan, RUN).overall());
        assertEquals(
                Math.sqrt(32) / Math.sqrt(5),
                Dunn.of(x, labels, NoisePolicy.LEAVE_OUT, RUN).overall());
    }

    @Test
    void a_singleton_has_a_gap_but_no_width() {
        Dunn.Result result = dunn(Labels.of(0, 0, 0, 1), 0, 1, 10, 11);
        assertEquals(1 / 10.0, result.overall());
    }

    @Test
    void noise_is_left_out_or_one_more_segment() {
        Matrix x = Matrix.wrap(6, 1, new double[] {0, 1, 10, 11, 100, 5});
        Labels labels = Labels.of(0, 0, 1, 1, Labels.NOISE, Labels.NOISE);
        assertEquals(9, Dunn.of(x, labels, NoisePolicy.LEAVE_OUT, RUN).overall());
        Dunn.Result own = Dunn.of(x, labels, NoisePolicy.OWN_SEGMENT, RUN);
        assertEquals(4 / 95.0, own.overall());
        assertArrayEquals(new double[] {4 / 95.0, 5 / 95.0, 4 / 95.0}, own.perSegment());
    }

    @Test
    void equal_rows_in_two_segments_give_zero() {
        Dunn.Result result = dunn(Labels.of(0, 0, 1, 1, 2, 2), 0, 3, 3, 4, 20, 21);
        assertEquals(0, result.overall());
        assertArrayEquals(new double[] {0, 0, 16 / 3.0}, result.perSegment());
    }

    @Test
    void without_any_width_it_is_undefined_and_says_so() {
        for (double[] values : new double[][] {{0, 0, 5, 5}, {0, 0, 0, 0}}) {
            Dunn.Result result = dunn(Labels.of(0, 0, 1, 1), values);
            assertTrue(Double.isNaN(result.overall()) && Double.isNaN(result.perSegment()[1]));
            assertEquals(
                    "The Dunn index needs a segment with rows that differ, but the rows of every segment are equal",
                    result.undefined());
        }
        assertTrue(Double.isNaN(dunn(Labels.of(0, 1, 2, 3), 0, 1, 10, 11).overall()));
    }

    @Test
    void coincident_centroids_offsets_and_scales_cost_nothing() {
        assertEquals(1 / 4.0, dunn(Labels.of(0, 0, 1, 1), -1, 1, -2, 2).overall());
        double offset = 1e8;
        assertEquals(
                9,
                dunn(Labels.of(0, 0, 1, 1), offset, offset + 1, offset + 10, offset + 11)
                        .overall());
        for (double scale : new double[] {1e150, 1e154, 1e300, 1e-150, 1e-170, 1e-300}) {
            double scaled = dunn(Labels.of(0, 0, 1, 1), 0, scale, 10 * scale, 11 * scale)
                    .overall();
            assertEquals(9, scaled, 1e-13);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 7, 255, 256, 257, 300, 511, 513, 1100})
    void equals_its_definition_around_the_borders_of_tiles(int n) {
        Matrix x = gaussian(n, 5);
        int k = Math.min(4, n - 1);
        int[] raw = new int[n];
        Arrays.setAll(raw, i -> i < k ? i : (i * 7 + i / 3) % k);
        Labels labels = Labels.of(raw);
        double[] expected = byDefinition(x, labels);
        double[] actual = Dunn.of(x, labels, NoisePolicy.LEAVE_OUT, RUN).perSegment();
        assertArrayEquals(expected, actual, 1e-14);
    }

    @Test
    void above_the_limit_it_is_left_out_with_the_remedy() {
        Labels labels = Labels.of(0, 0, 1, 1, Labels.NOISE);
        Matrix x = Matrix.wrap(5, 1, new double[] {0, 1, 10, 12, 50});
        MetricOptions options = MetricOptions.defaults().withExactUpTo(4);
        Dunn.Result result = Dunn.of(x, labels, options, RUN);
        assertTrue(Double.isNaN(result.overall()));
        assertEquals(
                "The Dunn index compares all pairs of customers and cannot be estimated, so it is left out above 4"
                        + " customers, but there are 5: raise the limit for exact values to get it",
                result.undefined());
        assertEquals(4.5, Dunn.of(x, labels, options.withExactUpTo(5), RUN).overall());
    }

    @Test
    void cancel_stops_it() {
        RunContext canceled = RUN.withCancel(() -> true);
        Labels labels = Labels.of(0, 0, 1, 1);
        Matrix x = gaussian(4, 2);
        assertThrows(RunCanceledException.class, () -> Dunn.of(x, labels, NoisePolicy.LEAVE_OUT, canceled));
    }

    private static Dunn.Result dunn(Labels labels, double... values) {
        return Dunn.of(Matrix.wrap(values.length, 1, values), labels, NoisePolicy.LEAVE_OUT, RUN);
    }

    private static Matrix gaussian(int n, int d) {
        RandomStream random = RandomStream.of(n, 0);
        double[] values = new double[n * d];
        Arrays.setAll(values, i -> random.nextGaussian());
        return Matrix.wrap(n, d, values);
    }

    private static double[] byDefinition(Matrix x, Labels labels) {
        int d = x.columns();
        double[] gaps = new double[labels.segments()];
        Arrays.fill(gaps, Double.POSITIVE_INFINITY);
        double width = 0;
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.rows(); j++) {
                double distance = Distance.EUCLIDEAN.between(x.values(), i * d, x.values(), j * d, d);
                if (labels.at(i) == labels.at(j)) {
                    width = Math.max(width, distance);
                } else {
                    gaps[labels.at(i)] = Math.min(gaps[labels.at(i)], distance);
                }
            }
        }
        double widest = width;
        return Arrays.stream(gaps).map(gap -> gap / widest).toArray();
    }
}
