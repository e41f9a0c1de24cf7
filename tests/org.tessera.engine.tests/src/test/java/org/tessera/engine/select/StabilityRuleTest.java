package org.tessera.engine.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.choose.stability.Consistency;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

class StabilityRuleTest {

    private static final Matrix X = Matrix.wrap(8, 1, new double[] {0, 1, 10, 11, 20, 21, 30, 31});
    private static final Labels TWO = Labels.of(0, 0, 0, 0, 1, 1, 1, 1);
    private static final Labels FOUR = Labels.of(0, 0, 1, 1, 2, 2, 3, 3);
    private static final double NONE = Double.NaN;
    private static final SelectionOptions BY_STABILITY =
            SelectionOptions.defaults().withGuards(Guards.none()).withStability(new StabilityRule(true, 0, false));

    private static Candidate candidate(String name, Labels labels, double halves, double without, double worst) {
        return new Candidate(name, "Test", labels, new Consistency(halves, without, 0.9, worst, 0.8));
    }

    private static List<Leaderboard.Entry> rank(SelectionOptions options, Candidate... candidates) {
        return Selection.rank(List.of(candidates), X, options, RunContext.of(1)).entries();
    }

    private static List<String> names(List<Leaderboard.Entry> entries) {
        return entries.stream().map(e -> e.candidate().name()).toList();
    }

    @Test
    void the_gain_decides_and_not_stability_itself() {
        List<Leaderboard.Entry> entries =
                rank(BY_STABILITY, candidate("two", TWO, 0.98, 0.9, 0.9), candidate("four", FOUR, 0.95, 0.5, 0.9));
        assertEquals(List.of("four", "two"), names(entries));
        assertEquals(
                "Chosen: highest gain in stability 0.45 (0.95, without segments 0.5) of the 2 candidates that pass the"
                        + " guards",
                entries.get(0).reason());
        assertEquals(
                "Passes the guards, but its gain in stability 0.08 (0.98, without segments 0.9) is lower than 0.45 of"
                        + " 'four'",
                entries.get(1).reason());
    }

    @Test
    void the_metric_decides_unless_stability_is_asked_to() {
        List<Leaderboard.Entry> entries = rank(
                BY_STABILITY.withStability(StabilityRule.NONE),
                candidate("two", TWO, 0.98, 0.5, 0),
                candidate("four", FOUR, 0.1, 0.5, 0));
        assertEquals(List.of("four", "two"), names(entries));
    }

    @Test
    void ties_go_to_fewer_segments() {
        List<Leaderboard.Entry> entries =
                rank(BY_STABILITY, candidate("four", FOUR, 0.9, 0.5, 0.9), candidate("two", TWO, 0.994, 0.6, 0.9));
        assertEquals(List.of("two", "four"), names(entries));
        assertEquals(
                "Chosen: its gain in stability 0.394 (0.994, without segments 0.6) is within 0.01 of the best, 0.4 of"
                        + " 'four', and it has fewer segments (2 instead of 4)",
                entries.get(0).reason());
        assertEquals(
                List.of("four", "two"),
                names(rank(
                        BY_STABILITY.withTie(0),
                        candidate("four", FOUR, 0.9, 0.5, 0.9),
                        candidate("two", TWO, 0.994, 0.6, 0.9))));
    }

    @Test
    void an_algorithm_that_finds_nothing_without_segments_gains_all_and_an_unknown_one_is_last() {
        List<Leaderboard.Entry> entries =
                rank(BY_STABILITY, candidate("unknown", FOUR, NONE, NONE, NONE), candidate("two", TWO, 0.6, NONE, 0.9));
        assertEquals(List.of("two", "unknown"), names(entries));
        assertTrue(entries.get(0).reason().contains("0.6 (0.6, no segments found without segments)"));
        assertTrue(entries.get(1).reason().startsWith("Set aside: its stability is not known"));
    }

    @Test
    void a_dissolved_segment_is_set_aside_with_its_index() {
        SelectionOptions options = BY_STABILITY.withStability(new StabilityRule(false, 0.5, false));
        List<Leaderboard.Entry> entries =
                rank(options, candidate("four", FOUR, 0.9, 0.5, 0.4995), candidate("two", TWO, 0.9, 0.5, 0.5));
        assertEquals(List.of("two", "four"), names(entries));
        assertFalse(entries.get(1).eligible());
        assertEquals(
                "Set aside: least stable segment has a Jaccard index of 0.4995 in resamples, below the limit of 0.5",
                entries.get(1).reason());
        assertEquals(0.001, entries.get(1).misses().get(0).by(), 1e-9);
    }

    @Test
    void no_more_stable_than_without_segments_is_set_aside_on_request() {
        Candidate same = candidate("four", FOUR, 0.5, 0.5, 0.9);
        SelectionOptions options = BY_STABILITY.withStability(new StabilityRule(false, 0, true));
        List<Leaderboard.Entry> entries = rank(options, same, candidate("two", TWO, 0.51, 0.5, 0.9));
        assertEquals(List.of("two", "four"), names(entries));
        assertEquals(
                "Set aside: stability is 0.5, no more than 0.5, which its algorithm reaches without segments",
                entries.get(1).reason());
        assertTrue(entries.get(1).misses().get(0).by() > 0);
        assertEquals(List.of("four"), names(rank(options, candidate("four", FOUR, NONE, NONE, NONE))));
        assertTrue(
                rank(options, candidate("four", FOUR, NONE, NONE, NONE)).get(0).eligible());
    }

    @Test
    void bounds_are_checked() {
        assertThrows(IllegalArgumentException.class, () -> new StabilityRule(false, 1.01, false));
        assertThrows(IllegalArgumentException.class, () -> new StabilityRule(false, NONE, false));
    }
}
