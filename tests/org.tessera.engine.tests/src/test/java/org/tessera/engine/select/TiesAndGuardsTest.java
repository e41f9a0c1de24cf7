package org.tessera.engine.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.Dunn;
import org.tessera.engine.run.RunContext;

/** Who wins where candidates are about as good or just on a limit, and the words for it. */
class TiesAndGuardsTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final SelectionOptions DEFAULTS = SelectionOptions.defaults();

    /** Pairs of neighbors: scikit-learn 1.2.1 gives two, three and four segments 0.6427, 0.7437 and 0.9900. */
    private static final Matrix PAIRS = column(0, 0.1, 10, 10.1, 20, 20.1, 30, 30.1);

    private static final Candidate TWO = of("two", 0, 0, 0, 0, 1, 1, 1, 1);
    private static final Candidate THREE = of("three", 0, 0, 0, 0, 1, 1, 2, 2);
    private static final Candidate FOUR = of("four", 0, 0, 1, 1, 2, 2, 3, 3);

    /** Every Davies-Bouldin index is 0, so that shape and place decide. */
    private static final Matrix TWO_PLACES = column(0, 0, 0, 5, 5, 5, 5);

    @Test
    void a_tie_is_measured_against_the_best_of_all_and_says_so() {
        Leaderboard board = Selection.rank(List.of(FOUR, THREE, TWO), PAIRS, DEFAULTS.withTie(0.5), RUN);
        assertEquals(List.of("two", "three", "four"), names(board));
        assertEquals(
                List.of(
                        "Chosen: its silhouette 0.643 is within 50 % of the best, 0.99 of 'four', and it has fewer"
                                + " segments (2 instead of 4); reasonable: segments are apart",
                        "Passes the guards, but within 50 % of its silhouette 0.744 is 0.643 of 'two', which has fewer"
                                + " segments (2 instead of 3)",
                        "Passes the guards, but within 50 % of its silhouette 0.99 is 0.643 of 'two', which has fewer"
                                + " segments (2 instead of 4)"),
                reasons(board));
    }

    @Test
    void a_worse_value_with_more_segments_is_called_worse_even_within_the_tolerance() {
        Matrix x = column(0, 0.2, 10, 10.1, 12, 12.2);
        Candidate two = of("two", 0, 0, 1, 1, 1, 1);
        Candidate three = of("three", 0, 1, 2, 2, 2, 2);
        Leaderboard board = Selection.rank(List.of(three, two), x, DEFAULTS.withTie(0.5), RUN);
        assertEquals(
                List.of(
                        "Chosen: highest silhouette 0.907 of the 2 candidates that pass the guards; strong: segments"
                                + " are clearly apart",
                        "Passes the guards, but its silhouette 0.579 is lower than 0.907 of 'two'"),
                reasons(board));
    }

    @Test
    void of_as_many_segments_the_better_value_wins_whatever_the_shape() {
        Matrix x = column(0, 1, 10, 11, 12, 13, 14);
        Candidate better = of("better", 0, 0, 1, 1, 1, 1, 1);
        Candidate rounder = of("rounder", 0, 0, 0, 1, 1, 1, 1);
        for (List<Candidate> order : List.of(List.of(better, rounder), List.of(rounder, better))) {
            Leaderboard board = Selection.rank(order, x, DEFAULTS.withTie(0.5), RUN);
            assertEquals(List.of("better", "rounder"), names(board));
            assertTrue(
                    board.entries().get(1).reason().matches("Passes .* is lower than [0-9.]+ of 'better'"),
                    reasons(board)::toString);
        }
    }

    @Test
    void of_equal_values_less_noise_then_the_larger_smallest_segment_wins() {
        Candidate full = of("full", 0, 0, 0, 1, 1, 1, 1);
        Candidate even = of("even", 0, 0, 0, 1, 1, 1, -1);
        Candidate uneven = of("uneven", 0, 0, -1, 1, 1, 1, 1);
        Leaderboard board =
                Selection.rank(List.of(uneven, even, full), TWO_PLACES, DEFAULTS.withMetric(DaviesBouldin.METRIC), RUN);
        assertEquals(List.of("full", "even", "uneven"), names(board));
        assertEquals(
                "Chosen: lowest Davies-Bouldin index 0 of the 3 candidates that pass the guards",
                board.winner().reason());
        assertEquals(
                "Passes the guards, but its Davies-Bouldin index 0 is no better than that of 'full', which was"
                        + " preferred for less noise, a larger smallest segment or its place among the candidates",
                board.entries().get(1).reason());
    }

    @Test
    void without_a_tolerance_only_equal_values_tie() {
        Leaderboard board = Selection.rank(List.of(TWO, THREE, FOUR), PAIRS, DEFAULTS.withTie(0), RUN);
        assertEquals(List.of("four", "three", "two"), names(board));
        Candidate three = of("three", 0, 0, 0, 1, 1, 2, 2);
        Candidate two = of("two", 0, 0, 0, 1, 1, 1, 1);
        Matrix places = column(0, 0, 0, 5, 5, 10, 10);
        SelectionOptions daviesBouldin =
                DEFAULTS.withMetric(DaviesBouldin.METRIC).withTie(0);
        Candidate apart = of("apart", 0, 0, 0, 1, 1, -1, -1);
        Leaderboard equal = Selection.rank(
                List.of(three, apart, two),
                places,
                daviesBouldin.withGuards(Guards.none().withNoise(0.5)),
                RUN);
        assertEquals(List.of("apart", "three", "two"), names(equal));
        assertEquals(
                "Passes the guards, but within 0 % of its Davies-Bouldin index 0 is 0 of 'apart', which has fewer"
                        + " segments (2 instead of 3)",
                equal.entries().get(1).reason());
        assertEquals(
                "Chosen: lowest Davies-Bouldin index 0 of the 3 candidates that pass the guards",
                equal.winner().reason());
    }

    @Test
    void a_segment_or_noise_just_on_its_limit_passes() {
        Candidate small = of("small", 0, 0, 0, 0, 0, 0, 1, 1);
        Candidate noisy = of("noisy", 0, 0, 0, 1, 1, 1, -1, -1);
        SelectionOptions quarters = guards(0.25, 0.25);
        for (Candidate candidate : List.of(small, noisy)) {
            Leaderboard board = Selection.rank(List.of(candidate), PAIRS, quarters, RUN);
            assertFalse(board.guardsRelaxed());
            assertEquals("", board.warning());
        }
        Leaderboard beyond = Selection.rank(List.of(small), PAIRS, guards(0.26, 0.25), RUN);
        assertEquals(
                "The only candidate does not pass the guards. 'small' was chosen all the same, but its smallest"
                        + " segment holds 25 % of the customers (2 of 8), below the limit of 26 %: try other algorithms or"
                        + " numbers of segments, or lower the limit of the smallest segment below 25 %.",
                beyond.warning());
        Leaderboard both = Selection.rank(List.of(noisy), PAIRS, guards(0.5, 0.2), RUN);
        assertTrue(
                both.warning()
                        .endsWith("or lower the limit of the smallest segment below 37.5 %, or raise the limit of noise"
                                + " above 25 %."),
                both.warning());
        assertEquals(
                "Chosen although it misses the guards, as the only candidate: its silhouette is 0.269, but its"
                        + " smallest segment holds 37.5 % of the customers (3 of 8), below the limit of 50 %, and its"
                        + " noise is 25 % of the customers (2 of 8), above the limit of 20 %; try other algorithms or"
                        + " numbers of segments, or lower the limit of the smallest segment below 37.5 %, or raise the"
                        + " limit of noise above 25 %",
                both.winner().reason());
    }

    @Test
    void entries_tell_who_passed_and_what_was_measured() {
        Candidate noisy = of("noisy", 0, 0, 0, 1, 1, 1, -1, -1);
        Leaderboard board = Selection.rank(List.of(noisy, TWO), PAIRS, DEFAULTS, RUN);
        assertEquals(List.of("two", "noisy"), names(board));
        assertEquals(
                List.of(true, false),
                board.entries().stream().map(Leaderboard.Entry::eligible).toList());
        Leaderboard.Entry second = board.entries().get(1);
        assertEquals(new Shape(8, List.of(3, 3), 2), second.shape());
        assertEquals(0.358 * 6 / 8, second.value("silhouette"), 5e-4);
        assertEquals(Double.NaN, second.value(Dunn.METRIC.info().id()));
        Shape empty = new Shape(0, List.of(), 0);
        assertEquals(0, empty.smallestShare());
        assertEquals(0, empty.noiseShare());
    }

    @Test
    void a_winner_that_nothing_can_be_measured_of_says_what_it_has() {
        Candidate one = of("one", 0, 0, 0, 0, 0, 0, 0, 0);
        Candidate noise = of("noise", -1, -1, -1, -1, -1, -1, -1, -1);
        String guards = " the guards. ";
        String remedy = ": ask for at least 2 segments, or for DBSCAN try another eps.";
        assertEquals(
                "None of the 2 candidates passes" + guards + "'one' was chosen all the same, but it has one segment"
                        + " only, so there is nothing to compare" + remedy,
                Selection.rank(List.of(noise, one), PAIRS, DEFAULTS, RUN).warning());
        assertEquals(
                "The only candidate does not pass" + guards + "'noise' was chosen all the same, but all 8 customers are"
                        + " noise, so there is no segment" + remedy,
                Selection.rank(List.of(noise), PAIRS, DEFAULTS, RUN).warning());
        Candidate alone = of("alone", -1);
        assertEquals(
                "Chosen for want of any other: the only customer is noise, so there is no segment",
                Selection.rank(List.of(alone), column(3), DEFAULTS, RUN)
                        .winner()
                        .reason());
    }

    @Test
    void a_metric_without_a_value_tells_why() {
        Candidate each = of("each", 0, 1, 2, 3, 4, 5, 6, 7);
        Leaderboard board = Selection.rank(
                List.of(each, TWO), PAIRS, DEFAULTS.withMetric(Dunn.METRIC).withExactUpTo(8), RUN);
        assertEquals(List.of("two", "each"), names(board));
        assertEquals(
                "Set aside: The Dunn index needs a segment with rows that differ, but the rows of every segment are"
                        + " equal",
                board.entries().get(1).reason());
    }

    /** Each candidate has its share of the progress, in order. */
    @Test
    void progress_runs_from_the_first_candidate_to_the_last() {
        Set<Double> heard = new ConcurrentSkipListSet<>();
        Selection.rank(List.of(TWO, THREE, FOUR, TWO), PAIRS, DEFAULTS, RUN.withProgress((f, m) -> heard.add(f)));
        TreeSet<Double> fractions = new TreeSet<>(heard);
        assertEquals(1, fractions.last());
        for (double share : new double[] {0.25, 0.5, 0.75}) {
            assertTrue(fractions.contains(share), fractions::toString);
        }
        assertTrue(fractions.first() > 0);
    }

    private static SelectionOptions guards(double smallestShare, double noise) {
        return DEFAULTS.withGuards(Guards.none().withShares(smallestShare, 1).withNoise(noise));
    }

    private static Matrix column(double... values) {
        return Matrix.wrap(values.length, 1, values);
    }

    private static Candidate of(String name, int... labels) {
        return new Candidate(name, "Test", Labels.of(labels));
    }

    private static List<String> names(Leaderboard board) {
        return board.entries().stream().map(e -> e.candidate().name()).toList();
    }

    private static List<String> reasons(Leaderboard board) {
        return board.entries().stream().map(Leaderboard.Entry::reason).toList();
    }
}
