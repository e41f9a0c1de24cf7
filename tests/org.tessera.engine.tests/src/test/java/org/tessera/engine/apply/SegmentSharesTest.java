package org.tessera.engine.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tessera.engine.run.RandomStream;

class SegmentSharesTest {

    @Test
    void customers_may_be_more_than_32_bits_count() {
        SegmentShares shares = new SegmentShares(new int[] {1, 1}, new long[] {3_000_000_000L, 9_000_000_000L});
        assertEquals(12_000_000_000L, shares.total());
        assertEquals(0.25, shares.share(0));
        assertEquals(0.25 * Math.log(1.5) - 0.25 * Math.log(0.5), shares.index(), 1e-12);
    }

    private static SegmentShares shares(int[] training, int... customers) {
        return new SegmentShares(training, customers);
    }

    @Test
    void index_is_that_of_the_definition() {
        SegmentShares shares = shares(new int[] {500, 300, 200}, 20, 50, 30);
        assertEquals(0.5, shares.trainingShare(0));
        assertEquals(0.2, shares.share(0));
        assertEquals(-0.3 * Math.log(0.4), shares.index(0), 1e-15);
        assertEquals(-0.3 * Math.log(0.4) + 0.2 * Math.log(5 / 3.0) + 0.1 * Math.log(1.5), shares.index(), 1e-15);
        assertEquals(1000, shares.trainingTotal());
        assertEquals(100, shares.total());
        assertEquals(0, shares(new int[] {6, 4}, 3, 2).index());
    }

    @Test
    void an_empty_segment_counts_as_half_a_customer() {
        SegmentShares shares = shares(new int[] {6, 4, 0}, 5, 0, 0);
        assertEquals((0.1 - 0.4) * Math.log(0.1 / 0.4), shares.index(1), 1e-15);
        assertEquals(0, shares.index(2));
        assertEquals((1 - 0.6) * Math.log(1 / 0.6) + 0.3 * Math.log(4), shares.index(), 1e-15);
    }

    /** Tabulated 95 % quantiles of chi squared: 3.841459 for one degree of freedom, 7.814728 for three. */
    @Test
    void critical_value_is_the_quantile_of_chi_squared() {
        double scale = 1 / 1000.0 + 1 / 50.0;
        assertEquals(3.841459 * scale, shares(new int[] {500, 500}, 25, 25).criticalValue(), 0.025 * 3.841459 * scale);
        assertEquals(
                7.814728 * scale,
                shares(new int[] {250, 250, 250, 250}, 20, 10, 10, 10).criticalValue(),
                0.025 * 3.841459 * scale);
        assertEquals(0, shares(new int[] {7, 0}, 5, 0).criticalValue());
    }

    @Test
    void samples_of_the_same_customers_stay_below_the_critical_value_in_95_of_100_cases() {
        RandomStream random = RandomStream.of(7, 0);
        int below = 0;
        for (int trial = 0; trial < 2000; trial++) {
            int[] training = new int[4];
            int[] customers = new int[4];
            for (int i = 0; i < 2000; i++) {
                training[segment(random)]++;
                customers[segment(random)] += i < 200 ? 1 : 0;
            }
            SegmentShares shares = shares(training, customers);
            below += shares.index() <= shares.criticalValue() ? 1 : 0;
        }
        assertEquals(0.95, below / 2000.0, 0.015);
    }

    private static int segment(RandomStream random) {
        double u = random.nextDouble();
        return u < 0.4 ? 0 : u < 0.7 ? 1 : u < 0.9 ? 2 : 3;
    }

    @Test
    void says_in_words_how_large_the_shift_is() {
        int[] training = {5000, 3000, 2000};
        assertEquals(
                "No shift beyond chance: the population stability index is 0.081, and up to 0.59 comes by chance with"
                        + " 10 customers.",
                shares(training, 5, 2, 3).inWords());
        assertEquals(
                "Small shift: the population stability index is 0.025, below 0.1.",
                shares(training, 5500, 2300, 2200).inWords());
        assertTrue(shares(training, 3000, 3000, 4000).inWords().startsWith("Moderate shift: "));
        assertTrue(shares(training, 1000, 3000, 6000).inWords().startsWith("Large shift: "));
        assertEquals("No new customer has a segment.", shares(training, 0, 0, 0).inWords());
    }

    @Test
    void lengths_have_to_agree() {
        assertThrows(IllegalArgumentException.class, () -> shares(new int[2], 1));
    }
}
