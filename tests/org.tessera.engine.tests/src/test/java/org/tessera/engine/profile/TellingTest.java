package org.tessera.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TellingTest {

    @Test
    void categories_stand_for_their_largest_segment() {
        // Told are 40 + 30 of 80; agreement by hand: pairs together 40·39/2 + 10·9/2 + 30·29/2 = 1260,
        // told 50·49/2 + 30·29/2 = 1660, segments 40·39/2 + 40·39/2 = 1560, all 3160.
        Telling telling = Telling.ofLevels(new int[][] {{40, 0}, {10, 30}});
        assertEquals(70 / 80.0, telling.share(), 1e-15);
        double chance = 1660 * 1560 / 3160.0;
        assertEquals((1260 - chance) / (1610 - chance), telling.agreement(), 1e-12);
        assertFalse(telling.isNearly());
    }

    @Test
    void categories_of_fewer_than_5_customers_tell_nothing() {
        assertEquals(
                20 / 24.0,
                Telling.ofLevels(new int[][] {{10, 0, 4}, {0, 10, 0}}).share(),
                1e-15);
    }

    @Test
    void numbers_are_divided_where_it_errs_least() {
        // Bins 0 and 1 are the first segment's, 2 the second's, 3 and 4 the third's but for 2 customers.
        Telling telling = Telling.ofBins(
                new int[][] {{10, 10, 0, 0, 2}, {0, 0, 20, 0, 0}, {0, 0, 0, 10, 8}}, new int[] {0, 0, 0});
        assertEquals(58 / 60.0, telling.share(), 1e-15);
        assertTrue(telling.isNearly());
    }

    @Test
    void no_more_intervals_than_segments_are_taken() {
        // Two segments that alternate in four bins: two intervals tell three of the four at most.
        Telling telling = Telling.ofBins(new int[][] {{10, 0, 10, 0}, {0, 10, 0, 10}}, new int[] {0, 0});
        assertEquals(0.75, telling.share(), 1e-15);
    }

    @Test
    void missing_numbers_stand_for_their_largest_segment() {
        Telling telling = Telling.ofBins(new int[][] {{10}, {0}}, new int[] {1, 9});
        assertEquals(19 / 20.0, telling.share(), 1e-15);
    }

    @Test
    void one_segment_has_nothing_to_tell() {
        assertTrue(Double.isNaN(Telling.ofLevels(new int[][] {{5, 5}, {0, 0}}).share()));
        assertFalse(Telling.ofBins(new int[][] {{5, 5}}, new int[1]).isNearly());
    }
}
