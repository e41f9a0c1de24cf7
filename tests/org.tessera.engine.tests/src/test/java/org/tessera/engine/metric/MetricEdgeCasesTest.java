package org.tessera.engine.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RunContext;

/** Values from scikit-learn 1.2.1 or worked out by hand, on input small enough to check on paper. */
class MetricEdgeCasesTest {

    private static final double EPS = 1e-12;
    private static final RunContext RUN = RunContext.of(1).withThreads(1);
    private static final double[] HAND = {0, 1, 10, 11};

    @Test
    void four_points_by_hand() {
        assertMetrics(HAND, Labels.of(0, 0, 1, 1), 0.899749373433584, 0.1, 200);
        Silhouette.Result silhouette = silhouette(column(HAND), Labels.of(0, 0, 1, 1));
        assertArrayEquals(new double[] {19 / 21.0, 17 / 19.0, 17 / 19.0, 19 / 21.0}, silhouette.perRow(), EPS);
        assertEquals(0, silhouette.sampledRows());
        assertTrue(Double.isNaN(silhouette.standardError()));
    }

    @Test
    void six_points_in_the_plane() {
        Matrix x = Matrix.of(
                new double[] {0, 0},
                new double[] {0, 1},
                new double[] {1, 0},
                new double[] {4, 4},
                new double[] {5, 4},
                new double[] {4, 6});
        Labels labels = Labels.of(0, 0, 0, 1, 1, 1);
        double within =
                WithinSumOfSquares.of(x, labels, NoisePolicy.LEAVE_OUT, RUN).overall();
        assertEquals(4 / 3.0 + 2 / 3.0 + 8 / 3.0, within, EPS);
        double between = 3 * (4 * 4 + (13 / 3.0) * (13 / 3.0)) / 2.0;
        double expected = between / (within / 4);
        assertEquals(
                expected,
                CalinskiHarabasz.of(x, labels, NoisePolicy.LEAVE_OUT, RUN).overall(),
                1e-9);
    }

    @Test
    void singleton_has_silhouette_zero() {
        assertMetrics(HAND, Labels.of(0, 0, 0, 1), 0.02631578947368421, 0.5757575757575757, 1.3296703296703296);
        double[] perRow = silhouette(column(HAND), Labels.of(0, 0, 0, 1)).perRow();
        assertArrayEquals(new double[] {0.5, 0.5, -0.8947368421052632, 0}, perRow, EPS);
        assertMetrics(HAND, Labels.of(0, 0, 1, 2), 0.4472222222222222, 0.050960735171261484, 100.5);
    }

    @Test
    void noise_may_be_a_segment_or_be_left_out() {
        Matrix x = column(0, 1, 10, 11, 100);
        Labels labels = Labels.of(0, 0, 1, 1, Labels.NOISE);
        assertEquals(
                0.7197994987468672,
                Silhouette.of(x, labels, NoisePolicy.OWN_SEGMENT, RUN).overall(),
                EPS);
        assertEquals(
                0.06852886405959031,
                DaviesBouldin.of(x, labels, NoisePolicy.OWN_SEGMENT, RUN).overall(),
                EPS);
        assertEquals(
                7244.2,
                CalinskiHarabasz.of(x, labels, NoisePolicy.OWN_SEGMENT, RUN).overall(),
                1e-9);
        assertEquals(3, Silhouette.of(x, labels, NoisePolicy.OWN_SEGMENT, RUN).perSegment().length);
        Silhouette.Result left = silhouette(x, labels);
        assertEquals(0.899749373433584, left.overall(), EPS);
        assertEquals(2, left.perSegment().length);
        assertTrue(Double.isNaN(left.perRow()[4]));
    }

    @Test
    void duplicates_and_coincident_centroids() {
        assertMetrics(new double[] {0, 0, 0, 0}, Labels.of(0, 0, 1, 1), 0, 0, 1);
        assertMetrics(new double[] {0.1, 0.1, 0.1, 0.1, 0.1}, Labels.of(0, 0, 0, 1, 1), 0, 0, 1);
        assertMetrics(new double[] {0, 0, 0, 0, 5, 5}, Labels.of(0, 0, 1, 1, 2, 2), 1 / 3.0, 0, 1);
        assertMetrics(new double[] {0, 0, 5, 5}, Labels.of(0, 0, 1, 1), 1, 0, 1);
        assertMetrics(new double[] {-1, 1, -2, 2}, Labels.of(0, 0, 1, 1), -0.25, 0, 0);
    }

    @Test
    void offset_costs_no_digits_where_scikit_learn_gives_1() {
        double[] far = {1e8, 1e8 + 1, 1e8 + 10, 1e8 + 11};
        assertMetrics(far, Labels.of(0, 0, 1, 1), 0.899749373433584, 0.1, 200);
    }

    @Test
    void extreme_scales_do_not_overflow_where_scikit_learn_gives_nan() {
        for (double scale : new double[] {1e154, 1e300, 1e-170, 1e-300}) {
            double[] scaled = {0, scale, 10 * scale, 11 * scale};
            assertMetrics(scaled, Labels.of(0, 0, 1, 1), 0.899749373433584, 0.1, 200);
        }
    }

