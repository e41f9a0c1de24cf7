package org.tessera.engine.choose.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.tessera.engine.run.RandomStream;

class HillsTest {

    private static double depth(int n, IntToDoubleFunction value, double errors) {
        double[] values = new double[n];
        Arrays.setAll(values, value);
        return Hills.depth(values, -1, 6, 0.5, errors);
    }

    /** Half of the values are 0 and half 5, far beyond the kernel's reach: hills of the density m = n / 2, and 0 between. */
    @Test
    void a_standard_error_makes_the_valley_between_few_values_shallower() {
        for (int m : new int[] {32, 500}) {
            for (double errors : new double[] {0, 0.5, 2}) {
                double margin = 0.42 * errors;
                double expected = 1 - Math.pow(margin / (Math.sqrt(m) - margin), 2);
                assertEquals(expected, depth(2 * m, i -> i % 2 * 5, errors), 0.005, m + " values, " + errors);
            }
        }
        assertEquals(1, depth(2, i -> i * 5, 0), 1e-9);
        assertEquals(0, depth(2, i -> i * 5, 3), "the margin is more than the hills");
    }

    @Test
    void chance_makes_valleys_between_few_values_that_half_a_standard_error_halves() {
        double plain = 0;
        double margin = 0;
        for (int t = 0; t < 50; t++) {
            RandomStream random = RandomStream.of(t, 0);
            double[] values = new double[30];
            Arrays.setAll(values, i -> random.nextGaussian());
            plain += Hills.depth(values, -1.5, 1.5, 0.4, 0) / 50;
            margin += Hills.depth(values, -1.5, 1.5, 0.4, 0.5) / 50;
        }
        assertTrue(plain > 0.1 && margin < plain / 2, plain + " and " + margin);
    }
}
