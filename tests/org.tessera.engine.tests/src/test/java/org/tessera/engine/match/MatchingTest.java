package org.tessera.engine.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Labels;

class MatchingTest {

    /** Today's segments continue the earlier ones 1, none and 0. */
    private static final Matching MATCHING =
            new Matching(new Migration(new int[4][4]), List.of(), new int[] {1, OptimalAssignment.NONE, 0});

    @Test
    void segments_are_followed_in_both_directions() {
        assertEquals(1, MATCHING.continued(0));
        assertEquals(Matching.NOTHING, MATCHING.continued(1));
        assertEquals(Labels.NOISE, MATCHING.continued(Labels.NOISE));
        assertEquals(2, MATCHING.continuedBy(0));
        assertEquals(OptimalAssignment.NONE, MATCHING.continuedBy(2));
    }

    @Test
    void whoever_is_not_in_the_continuation_of_the_earlier_segment_moved() {
        assertFalse(MATCHING.isMove(1, 0));
        assertTrue(MATCHING.isMove(0, 0));
        assertTrue(MATCHING.isMove(0, 1));
        assertTrue(MATCHING.isMove(0, Labels.NOISE));
        assertFalse(MATCHING.isMove(Labels.NOISE, Labels.NOISE));
        assertTrue(MATCHING.isMove(Labels.NOISE, 1), "from noise into a new segment");
        assertFalse(MATCHING.isMove(Migration.NEW, 0));
    }

    @Test
    void the_earlier_model_tells_whether_customer_or_segments_changed() {
        assertEquals(MoveCause.SEGMENTS, MoveCause.of(0, 0, 1));
        assertEquals(MoveCause.CUSTOMER, MoveCause.of(0, 1, 1));
        assertEquals(MoveCause.BOTH, MoveCause.of(0, 2, 1));
        assertEquals(MoveCause.BOTH, MoveCause.of(0, 1, Matching.NOTHING));
        assertEquals(MoveCause.BOTH, MoveCause.of(0, Labels.NOISE, Matching.NOTHING));
        assertEquals(MoveCause.CUSTOMER, MoveCause.of(0, Labels.NOISE, Labels.NOISE));
    }
}
