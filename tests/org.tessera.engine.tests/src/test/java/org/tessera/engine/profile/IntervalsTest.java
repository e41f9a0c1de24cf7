package org.tessera.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** Intervals of 95 % hold the true figure of a known population in about 95 of 100 samples. */
class IntervalsTest {

    private static final int SAMPLES = 1500;
    private static final int N = 400;
    /** Approximations may be a little off: the worst, of skewed numbers with a strong association, hits 91 of 100. */
    private static final double MIN_HIT = 0.9;

    private static final double MAX_HIT = 0.975;

    private static double hit(Function<RandomStream, Interval> interval, double truth) {
        long hits = IntStream.range(0, SAMPLES)
                .mapToObj(sample -> interval.apply(RandomStream.of(11, sample)))
                .filter(i -> i.low() <= truth && truth <= i.high())
                .count();
        return (double) hits / SAMPLES;
    }

    private static void assertHit(double hit) {
        assertTrue(hit > MIN_HIT && hit < MAX_HIT, () -> "hit " + hit);
    }

    private static int[] labels(RandomStream random, double... cumulative) {
        int[] labels = new int[N];
        for (int i = 0; i < N; i++) {
            double u = i < 3 ? (cumulative[i] - 1e-9) : random.nextDouble();
            while (u >= cumulative[labels[i]]) {
                labels[i]++;
            }
        }
        return labels;
    }

    /** Segments of shares 0.5, 0.3, 0.2 with means 0, d, 2 d and variance 1: the variance between them is 0.61 d². */
    private static GroupMoments numbers(RandomStream random, double d, DoubleUnaryOperator noise) {
        int[] labels = labels(random, 0.5, 0.8, 1);
        double[] values = new double[N];
        for (int i = 0; i < N; i++) {
            values[i] = d * labels[i] + noise.applyAsDouble(random.nextGaussian());
        }
        double[][] groups = new double[3][];
        for (int g = 0; g < groups.length; g++) {
            int label = g;
            groups[g] = IntStream.range(0, N)
                    .filter(i -> labels[i] == label)
                    .mapToDouble(i -> values[i])
                    .toArray();
        }
        return new GroupMoments(groups, x -> x, RunContext.of(1));
    }

    @Test
    void eta_of_normal_and_of_skewed_numbers() {
        for (double d : new double[] {0.1, 0.5, 2}) {
            double eta = Math.sqrt(0.61 * d * d / (0.61 * d * d + 1));
            assertHit(hit(random -> numbers(random, d, z -> z).etaInterval(3), eta));
            // (z² - 1) / sqrt 2 has mean 0, variance 1 and a skewness of 2.8.
            assertHit(hit(
                    random ->
                            numbers(random, d, z -> (z * z - 1) / Math.sqrt(2)).etaInterval(3),
                    eta));
        }
    }

    @Test
    void effects_of_segments() {
        // Means 0 and 0.5, variance 1, of all 0.61 · 0.25 + 1; the mean of all is 0.35.
        double effect = (0 - 0.35) / Math.sqrt(0.61 * 0.25 + 1);
        assertHit(hit(random -> numbers(random, 0.5, z -> z).effectInterval(0), effect));
    }

    /** Two segments of 200 customers with 0.5 + d and 0.5 - d of the first of two categories: V and the effect are 2 d. */
    private static int[][] categories(RandomStream random, double d) {
        int[][] counts = new int[2][2];
        for (int i = 0; i < N; i++) {
            counts[i % 2][random.nextDouble() < 0.5 + (i % 2 == 0 ? d : -d) ? 0 : 1]++;
        }
        return counts;
    }

    @Test
    void cramers_v_and_effects_of_shares() {
        for (double d : new double[] {0.05, 0.2, 0.4}) {
            assertHit(hit(random -> Contingency.cramersVInterval(categories(random, d)), 2 * d));
            assertHit(hit(
                    random -> {
                        int[][] counts = categories(random, d);
                        return Interval.ofShare(counts[0][0], N / 2, counts[0][0] + counts[1][0], N);
                    },
                    2 * d));
        }
    }

    @Test
    void a_strength_of_one_has_no_width_and_what_is_undefined_no_interval() {
        GroupMoments moments = new GroupMoments(
                new double[][] {
                    new double[20], IntStream.range(0, 20).mapToDouble(i -> 1).toArray()
                },
                x -> x,
                RunContext.of(1));
        assertEquals(new Interval(1, 1), moments.etaInterval(2));
        assertEquals(Interval.NONE, Contingency.cramersVInterval(new int[][] {{3, 4}, {0, 0}}));
        assertEquals(Interval.NONE, Interval.ofShare(0, 0, 3, 9));
    }
}
