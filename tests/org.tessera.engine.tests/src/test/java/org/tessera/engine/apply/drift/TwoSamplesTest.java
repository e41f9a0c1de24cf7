package org.tessera.engine.apply.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.apply.drift.TwoSamples.Bins;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.kernel.LogFactorial;
import org.tessera.engine.model.ColumnBaseline;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

class TwoSamplesTest {

    private static final RunContext RUN = RunContext.of(1);

    private static double pValue(Bins bins, int[] first, int[] second) {
        return new TwoSamples(bins, first, second).pValue(RandomStream.of(1, 0), new CancellationCheck(RUN));
    }

    /** 100 draws that reach the statistic have a relative standard error of a tenth; five of them are allowed. */
    private static void assertNear(double expected, double p) {
        assertEquals(expected, p, 0.5 * expected);
    }

    @Test
    void two_categories_have_the_mid_p_of_the_hypergeometric_distribution() {
        // R 4.2: d <- dhyper(0:12, 12, 28, 20); 9 of 20 against 3 of 20 of both samples' 12
        // sum(d[d < d[4] * 0.9999]) + sum(d[abs(d / d[4] - 1) < 1e-6]) / 2 = 0.04898
        double exact = 0;
        double reference = hypergeometric(3);
        for (int x = 0; x <= 12; x++) {
            double probability = hypergeometric(x);
            exact += Math.abs(x - 6) > 3 ? probability : Math.abs(x - 6) == 3 ? probability / 2 : 0;
        }
        assertEquals(hypergeometric(9), reference, 1e-15);
        assertNear(exact, pValue(Bins.UNORDERED, new int[] {9, 11}, new int[] {3, 17}));
    }

    private static double hypergeometric(int x) {
        return choose(12, x) * choose(28, 20 - x) / choose(40, 20);
    }

    private static double choose(int n, int k) {
        double product = 1;
        for (int i = 1; i <= k; i++) {
            product *= (n - k + i) / (double) i;
        }
        return product;
    }

    @Test
    void ranges_count_the_gaps_between_the_numbers_of_the_first_sample() {
        // Two bins of 2 and 3 numbers have 2 and 4 gaps; of the 3 numbers of the second sample x are in the first bin
        // with
        // probability C(x + 1, x) C(6 - x, 3 - x) / C(8, 3): 20, 20, 12 and 4 of 56.
        int draws = 20_000;
        CountDraw draw = new CountDraw(RandomStream.of(5, 5));
        int[] counts = new int[4];
        for (int i = 0; i < draws; i++) {
            counts[(int) draw.betaBinomial(3, 2, 4)]++;
        }
        double[] expected = {20 / 56.0, 20 / 56.0, 12 / 56.0, 4 / 56.0};
        for (int x = 0; x < 4; x++) {
            assertEquals(expected[x], counts[x] / (double) draws, 0.015);
        }
        // All three in the first bin is the largest difference: mid-p 2 / 56.
        assertNear(2 / 56.0, pValue(Bins.RANGES, new int[] {2, 3, 0}, new int[] {3, 0, 0}));
    }

    @Test
    void a_shift_is_found_and_the_least_p_value_is_stated() {
        int[] first = IntStream.range(0, 21).map(b -> b < 20 ? 50 : 0).toArray();
        int[] shifted = IntStream.range(0, 21).map(b -> b < 20 ? 5 * b : 0).toArray();
        assertEquals(1 / 20_000.0, pValue(Bins.RANGES, first, shifted));
        assertEquals(1 / 20_000.0, pValue(Bins.VALUES, first, shifted));
        assertEquals(1, pValue(Bins.RANGES, first, new int[21]));
    }

    @Test
    void missing_entries_alone_are_drift_of_numbers() {
        int[] first = {100, 100, 100, 0};
        assertTrue(pValue(Bins.RANGES, first, new int[] {80, 80, 80, 60}) < 1e-3);
        assertTrue(pValue(Bins.RANGES, first, new int[] {100, 100, 99, 1}) > 0.1);
    }

    static Stream<Arguments> distributions() {
        Function<RandomStream, Double> normal = RandomStream::nextGaussian;
        Function<RandomStream, Double> zeros = r -> r.nextDouble() < 0.6 ? 0.0 : Math.exp(r.nextGaussian());
        Function<RandomStream, Double> counts = r -> (double) Math.max(0, Math.round(1 + 1.2 * r.nextGaussian()));
        Function<RandomStream, Double> missing = r -> r.nextDouble() < 0.1 ? Double.NaN : r.nextGaussian();
        return Stream.of(normal, zeros, counts, missing)
                .flatMap(d -> Stream.of(Arguments.of(d, 50, 50), Arguments.of(d, 60, 2000)));
    }

