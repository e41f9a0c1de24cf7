package org.tessera.engine.choose.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class KneeTest {

    private static final double[] TWO_TO_SIX = {2, 3, 4, 5, 6};

    /** Chord from 100 to 20, -20 per step: depths 30, 35 and 16 at 3, 4 and 5. */
    @Test
    void knee_is_farthest_below_the_chord() {
        assertEquals(OptionalInt.of(2), Knee.of(TWO_TO_SIX, new double[] {100, 50, 25, 24, 20}));
    }

    /** A gap at 4: the chord falls by 20 per segment, not by 26.7 per point. Depths 0 at 3 and 16 at 5. */
    @Test
    void gaps_between_numbers_of_segments_count() {
        assertEquals(OptionalInt.of(2), Knee.of(new double[] {2, 3, 5, 6}, new double[] {100, 80, 24, 20}));
    }

    @Test
    void of_equally_deep_points_the_first_is_the_knee() {
        assertEquals(OptionalInt.of(1), Knee.of(TWO_TO_SIX, new double[] {100, 60, 40, 20, 20}));
    }

    @Test
    void straight_and_bulging_curves_have_no_knee() {
        assertEquals(OptionalInt.empty(), Knee.of(TWO_TO_SIX, new double[] {100, 80, 60, 40, 20}));
        assertEquals(OptionalInt.empty(), Knee.of(TWO_TO_SIX, new double[] {100, 95, 90, 80, 20}));
    }

    @Test
    void two_points_have_no_knee() {
        assertEquals(OptionalInt.empty(), Knee.of(new double[] {2, 3}, new double[] {100, 1}));
    }
}
