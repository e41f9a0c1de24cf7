package org.tessera.engine.cluster.kmeans;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

class ReproducibleSumsTest {

    private static final RunContext RUN = RunContext.of(1);

    private static double[] values(int n, double scale, double offset) {
        RandomStream random = RandomStream.of(3, n);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = offset + scale * (random.nextDouble() - 0.5) * Math.pow(10, -random.nextInt(9));
        }
        return values;
    }

    private static double exactMean(double[] values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : values) {
            sum = sum.add(new BigDecimal(value));
        }
        return sum.divide(BigDecimal.valueOf(values.length), MathContext.DECIMAL128)
                .doubleValue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-300, 1e-150, 1e150, 1e300})
    void means_are_right_to_the_last_digits_at_any_scale(double scale) {
        double[] values = values(10_001, scale, 0);
        ReproducibleSums sums = ReproducibleSums.of(values, 1, 1, RUN);
        for (int i = 0; i < values.length; i++) {
            sums.move(values, i, -1, 0);
        }
        double exact = exactMean(values);
        assertEquals(exact, sums.mean(0, 0, values.length), 4 * Math.ulp(exact));
    }

    @Test
    void an_offset_costs_no_digits() {
        double[] values = values(10_000, 1, 1e8);
        ReproducibleSums sums = ReproducibleSums.of(values, 1, 1, RUN);
        for (int i = 0; i < values.length; i++) {
            sums.move(values, i, -1, 0);
        }
        assertEquals(exactMean(values), sums.mean(0, 0, values.length), Math.ulp(1e8));
    }

    @Test
    void rows_can_be_taken_out_without_a_trace_and_come_in_any_order() {
        double[] values = values(3000, 1e6, 17);
        ReproducibleSums there = ReproducibleSums.of(values, 2, 3, RUN);
        for (int i = 0; i < 1000; i++) {
            there.move(values, 3 * i, -1, 1);
        }
        for (int i = 999; i >= 0; i -= 2) {
            there.move(values, 3 * i, 1, 0);
        }
        for (int i = 1; i < 1000; i += 2) {
            there.move(values, 3 * i, 0, 1);
        }
        ReproducibleSums back = there.empty();
        for (int i = 999; i >= 0; i--) {
            back.move(values, 3 * i, -1, 1);
        }
        for (int j = 0; j < 3; j++) {
            assertEquals(0, there.mean(0, j, 1));
            assertEquals(back.mean(1, j, 1000), there.mean(1, j, 1000));
        }
    }
}
