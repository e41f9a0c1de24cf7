package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** Z-scores compared with exact arithmetic, also where the mean lies between two adjacent doubles. */
class ZScoreDigitsTest {

    private static final MathContext DIGITS = new MathContext(60);
    private static final RunContext RUN = RunContext.of(1);

    private static CustomerTable table(double... values) {
        return new CustomerTable(values.length, List.of(new NumericColumn("x", values, false)));
    }

    private static Preparation learned(double... values) {
        return Preparer.with(PlainZScores.OPTIONS.withColumns(
                        ColumnOptions.defaults().withKeep(Set.of("x"))))
                .fit(table(values), Set.of(), RUN);
    }

    private static double[] scores(double... values) {
        return learned(values).apply(table(values), RUN).features().values();
    }

    private static double[] exact(double[] values) {
        BigDecimal n = BigDecimal.valueOf(values.length);
        List<BigDecimal> numbers =
                Arrays.stream(values).mapToObj(BigDecimal::new).toList();
        BigDecimal mean =
                numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(n, DIGITS);
        BigDecimal sd = numbers.stream()
                .map(v -> v.subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(n, DIGITS)
                .sqrt(DIGITS);
        return numbers.stream()
                .mapToDouble(v -> v.subtract(mean).divide(sd, DIGITS).doubleValue())
                .toArray();
    }

    private static double[] random(double offset, double scale) {
        RandomStream random = RandomStream.of(3, 0);
        double[] values = new double[101];
        Arrays.setAll(values, i -> offset + scale * random.nextGaussian());
        return values;
    }

    static Stream<double[]> columns() {
        return Stream.of(
                new double[] {1e8, Math.nextUp(1e8), 1e8},
                new double[] {-1e8, Math.nextDown(-1e8), -1e8, -1e8, 0.1 - 1e8},
                new double[] {1e15, 1e15 + 1, 1e15 + 3, 1e15 + 3},
                new double[] {0, 0, 1e150, 1e-150},
                new double[] {0.1, 0.2, 0.4},
                random(0, 1),
                random(1e8, 1),
                random(1e8, 1e-7),
                random(-1e12, 1e-3),
                random(3e-7, 1e-22));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void are_right_to_the_last_digits(double[] values) {
        double[] expected = exact(values);
        double[] found = scores(values);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], 8 * Math.ulp(expected[i]), "row " + i);
        }
    }

    @Test
    void have_the_mean_0_when_it_lies_between_two_doubles() {
        double root = Math.sqrt(0.5);
        assertArrayEquals(new double[] {-root, 2 * root, -root}, scores(1e8, Math.nextUp(1e8), 1e8), 1e-15);
    }

    @Test
    void keep_all_digits_of_the_number() {
        Feature feature = learned(1e8, Math.nextUp(1e8), 1e8).features().get(0);
        assertTrue(feature.shiftLow() != 0);
        for (double number : new double[] {1e8, Math.nextUp(1e8)}) {
            assertEquals(number, feature.scaled(number) * feature.scale() + feature.shiftLow() + feature.shift());
        }
    }
}
