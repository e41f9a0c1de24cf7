package org.tessera.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.tessera.engine.run.RandomStream;

class ExactSumsTest {

    private static double sum(double... terms) {
        ExactSums sums = new ExactSums(1);
        for (double term : terms) {
            sums.add(0, term);
        }
        return sums.value(0);
    }

    @Test
    void nothing_is_lost_between_the_largest_and_the_smallest_double() {
        assertEquals(Double.MIN_VALUE, sum(Double.MAX_VALUE, Double.MIN_VALUE, -Double.MAX_VALUE));
        assertEquals(1, sum(1e300, 1, -1e300));
        assertEquals(-0x1p-1074, sum(0x1p52, -0x1p52, -0x1p-1074));
        assertEquals(Double.MAX_VALUE, sum(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE));
        assertEquals(Double.POSITIVE_INFINITY, sum(Double.MAX_VALUE, Double.MAX_VALUE));
        assertEquals(0, sum());
    }

    @Test
    void a_sum_is_rounded_once_and_ties_go_to_even() {
        assertEquals(0x1p53, sum(0x1p53, 1));
        assertEquals(0x1p53 + 2, sum(0x1p53, 1, 0x1p-200));
        assertEquals(0x1p53 + 4, sum(0x1p53 + 2, 1));
        assertEquals(-(0x1p53 + 2), sum(-0x1p53, -1, -0x1p-1074));
    }

    @Test
    void sums_equal_those_of_big_decimals_in_any_parts() {
        RandomStream random = RandomStream.of(5, 0);
        BigDecimal[] exact = {BigDecimal.ZERO, BigDecimal.ZERO};
        ExactSums[] parts = {new ExactSums(2), new ExactSums(2), new ExactSums(2)};
        for (int i = 0; i < 20_000; i++) {
            double term = random.nextGaussian() * Math.scalb(1.0, random.nextInt(200) - 100);
            parts[random.nextInt(3)].add(i % 2, term);
            exact[i % 2] = exact[i % 2].add(new BigDecimal(term));
        }
        parts[2].add(parts[0]);
        parts[2].add(parts[1]);
        for (int s = 0; s < 2; s++) {
            assertEquals(0, exact[s].compareTo(parts[2].exact(s)));
            assertEquals(exact[s].doubleValue(), parts[2].value(s));
        }
    }

    @Test
    void carries_are_in_time_for_many_large_terms_of_one_sign() {
        ExactSums sums = new ExactSums(1);
        for (int i = 0; i < 5000; i++) {
            sums.add(0, -0x1.fffffffffffffp31);
        }
        assertEquals(
                0,
                new BigDecimal(-0x1.fffffffffffffp31)
                        .multiply(BigDecimal.valueOf(5000))
                        .compareTo(sums.exact(0)));
    }

    @Test
    void refuses_what_is_not_finite() {
        assertThrows(IllegalArgumentException.class, () -> sum(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> sum(Double.NEGATIVE_INFINITY));
    }
}
