package org.tessera.engine.prep.numbers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** Means, standard deviations and quantiles compared with exact arithmetic. */
class ColumnStatisticsTest {

    private static final MathContext DIGITS = new MathContext(60);

    private static ColumnStatistics of(double... values) {
        return ColumnStatistics.of(values, RunContext.of(0));
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(value);
    }

    private static BigDecimal mean(double[] values) {
        BigDecimal sum =
                Arrays.stream(values).mapToObj(ColumnStatisticsTest::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(values.length), DIGITS);
    }

    private static BigDecimal moment(double[] values, int power) {
        BigDecimal mean = mean(values);
        return Arrays.stream(values)
                .mapToObj(v -> exact(v).subtract(mean).pow(power))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.length), DIGITS);
    }

    private static double[] random(int n, double offset, double scale) {
        RandomStream random = RandomStream.of(5, 0);
        double[] values = new double[n];
        Arrays.setAll(values, i -> offset + scale * (random.nextDouble() - 0.3));
        return values;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1e8, 1",
        "1e15, 1",
        "1e15, 30",
        "-1e15, 1e-1",
        "1e-3, 1e-16",
        "0, 1e150",
        "0, 1e-150",
        "1e150, 1e140",
        "0, 1e307",
        "0, 1e-310"
    })
    void mean_and_spread_are_right_to_the_last_digits(double offset, double scale) {
        double[] values = random(999, offset, scale);
        ColumnStatistics statistics = of(values);
        assertEquals(mean(values).doubleValue(), statistics.mean());
        double sd = moment(values, 2).sqrt(DIGITS).doubleValue();
        assertEquals(sd, statistics.sd(), 4 * Math.ulp(sd));
        double skewness = moment(values, 3).doubleValue() / Math.pow(sd, 3);
        if (Double.isFinite(skewness) && skewness != 0) {
            assertEquals(skewness, statistics.skewness(), 1e-12);
        }
    }

    @Test
    void numbers_that_cancel_leave_the_mean_of_the_others() {
        assertEquals(1.0 / 3, of(new double[] {1e15, 1, -1e15}).mean());
        assertEquals(2.0 / 3, of(new double[] {1e15 + 1, 1, -1e15}).mean());
    }

    @Test
    void the_largest_numbers_have_a_mean_and_a_spread() {
        double max = Double.MAX_VALUE;
        ColumnStatistics statistics = of(new double[] {-max, max, max, -max});
        assertEquals(0, statistics.mean());
        assertEquals(max, statistics.sd());
        assertEquals(max, of(new double[] {max, max, max}).mean());
    }

    /** The low-order part is the exact mean minus its high-order part, to 15 digits of its own. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1e15, 30", "0, 1e150", "0, 1e300", "1e300, 1e290"})
    void mean_has_twice_the_digits_with_its_low_order_part(double offset, double scale) {
        double[] values = random(1_000, offset, scale);
        ColumnStatistics statistics = of(values);
        double low = mean(values).subtract(exact(statistics.mean())).doubleValue();
        assertEquals(low, statistics.meanLow(), Math.abs(low) * 1e-14);
        assertTrue(low != 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 999})
    void no_statistic_depends_on_the_order(int n) {
        double[] values = random(n, 1e6, 1e5);
        ColumnStatistics expected = of(values);
        for (int seed = 0; seed < 20; seed++) {
            int[] order = RandomStream.of(seed, 1).permutation(n);
            double[] permuted = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
            assertEquals(expected, of(permuted));
        }
    }

    @Test
    void translated_by_whole_numbers_the_spread_stays_bit_for_bit() {
        double[] values = {0, 1, 1, 2, 3, 5, 8, 13, 21, 34};
        ColumnStatistics origin = of(values);
        for (double offset : new double[] {-1e15, -7, 1e8, 1e15}) {
            ColumnStatistics moved =
                    of(Arrays.stream(values).map(v -> v + offset).toArray());
            assertEquals(origin.iqr(), moved.iqr());
            assertEquals(origin.sd(), moved.sd(), 4 * Math.ulp(origin.sd()));
            assertEquals(origin.skewness(), moved.skewness(), 1e-13);
        }
    }

    /** numpy 1.24.2: percentile([...], [25, 75]), median. */
    @Test
    void quartiles_are_those_of_numpy() {
        ColumnStatistics statistics = of(new double[] {10, 1, 2.5, 4, 7, 100});
        assertEquals(5.5, statistics.median());
        assertEquals(9.25 - 2.875, statistics.iqr());
        assertEquals(0, of(new double[] {3}).iqr());
        assertEquals(1, of(new double[] {3, 5}).iqr());
    }

    @Test
    void indicators_have_the_statistics_of_their_column() {
        for (int n = 1; n <= 40; n++) {
            for (int ones = 0; ones <= n; ones++) {
                int zeros = n - ones;
                double[] values = DoubleStream.concat(
                                DoubleStream.generate(() -> 0).limit(zeros),
                                DoubleStream.generate(() -> 1).limit(ones))
                        .toArray();
                ColumnStatistics expected = of(values);
                ColumnStatistics actual = ColumnStatistics.ofIndicator(n, ones);
                assertEquals(expected.sd(), actual.sd(), 2 * Math.ulp(expected.sd()));
                assertEquals(expected.skewness(), actual.skewness(), 1e-12);
                assertEquals(expected.meanLow(), actual.meanLow(), 1e-14 * Math.abs(expected.meanLow()));
                assertArrayEquals(
                        new double[] {expected.mean(), expected.min(), expected.median(), expected.iqr(), expected.max()
                        },
                        new double[] {actual.mean(), actual.min(), actual.median(), actual.iqr(), actual.max()});
            }
        }
    }

    @Test
    void without_a_number_every_statistic_is_undefined() {
        ColumnStatistics none = of(new double[] {Double.NaN});
        assertEquals(0, none.count());
        assertTrue(Double.isNaN(none.mean()) && Double.isNaN(none.sd()) && Double.isNaN(none.median()));
        ColumnStatistics one = of(new double[] {Double.NaN, 4, 4});
        assertEquals(4, one.mean());
        assertEquals(0, one.sd());
        assertTrue(Double.isNaN(one.skewness()));
    }
}
