package org.tessera.engine.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.catalog.Metrics;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;

/** What must hold for every metric on any data. */
class MetricInvariantsTest {

    private static final int D = 7;
    private static final int K = 4;

    static Iterable<Metric> metrics() {
        return Metrics.all();
    }

    /** Metrics of which it is known how units and copies of rows change them; a new one needs not be among them. */
    static Iterable<Metric> scaled() {
        return List.of(
                Silhouette.METRIC,
                DaviesBouldin.METRIC,
                CalinskiHarabasz.METRIC,
                WithinSumOfSquares.METRIC,
                Dunn.METRIC);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void threads_do_not_change_a_bit(Metric metric) {
        Matrix x = blobs(1500, 1);
        Labels labels = labels(1500);
        MetricResult one = metric.measure(x, labels, exact(), RunContext.of(1).withThreads(1));
        for (int threads : new int[] {2, 3, 8}) {
            MetricResult many =
                    metric.measure(x, labels, exact(), RunContext.of(1).withThreads(threads));
            assertEquals(one.overall(), many.overall(), metric.info().id());
            assertArrayEquals(one.perSegment(), many.perSegment(), metric.info().id());
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void order_of_rows_changes_nothing_but_rounding(Metric metric) {
        Matrix x = blobs(1000, 2);
        Labels labels = labels(1000);
        int[] order = RandomStream.of(3, 0).permutation(1000);
        Labels shuffled = Labels.of(Arrays.stream(order).map(labels::at).toArray());
        MetricResult before = metric.measure(x, labels, exact(), RunContext.of(1));
        MetricResult after = metric.measure(x.select(order), shuffled, exact(), RunContext.of(1));
        assertEquals(before.overall(), after.overall(), 1e-12 * Math.abs(before.overall()));
        assertArrayEquals(before.perSegment(), after.perSegment(), 1e-10 * Math.abs(before.overall()));
    }

    /** The values are multiples of 2^-20, so that the offset rounds nothing. */
    @ParameterizedTest
    @MethodSource("metrics")
    void an_offset_of_1e8_costs_no_digits(Metric metric) {
        Labels labels = labels(600);
        double[] near = Arrays.stream(blobs(600, 4).values())
                .map(v -> Math.rint(v * (1 << 20)) / (1 << 20))
                .toArray();
        double[] far = Arrays.stream(near).map(v -> v + 1e8).toArray();
        MetricResult expected = metric.measure(Matrix.wrap(600, D, near), labels, exact(), RunContext.of(1));
        MetricResult actual = metric.measure(Matrix.wrap(600, D, far), labels, exact(), RunContext.of(1));
        assertEquals(
                expected.overall(),
                actual.overall(),
                1e-12 * Math.abs(expected.overall()),
                metric.info().id());
    }

    @ParameterizedTest
    @MethodSource("scaled")
    void scales_of_1e150_and_less_change_the_unit_only(Metric metric) {
        Matrix x = blobs(600, 4);
        Labels labels = labels(600);
        double expected = metric.measure(x, labels, exact(), RunContext.of(1)).overall();
        for (double scale : new double[] {1e150, 1e-150}) {
            Matrix scaled = Matrix.wrap(
                    600, D, Arrays.stream(x.values()).map(v -> v * scale).toArray());
            double unit = metric == WithinSumOfSquares.METRIC ? scale * scale : 1;
            double actual =
                    metric.measure(scaled, labels, exact(), RunContext.of(1)).overall() / unit;
            assertEquals(
                    expected, actual, 1e-11 * Math.abs(expected), metric.info().id());
        }
    }

    /** Values that are not exact in binary: distances of equal rows must be 0 nevertheless. */
    @ParameterizedTest
    @MethodSource("scaled")
    void every_row_three_times(Metric metric) {
        int n = 400;
        Matrix x = blobs(n, 5);
        int[] rows = new int[3 * n];
        Arrays.setAll(rows, i -> i % n);
        MetricResult once = metric.measure(x, labels(n), exact(), RunContext.of(1));
        MetricResult thrice = metric.measure(x.select(rows), pick(labels(n), rows), exact(), RunContext.of(1));
        double factor = 1;
        if (metric == WithinSumOfSquares.METRIC) {
            factor = 3;
        } else if (metric == CalinskiHarabasz.METRIC) {
            factor = (3.0 * n - K) / (n - K);
        } else if (metric == Silhouette.METRIC) {
            double[] perRow = tripled(x, labels(n));
            factor = Arrays.stream(perRow).average().orElseThrow() / once.overall();
        }
        assertEquals(
                factor * once.overall(),
                thrice.overall(),
                1e-12 * Math.abs(thrice.overall()),
                metric.info().id());
    }

    /** Silhouettes by definition when each row has two copies: own distances count three times, among one row more. */
    private static double[] tripled(Matrix x, Labels labels) {
        double[] silhouettes = new double[x.rows()];
        for (int i = 0; i < silhouettes.length; i++) {
            double[] sums = sums(x, labels, i, Distance.EUCLIDEAN);
            int own = labels.at(i);
            double a = 3 * sums[own] / (3 * labels.sizeOf(own) - 1);
            double b = nextMean(sums, labels, own);
            silhouettes[i] = (b - a) / Math.max(a, b);
        }
        return silhouettes;
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void knows_itself(Metric metric) {
        MetricInfo info = metric.info();
        assertSame(metric, Metrics.byId(info.id()));
        assertSame(info, metric.info());
        assertTrue(info.reference().matches(".*\\d{4}.*"), info.reference());
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void values_are_in_the_range(Metric metric) {
        for (int n : new int[] {K, 2 * K, 500}) {
            MetricResult result = metric.measure(blobs(n, 3), labels(n), exact(), RunContext.of(1));
            assertInRange(metric.info(), result.overall());
            Arrays.stream(result.perSegment()).forEach(value -> assertInRange(metric.info(), value));
            assertEquals(K, result.perSegment().length);
        }
    }

    private static void assertInRange(MetricInfo info, double value) {
        assertTrue(
                Double.isNaN(value)
                        || value >= info.range().lowest()
                                && value <= info.range().highest(),
                () -> info.id() + " is " + value);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void what_is_not_defined_is_nan_and_says_why(Metric metric) {
        Matrix x = blobs(4, 1);
        for (Labels labels : List.of(Labels.of(0, 0, 0, 0), Labels.of(0, 1, 2, 3), Labels.of(-1, -1, -1, -1))) {
            assertUndefinedOrSilent(metric.measure(x, labels, MetricOptions.defaults(), RunContext.of(1)));
        }
        MetricResult none = metric.measure(
                Matrix.wrap(0, D, new double[0]), Labels.of(), MetricOptions.defaults(), RunContext.of(1));
        assertUndefinedOrSilent(none);
        assertTrue(Double.isNaN(none.overall()), metric.info().id());
    }

    private static void assertUndefinedOrSilent(MetricResult result) {
        assertEquals(Double.isNaN(result.overall()), !result.undefined().isBlank(), result.undefined());
    }

    @Test
    void unknown_metric_names_those_there_are() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Metrics.byId("rand"));
        assertTrue(e.getMessage().startsWith("No metric 'rand': there are silhouette, davies-bouldin"), e.getMessage());
    }

    /** Around the borders of tiles, and with more tiles than the tournament's smallest round. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7, 8, 9, 16, 17, 63, 255, 257, 300, 2050, 2305})
    void silhouette_equals_its_definition(int n) {
        Matrix x = blobs(n, n);
        int k = Math.min(K, n);
        int[] raw = new int[n];
        Arrays.setAll(raw, i -> (i * 7 + i / 3) % k);
        raw[0] = 0;
        for (int s = 0; s < k; s++) {
            raw[s] = s;
        }
        Labels labels = Labels.of(raw);
        for (Distance distance : Distance.values()) {
            double[] expected = byDefinition(x, labels, distance);
            double[] actual = Silhouette.of(x, labels, distance, NoisePolicy.LEAVE_OUT, RunContext.of(1))
                    .perRow();
            assertArrayEquals(expected, actual, 1e-12, distance + ", n = " + n);
        }
    }

    @Test
    void sample_is_near_the_exact_value_and_its_error_is_honest() {
        Matrix x = blobs(6000, 5);
        Labels labels = labels(6000);
        double exact = Silhouette.of(x, labels, exact(), RunContext.of(1)).overall();
        MetricOptions options = new MetricOptions(NoisePolicy.LEAVE_OUT, Distance.EUCLIDEAN, 500, 400);
        double squares = 0;
        double claimed = 0;
        int repeats = 40;
        for (int seed = 0; seed < repeats; seed++) {
            Silhouette.Result sampled = Silhouette.of(x, labels, options, RunContext.of(seed));
            assertEquals(400, sampled.sampledRows(), 4);
            assertEquals(
                    sampled.sampledRows(),
                    Arrays.stream(sampled.perRow())
                            .filter(s -> !Double.isNaN(s))
                            .count());
            assertEquals(exact, sampled.overall(), 4.5 * sampled.standardError());
            squares += (sampled.overall() - exact) * (sampled.overall() - exact);
            claimed += sampled.standardError();
        }
        assertEquals(claimed / repeats, Math.sqrt(squares / repeats), 0.35 * claimed / repeats);
    }

    @Test
    void sampled_rows_have_their_exact_silhouette() {
        Matrix x = blobs(3000, 6);
        Labels labels = labels(3000);
        double[] exact = Silhouette.of(x, labels, exact(), RunContext.of(1)).perRow();
        double[] sampled = Silhouette.of(x, labels, MetricOptions.defaults().withExactUpTo(100), RunContext.of(1))
                .perRow();
        for (int i = 0; i < 3000; i++) {
            assertTrue(Double.isNaN(sampled[i]) || Math.abs(sampled[i] - exact[i]) < 1e-12);
        }
    }

    @Test
    void sample_does_not_depend_on_threads_or_order_of_rows_even_with_duplicates() {
        int n = 4000;
        Matrix x = blobs(n, 7);
        int[] twice = new int[2 * n];
        Arrays.setAll(twice, i -> i / 2);
        int[] order = RandomStream.of(9, 0).permutation(2 * n);
        int[] shuffled = Arrays.stream(order).map(i -> twice[i]).toArray();
        Labels labels = labels(n);
        MetricOptions options = MetricOptions.defaults().withExactUpTo(100);
        Silhouette.Result a = Silhouette.of(
                x.select(twice), pick(labels, twice), options, RunContext.of(4).withThreads(1));
        Silhouette.Result b = Silhouette.of(
                x.select(shuffled),
                pick(labels, shuffled),
                options,
                RunContext.of(4).withThreads(3));
        assertEquals(a.sampledRows(), b.sampledRows());
        assertEquals(a.overall(), b.overall(), 1e-13);
        double[] values =
                Arrays.stream(a.perRow()).filter(s -> !Double.isNaN(s)).sorted().toArray();
        double[] others =
                Arrays.stream(b.perRow()).filter(s -> !Double.isNaN(s)).sorted().toArray();
        assertArrayEquals(values, others, 1e-12);
    }

    @Test
    void small_segments_are_in_every_sample() {
        int n = 3000;
        int[] raw = new int[n];
        raw[17] = 1;
        raw[18] = 1;
        raw[19] = 2;
        Silhouette.Result result = Silhouette.of(
                blobs(n, 8), Labels.of(raw), MetricOptions.defaults().withExactUpTo(50), RunContext.of(1));
        assertTrue(Double.isFinite(result.perRow()[17]) && Double.isFinite(result.perRow()[18]));
        assertEquals(0, result.perRow()[19]);
        assertTrue(Double.isFinite(result.standardError()));
    }

    @Test
    void cancel_stops_the_silhouette() {
        RunContext canceled = RunContext.of(1).withCancel(() -> true);
        assertThrows(
                RunCanceledException.class,
                () -> Silhouette.of(blobs(500, 1), labels(500), NoisePolicy.LEAVE_OUT, canceled));
    }

    private static Labels pick(Labels labels, int[] rows) {
        return Labels.of(Arrays.stream(rows).map(labels::at).toArray());
    }

    private static MetricOptions exact() {
        return MetricOptions.defaults().exact();
    }

    private static Labels labels(int n) {
        int[] raw = new int[n];
        Arrays.setAll(raw, i -> i % K);
        return Labels.of(raw);
    }

    private static Matrix blobs(int n, long seed) {
        RandomStream random = RandomStream.of(seed, 0);
        double[] values = new double[n * D];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < D; j++) {
                values[i * D + j] = random.nextGaussian() + (j == i % K ? 3 : 0);
            }
        }
        return Matrix.wrap(n, D, values);
    }

    private static double[] byDefinition(Matrix x, Labels labels, Distance distance) {
        double[] silhouettes = new double[x.rows()];
        for (int i = 0; i < x.rows(); i++) {
            double[] sums = sums(x, labels, i, distance);
            int own = labels.at(i);
            double b = nextMean(sums, labels, own);
            double a = sums[own] / (labels.sizeOf(own) - 1);
            silhouettes[i] = labels.sizeOf(own) == 1 ? 0 : (b - a) / Math.max(a, b);
        }
        return silhouettes;
    }

    /** Per segment the sum of a row's distances to its rows. */
    private static double[] sums(Matrix x, Labels labels, int row, Distance distance) {
        double[] sums = new double[labels.segments()];
        for (int j = 0; j < x.rows(); j++) {
            sums[labels.at(j)] += distance.between(x.values(), row * D, x.values(), j * D, D);
        }
        return sums;
    }

    private static double nextMean(double[] sums, Labels labels, int own) {
        double b = Double.POSITIVE_INFINITY;
        for (int s = 0; s < sums.length; s++) {
            b = s == own ? b : Math.min(b, sums[s] / labels.sizeOf(s));
        }
        return b;
    }
}
