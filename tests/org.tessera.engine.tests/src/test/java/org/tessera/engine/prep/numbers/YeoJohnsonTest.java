package org.tessera.engine.prep.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;

/**
 * The transformation of Yeo and Johnson beside scikit-learn 1.2.1, beside 60 digits where scikit-learn loses its own,
 * and on columns that overflow, cancel or do not vary. The expected values are computed by {@code
 * prep/yeo_johnson.py}.
 */
class YeoJohnsonTest {

    private static final RunContext RUN = RunContext.of(1);

    private record Case(String name, double lambda, double[] values) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Case> cases(String kind, int skipped) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                YeoJohnsonTest.class.getResourceAsStream("/prep/yeo_johnson.csv"), StandardCharsets.UTF_8))) {
            return reader
                    .lines()
                    .map(line -> line.split(";"))
                    .filter(line -> line[0].equals(kind))
                    .map(line -> new Case(
                            line[1],
                            Double.parseDouble(line[skipped - 1]),
                            Arrays.stream(line)
                                    .skip(skipped)
                                    .mapToDouble(c -> c.equals("nan") ? Double.NaN : Double.parseDouble(c))
                                    .toArray()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Case> columnsOfScikitLearn() {
        return cases("lambda", 3);
    }

    static Stream<Case> columnsInSixtyDigits() {
        return cases("exact", 3);
    }

    static Stream<Case> valuesOfScikitLearn() {
        return cases("values", 2);
    }

    private static double likelihood(double[] values, double lambda) {
        double[] present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        double[] y =
                Arrays.stream(present).map(new YeoJohnson(lambda)::transform).toArray();
        double mean = Arrays.stream(y).average().orElseThrow();
        double variance =
                Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        double logs = Arrays.stream(present)
                .map(v -> Math.signum(v) * Math.log1p(Math.abs(v)))
                .sum();
        return -present.length / 2.0 * Math.log(variance) + (lambda - 1) * logs;
    }

    private static double fitted(double... values) {
        return YeoJohnson.fit(values, RUN).orElseThrow().lambda();
    }

    @ParameterizedTest
    @MethodSource("columnsOfScikitLearn")
    void lambda_is_that_of_scikit_learn_and_no_less_likely(Case column) {
        double lambda = fitted(column.values());
        assertEquals(column.lambda(), lambda, 1e-6);
        double expected = likelihood(column.values(), column.lambda());
        assertTrue(likelihood(column.values(), lambda) >= expected - 1e-11 * Math.abs(expected));
    }

    @ParameterizedTest
    @MethodSource("columnsInSixtyDigits")
    void lambda_has_ten_digits_where_powers_cancel_or_overflow(Case column) {
        assertEquals(column.lambda(), fitted(column.values()), 1e-10 * Math.max(1, Math.abs(column.lambda())));
    }

    @ParameterizedTest
    @MethodSource("valuesOfScikitLearn")
    void transformed_numbers_are_those_of_scikit_learn(Case pairs) {
        YeoJohnson transformation = new YeoJohnson(pairs.lambda());
        for (int i = 0; i < pairs.values().length; i += 2) {
            double expected = pairs.values()[i + 1];
            double actual = transformation.transform(pairs.values()[i]);
            assertEquals(expected, actual, 1e-9 * Math.abs(expected), "of " + pairs.values()[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -0.5, -1e-12, 0, 1e-12, 0.4, 1, 1.6, 2 - 1e-12, 2, 2 + 1e-12, 2.5, 5})
    void inverse_brings_numbers_back_and_the_order_is_kept(double lambda) {
        YeoJohnson transformation = new YeoJohnson(lambda);
        double before = Double.NEGATIVE_INFINITY;
        for (double x : new double[] {-30, -2, -1, -0.3, -1e-9, -1e-300, 0, 1e-300, 1e-9, 0.3, 1, 2, 30}) {
            double y = transformation.transform(x);
            assertTrue(y > before, x + " gives " + y);
            assertEquals(x, transformation.inverse(y), 1e-9 * Math.abs(x), "lambda " + lambda);
            before = y;
        }
    }

    @Test
    void lambda_one_is_the_identity_and_lambda_near_zero_and_two_is_the_logarithm() {
        for (double x : new double[] {-5, -0.25, 0, 0.25, 5}) {
            assertEquals(x, new YeoJohnson(1).transform(x), 1e-15 * Math.abs(x));
        }
        assertEquals(Math.log(8), new YeoJohnson(0).transform(7), 1e-15);
        assertEquals(Math.log(8), new YeoJohnson(1e-17).transform(7), 1e-15);
        assertEquals(-Math.log(8), new YeoJohnson(2).transform(-7), 1e-15);
        assertEquals(-Math.log(8), new YeoJohnson(Math.nextUp(2.0)).transform(-7), 1e-14);
    }

    @Test
    void values_out_of_reach_are_infinite_and_powers_out_of_range_saturate() {
        assertEquals(Double.POSITIVE_INFINITY, new YeoJohnson(-2).inverse(0.5));
        assertEquals(Double.POSITIVE_INFINITY, new YeoJohnson(-2).inverse(0.6));
        assertEquals(Double.NEGATIVE_INFINITY, new YeoJohnson(4).inverse(-0.7));
        assertEquals(1e150, new YeoJohnson(40).transform(1e9));
        assertEquals(-1e150, new YeoJohnson(-40).transform(-1e9));
        assertTrue(Double.isNaN(new YeoJohnson(0.5).transform(Double.NaN)));
        assertTrue(Double.isNaN(new YeoJohnson(0.5).inverse(Double.NaN)));
        assertThrows(IllegalArgumentException.class, () -> new YeoJohnson(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new YeoJohnson(Double.NEGATIVE_INFINITY));
    }

    @Test
    void negated_numbers_have_the_mirrored_lambda() {
        columnsOfScikitLearn().forEach(c -> {
            double[] negated = Arrays.stream(c.values()).map(v -> -v).toArray();
            assertEquals(2 - fitted(c.values()), fitted(negated), 1e-11, c.name());
        });
    }

    @Test
    void order_repetition_and_threads_do_not_matter() {
        columnsOfScikitLearn().forEach(c -> {
            List<Double> shuffled =
                    Arrays.asList(Arrays.stream(c.values()).boxed().toArray(Double[]::new));
            Collections.shuffle(shuffled, new Random(5));
            double[] other = shuffled.stream().mapToDouble(v -> v).toArray();
            assertEquals(
                    YeoJohnson.fit(c.values(), RUN.withThreads(1)),
                    YeoJohnson.fit(other, RUN.withThreads(8)),
                    c.name());
            double[] twice = DoubleStream.concat(Arrays.stream(other), Arrays.stream(other))
                    .toArray();
            assertEquals(fitted(c.values()), fitted(twice), 1e-11, c.name());
        });
    }

    @Test
    void without_two_different_numbers_or_without_an_admissible_lambda_there_is_no_fit() {
        double nan = Double.NaN;
        double[][] columns = {
            {},
            {nan, nan},
            {3},
            {4, 4, nan, 4},
            {0.0, -0.0},
            {1e300, Math.nextUp(1e300), 1e300},
            {0, 1e-300, 5e-300, Double.MIN_VALUE},
            {-1e200, 0, 1, 1e200},
        };
        for (double[] column : columns) {
            assertEquals(Optional.empty(), YeoJohnson.fit(column, RUN), Arrays.toString(column));
        }
    }

    @Test
    void hostile_columns_give_a_finite_lambda_and_finite_numbers() {
        Random random = new Random(3);
        double[][] columns = {
            {0, 0, 0, 0, 0, 0, 0, 0, 0, 1e300},
            {Double.MAX_VALUE, 1, 2, 3},
            {-Double.MAX_VALUE, -1, -2, -3},
            {1e308, 1.1e308, 1.7e308, 1.01e308},
            {1e9, 1e9 + 1e-6, 1e9, 1e9 + 3e-6},
            {1e15, 1e15 + 1, 1e15 + 2, 1e15 + 900},
            {2020, 2021, 2021, 2022, 2022, 2022, 1950},
            {-1e-9, 1e6, 2e6, 1e6, 1.5e6, 9e6},
            IntStream.range(0, 1000).mapToDouble(i -> i == 0 ? 1e-12 : 0).toArray(),
            random.doubles(500).map(v -> Math.exp(600 * v)).toArray(),
            random.doubles(500).map(v -> -Math.exp(-30 * v)).toArray(),
        };
        for (double[] column : columns) {
            YeoJohnson transformation = YeoJohnson.fit(column, RUN).orElseThrow();
            for (double v : column) {
                double y = transformation.transform(v);
                assertTrue(Math.abs(y) < YeoJohnson.MAX_TRANSFORMED, transformation + " of " + v + ": " + y);
            }
        }
    }

    @Test
    void fitting_can_be_canceled() {
        double[] values =
                new Random(1).doubles(200_000).map(v -> Math.exp(5 * v)).toArray();
        AtomicInteger asked = new AtomicInteger();
        YeoJohnson.fit(values, RUN.withCancel(() -> asked.incrementAndGet() < 0));
        int half = asked.get() / 2;
        assertTrue(half > 3, "asked " + asked.get() + " times");
        AtomicInteger again = new AtomicInteger();
        assertThrows(
                RunCanceledException.class,
                () -> YeoJohnson.fit(values, RUN.withCancel(() -> again.incrementAndGet() > half)));
    }

    @Test
    void lambda_of_tiny_numbers_is_inverse_to_them_as_in_scikit_learn() {
        double[] values = IntStream.range(0, 100)
                .mapToDouble(i -> Math.exp(i / 20.0) * 1e-9)
                .toArray();
        assertEquals(-27_276_675.825, YeoJohnson.fit(values, RUN).orElseThrow().lambda(), 100);
    }
}