    @Test
    void one_segment_is_undefined_and_says_so() {
        Labels one = Labels.of(0, 0, 0, 0);
        for (Metric metric : List.of(Silhouette.METRIC, DaviesBouldin.METRIC, CalinskiHarabasz.METRIC, Dunn.METRIC)) {
            MetricResult result = metric.measure(column(HAND), one, MetricOptions.defaults(), RUN);
            assertTrue(Double.isNaN(result.overall()), metric.info().id());
            assertTrue(
                    result.undefined().endsWith("needs at least 2 segments, but there is only 1"), result.undefined());
        }
        WithinSumOfSquares.Result within = WithinSumOfSquares.of(column(HAND), one, NoisePolicy.LEAVE_OUT, RUN);
        assertEquals(101, within.overall(), EPS);
    }

    @Test
    void all_noise_and_no_rows_are_undefined_and_say_so() {
        Labels noise = Labels.of(-1, -1, -1, -1);
        for (Metric metric : List.of(
                Silhouette.METRIC,
                DaviesBouldin.METRIC,
                CalinskiHarabasz.METRIC,
                WithinSumOfSquares.METRIC,
                Dunn.METRIC)) {
            MetricResult result = metric.measure(column(HAND), noise, MetricOptions.defaults(), RUN);
            assertTrue(Double.isNaN(result.overall()), metric.info().id());
            assertTrue(result.undefined().endsWith("all 4 rows are noise"), result.undefined());
            MetricResult none =
                    metric.measure(Matrix.wrap(0, 1, new double[0]), Labels.of(), MetricOptions.defaults(), RUN);
            assertTrue(none.undefined().endsWith("there is no row"), none.undefined());
            MetricResult single = metric.measure(column(3), Labels.of(-1), MetricOptions.defaults(), RUN);
            assertTrue(single.undefined().endsWith("the only row is noise"), single.undefined());
        }
    }

    @Test
    void as_many_segments_as_rows() {
        Labels each = Labels.of(0, 1, 2, 3);
        assertEquals(0, silhouette(column(HAND), each).overall());
        assertEquals(
                0,
                DaviesBouldin.of(column(HAND), each, NoisePolicy.LEAVE_OUT, RUN).overall());
        CalinskiHarabasz.Result ratio = CalinskiHarabasz.of(column(HAND), each, NoisePolicy.LEAVE_OUT, RUN);
        assertTrue(Double.isNaN(ratio.overall()));
        assertEquals(
                "The Calinski-Harabasz index needs more rows than segments, but there are 4 of each",
                ratio.undefined());
    }

    @Test
    void manhattan_silhouette_by_hand() {
        Matrix x = Matrix.of(new double[] {0, 0}, new double[] {1, 1}, new double[] {5, 5}, new double[] {6, 6});
        double[] perRow = Silhouette.of(x, Labels.of(0, 0, 1, 1), Distance.MANHATTAN, NoisePolicy.LEAVE_OUT, RUN)
                .perRow();
        assertArrayEquals(new double[] {9 / 11.0, 7 / 9.0, 7 / 9.0, 9 / 11.0}, perRow, EPS);
    }

    @Test
    void segment_values_of_calinski_harabasz_are_the_segment_against_the_rest() {
        Matrix x = column(0, 1, 10, 11, 30, 32);
        double[] perSegment = CalinskiHarabasz.of(x, Labels.of(0, 0, 1, 1, 2, 2), NoisePolicy.LEAVE_OUT, RUN)
                .perSegment();
        double against = CalinskiHarabasz.of(x, Labels.of(1, 1, 0, 0, 1, 1), NoisePolicy.LEAVE_OUT, RUN)
                .overall();
        assertEquals(against, perSegment[1], 1e-9 * against);
    }

    @Test
    void wrong_input_is_named() {
        IllegalArgumentException lengths =
                assertThrows(IllegalArgumentException.class, () -> silhouette(column(HAND), Labels.of(0, 1)));
        assertEquals("2 labels for 4 rows: the numbers must be equal", lengths.getMessage());
        IllegalArgumentException nan =
                assertThrows(IllegalArgumentException.class, () -> silhouette(column(0, Double.NaN), Labels.of(0, 1)));
        assertTrue(nan.getMessage().contains("row 1, column 0"), nan.getMessage());
    }

    private static void assertMetrics(double[] x, Labels labels, double silhouette, double db, double ch) {
        Matrix matrix = column(x);
        assertEquals(silhouette, silhouette(matrix, labels).overall(), EPS);
        assertEquals(
                db, DaviesBouldin.of(matrix, labels, NoisePolicy.LEAVE_OUT, RUN).overall(), EPS);
        assertEquals(
                ch,
                CalinskiHarabasz.of(matrix, labels, NoisePolicy.LEAVE_OUT, RUN).overall(),
                EPS * (1 + ch));
    }

    private static Silhouette.Result silhouette(Matrix x, Labels labels) {
        return Silhouette.of(x, labels, NoisePolicy.LEAVE_OUT, RUN);
    }

    private static Matrix column(double... values) {
        return Matrix.wrap(values.length, 1, values);
    }
}