    /** The share of p-values up to 5 % of 400 pairs has a standard error of 1.1 %. */
    @ParameterizedTest
    @MethodSource("distributions")
    void samples_of_one_distribution_are_told_apart_as_often_as_the_level_says(
            Function<RandomStream, Double> distribution, int training, int customers) {
        AtomicInteger rejected = new AtomicInteger();
        RUN.forBlocks(400, r -> {
            RandomStream random = RandomStream.of(3, r);
            ColumnBaseline.Numbers baseline =
                    (ColumnBaseline.Numbers) Baselines.of(draw(distribution, training, random));
            int[] counts = baseline.count(draw(distribution, customers, random));
            double p = DriftCounts.test(baseline, counts).pValue(random, new CancellationCheck(RUN));
            rejected.addAndGet(p <= 0.05 ? 1 : 0);
        });
        assertEquals(0.05, rejected.get() / 400.0, 0.035);
    }

    private static NumericColumn draw(Function<RandomStream, Double> distribution, int n, RandomStream random) {
        return new NumericColumn(
                "x",
                IntStream.range(0, n)
                        .mapToDouble(i -> distribution.apply(random))
                        .toArray(),
                false);
    }

    @Test
    void counts_have_mean_and_variance_of_their_distributions_small_and_large() {
        CountDraw draw = new CountDraw(RandomStream.of(7, 7));
        assertMoments(
                IntStream.range(0, 20_000)
                        .mapToLong(i -> draw.binomial(20, 0.3))
                        .toArray(),
                6,
                4.2);
        assertMoments(
                IntStream.range(0, 20_000)
                        .mapToLong(i -> draw.binomial(100_000, 0.3))
                        .toArray(),
                30_000,
                21_000);
        // n K / N and n (K / N) (1 - K / N) (N - n) / (N - 1)
        assertMoments(
                IntStream.range(0, 20_000)
                        .mapToLong(i -> draw.hypergeometric(30, 40, 60))
                        .toArray(),
                12,
                7.2 * 70 / 99);
        // n a / (a + b) and n a b (a + b + n) / ((a + b)² (a + b + 1))
        assertMoments(
                IntStream.range(0, 20_000)
                        .mapToLong(i -> draw.betaBinomial(10, 3, 2))
                        .toArray(),
                6,
                10 * 6 * 15 / (25.0 * 6));
        // R 4.2: lfactorial(c(300, 1000000))
        assertEquals(1414.9058499450678, LogFactorial.of(300), 1e-11);
        assertEquals(12815518.384658169, LogFactorial.of(1_000_000), 1e-7);
    }

    private static void assertMoments(long[] draws, double mean, double variance) {
        double sum = 0;
        double squares = 0;
        for (long draw : draws) {
            sum += draw - mean;
            squares += (draw - mean) * (draw - mean);
        }
        assertEquals(0, sum / draws.length, 5 * Math.sqrt(variance / draws.length));
        assertEquals(1, squares / draws.length / variance, 0.06);
    }

    @Test
    void rare_categories_and_those_of_later_customers_are_one() {
        // 100 and 100 customers: expected are 45, 5, 1.5, 0 and 1, last but one others, last missing.
        Combined combined = Combined.unordered(new int[] {90, 6, 2, 2, 0, 0}, new int[] {80, 4, 1, 0, 12, 3});
        assertArrayEquals(new int[] {90, 6, 4, 0}, combined.first());
        assertArrayEquals(new int[] {80, 4, 13, 3}, combined.second());
        Combined ordered = Combined.ordered(new int[] {1, 2, 40, 50, 1, 6}, new int[] {3, 5, 41, 50, 1, 0});
        assertArrayEquals(new int[] {3, 40, 51, 6}, ordered.first());
        assertArrayEquals(new int[] {8, 41, 51, 0}, ordered.second());
    }

    @Test
    void customers_who_all_have_a_new_category_or_number_are_drift_however_many_they_are() {
        ColumnBaseline categories =
                new ColumnBaseline.Categories("c", List.of("a", "b", "c"), new int[] {20, 20, 10, 0, 0});
        ColumnBaseline few = new ColumnBaseline.Categories("c", List.of("a", "b"), new int[] {8, 7, 0, 0});
        ColumnBaseline numbers = new ColumnBaseline.Numbers(
                "x", Quantity.NUMBER, new double[] {1, 2, 3}, new int[] {20, 20, 10, 0}, true);
        for (int n : new int[] {50, 5_000_000}) {
            assertTrue(pValue(categories, 0, 0, 0, n, 0) < 1e-3);
            assertTrue(pValue(few, 0, 0, n, 0) < 1e-3);
            assertTrue(pValue(numbers, 0, 0, n, 0) < 1e-3);
        }
    }

    private static double pValue(ColumnBaseline column, int... counts) {
        return DriftCounts.test(column, counts).pValue(RandomStream.of(1, 0), new CancellationCheck(RUN));
    }
}
