package org.tessera.engine.prep.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that are one but for rounding, beside StandardScaler of scikit-learn 1.2.1 ({@code scale_ == 1}). */
class ConstantsTest {

    private static boolean constant(double a, double b, int pairs) {
        double[] sorted = new double[2 * pairs];
        Arrays.fill(sorted, 0, pairs, Math.min(a, b));
        Arrays.fill(sorted, pairs, sorted.length, Math.max(a, b));
        return Constants.equalUpToRounding(sorted);
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 0.30000000000000004, 20, true",
        "1e9, 1000000000.0000001, 10, true",
        "1e9, 1000000000.0000088, 10, true",
        "1e9, 1000000000.0000089, 10, false",
        "1e9, 1000000000.00001, 10, false",
        "1e9, 1000000000.00001, 50, true",
        "1e-12, 2e-12, 10, false",
        "-5.1, -5.1000000000001, 10, false",
        "-5.1, -5.10000000000001, 10, true",
        "20000.0000001, 20000.0000002, 10, false",
        "20000, 20000.00000000001, 10, true"
    })
    void are_those_of_scikit_learn(double a, double b, int pairs, boolean expected) {
        assertEquals(expected, constant(a, b, pairs));
    }

    @Test
    void whole_numbers_are_never_rounded() {
        assertEquals(false, constant(1e15, 1e15 + 1, 5000), "the rule alone has a limit of 2220 here");
        assertEquals(true, constant(1e15, 1e15, 5000));
        assertEquals(true, constant(1e15 + 0.5, 1e15 + 1, 5000));
    }

    @Test
    void huge_and_tiny_numbers_do_not_overflow() {
        assertEquals(false, constant(1e300, 2e300, 10));
        assertEquals(true, constant(1e300, Math.nextUp(1e300), 10));
        assertEquals(false, constant(0, 1e-300, 10));
        assertEquals(false, constant(-1e-20, 1e-20, 10));
    }
}
