package org.tessera.engine.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChanceTest {

    /** Against {@code scipy.stats.hypergeom.sf(x - 1, n, a, b)} of scipy 1.10.1. */
    @ParameterizedTest
    @CsvSource({
        "20, 7, 12, 4, 0.7492260061919505",
        "20, 7, 12, 7, 0.010216718266253873",
        "20, 7, 12, 0, 1",
        "100, 30, 40, 20, 0.00043106255242406365",
        "1000000, 2000, 300000, 700, 8.191052909211063e-07",
        "1000000, 2000, 300000, 500, 0.9999997015334491",
        "2000, 1000, 1000, 540, 0.00020413385497227647"
    })
    void tails_are_scipys(int n, int a, int b, int x, double p) {
        assertEquals(p, Chance.atLeast(n, a, b, x), 1e-9 * p);
    }

    @Test
    void beyond_what_is_possible_is_impossible() {
        assertEquals(0, Chance.atLeast(20, 7, 12, 8));
        assertEquals(1, Chance.atLeast(10, 8, 8, 6));
    }

    @Test
    void two_tails_are_twice_the_smaller_one_and_at_most_one() {
        assertEquals(2 * Chance.atLeast(100, 30, 40, 20), Chance.asFar(100, 30, 40, 20));
        assertEquals(1, Chance.asFar(100, 30, 40, 12));
        // As few as 0 of 5 and 5 in 10: C(5, 5) / C(10, 5) = 1 / 252, twice.
        assertEquals(2 / 252.0, Chance.asFar(10, 5, 5, 0), 1e-13);
    }
}
