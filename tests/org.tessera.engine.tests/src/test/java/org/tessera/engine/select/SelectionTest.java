package org.tessera.engine.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.Dunn;
import org.tessera.engine.metric.WithinSumOfSquares;
import org.tessera.engine.reference.CreditReference;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

class SelectionTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final SelectionOptions DEFAULTS = SelectionOptions.defaults();
    private static final Matrix LINE = Matrix.wrap(8, 1, new double[] {0, 1, 2, 3, 20, 21, 22, 23});

    private static Matrix credit;

    @BeforeAll
    static void read() {
        credit = CreditReference.features();
    }

    @Test
    void guards_keep_out_of_the_silhouette_trap() {
        List<Candidate> candidates = reference("average_4", "single_2", "kmeans_2", "ward_4", "gmm_full_5");
        Leaderboard board = Selection.rank(candidates, credit, DEFAULTS, RUN);
        assertEquals("kmeans_2", board.winner().candidate().name());
        assertFalse(board.guardsRelaxed());
        assertEquals("", board.warning());
        assertEquals(
                "Chosen: highest silhouette 0.164 of the 2 candidates that pass the guards; no substantial structure:"
                        + " segments blend into each other",
                board.winner().reason());
        Leaderboard.Entry trap = entry(board, "average_4");
        assertTrue(trap.value("silhouette") > 0.6);
        assertFalse(trap.eligible());
        assertEquals(5, trap.rank());
        assertEquals(
                "Set aside: smallest segment holds 0.045 % of the customers (2 of 4,454), below the limit of 2 %, and"
                        + " largest segment holds 99.8 % of the customers (4,443 of 4,454), above the limit of 90 %",
                trap.reason());
        assertEquals(
                "Passes the guards, but its silhouette 0.149 is lower than 0.164 of 'kmeans_2'",
                entry(board, "gmm_full_5").reason());
        assertEquals(
                "Set aside: worst segment (Segment 1) has a mean silhouette of -0.155, below the limit of 0, so that"
                        + " its customers are on average nearer to another one",
                entry(board, "ward_4").reason());
    }

    @Test
    void metrics_of_every_candidate_are_on_the_board() {
        Leaderboard board = Selection.rank(reference("kmeans_3"), credit, DEFAULTS, RUN);
        assertEquals(
                List.of("silhouette", "davies-bouldin", "calinski-harabasz"),
                List.copyOf(board.winner().metrics().keySet()));
        assertEquals(0.16509783470651762, board.winner().value("silhouette"), 1e-12);
        assertEquals(
                "Chosen: the only candidate, with silhouette 0.165; no substantial structure: segments blend into each"
                        + " other",
                board.winner().reason());
    }

    @Test
    void all_pairs_are_measured_only_when_asked_for() {
        Candidate two = of("two", Labels.of(0, 0, 0, 0, 1, 1, 1, 1));
        Candidate three = of("three", Labels.of(0, 0, 1, 1, 2, 2, 2, 2));
        SelectionOptions dunn = DEFAULTS.withMetric(Dunn.METRIC);
        Leaderboard board = Selection.rank(List.of(three, two), LINE, dunn, RUN);
        assertEquals("two", board.winner().candidate().name());
        assertEquals(17 / 3.0, board.winner().value("dunn"), 1e-15);
        assertEquals(
                "Chosen: highest Dunn index 5.67 of the 2 candidates that pass the guards; compact and separated: no"
                        + " segment is as wide as its gap to the next",
                board.winner().reason());
        assertEquals(4, board.winner().metrics().size());
        SegmentationException refused = assertThrows(
                SegmentationException.class, () -> Selection.rank(List.of(two), LINE, dunn.withExactUpTo(7), RUN));
        assertEquals(
                "The Dunn index compares all pairs of customers and cannot be estimated: it is measured for at most 7"
                        + " customers, but there are 8",
                refused.problem());
    }

    @Test
    void noise_above_the_limit_is_set_aside() {
        Labels noisy = Labels.of(0, 0, 0, -1, 1, 1, 1, -1);
        Labels full = Labels.of(0, 0, 0, 0, 1, 1, 1, 1);
        Leaderboard board = Selection.rank(List.of(of("noisy", noisy), of("full", full)), LINE, DEFAULTS, RUN);
        assertEquals("full", board.winner().candidate().name());
        assertTrue(
                board.winner().reason().startsWith("Chosen: the only one of the 2 candidates that passes the guards"));
        assertEquals(
                "Set aside: noise is 25 % of the customers (2 of 8), above the limit of 20 %",
                board.entries().get(1).reason());
    }

    @Test
    void values_within_the_tolerance_go_to_fewer_segments() {
        Matrix x = Matrix.wrap(6, 1, new double[] {0, 0.1, 10, 10.1, 20, 20.1});
        Candidate three = of("three", Labels.of(0, 0, 1, 1, 2, 2));
        Candidate two = of("two", Labels.of(0, 0, 0, 0, 1, 1));
        Leaderboard strict = Selection.rank(List.of(two, three), x, DEFAULTS, RUN);
        assertEquals("three", strict.winner().candidate().name());
        Leaderboard loose = Selection.rank(List.of(three, two), x, DEFAULTS.withTie(0.5), RUN);
        assertEquals("two", loose.winner().candidate().name());
        assertTrue(
                loose.winner()
                        .reason()
                        .matches("Chosen: its silhouette 0\\.\\d+ is within 50 % of the best, 0\\.99 of "
                                + "'three', and it has fewer segments \\(2 instead of 3\\); reasonable: .*"),
                loose.winner().reason());
        assertTrue(
                loose.entries().get(1).reason().contains("which has fewer segments (2 instead of 3)"),
                loose.entries().get(1).reason());
    }

    @Test
    void all_set_aside_chooses_the_one_that_misses_least_and_warns() {
        Leaderboard board = Selection.rank(reference("average_4", "kmeans_5"), credit, DEFAULTS, RUN);
        assertTrue(board.guardsRelaxed());
        assertEquals("kmeans_5", board.winner().candidate().name());
        assertTrue(
                board.winner().value("silhouette") < entry(board, "average_4").value("silhouette"));
        assertFalse(board.winner().eligible());
        assertEquals(
                "None of the 2 candidates passes the guards. 'kmeans_5' was chosen all the same, because it misses"
                        + " them least, but its smallest segment holds 0.85 % of the customers (38 of 4,454), below the"
                        + " limit of 2 %: try other algorithms or numbers of segments, or lower the limit of the smallest"
                        + " segment below 0.85 %.",
                board.warning());
    }

    @Test
    void one_segment_and_all_noise_win_only_for_want_of_any_other() {
        Candidate one = of("one", Labels.of(0, 0, 0, 0, 0, 0, 0, 0));
        Candidate noise = of("noise", Labels.of(-1, -1, -1, -1, -1, -1, -1, -1));
        Candidate poor = of("poor", Labels.of(0, 1, 1, 0, 0, 1, 0, 1));
        Leaderboard board = Selection.rank(List.of(noise, one, poor), LINE, DEFAULTS, RUN);
        assertEquals(List.of("poor", "one", "noise"), names(board));
        assertEquals(
                "Set aside: one segment only, so there is nothing to compare",
                board.entries().get(1).reason());
        assertEquals(
                "Set aside: all 8 customers are noise, so there is no segment",
                board.entries().get(2).reason());

        Leaderboard none = Selection.rank(List.of(noise, one), LINE, DEFAULTS, RUN);
        assertEquals("one", none.winner().candidate().name());
        assertTrue(none.guardsRelaxed());
        assertTrue(
                none.warning().endsWith("ask for at least 2 segments, or for DBSCAN try another eps."), none.warning());
    }

    @Test
    void lower_is_better_where_the_metric_says_so() {
        Leaderboard board = Selection.rank(
                reference("kmeans_2", "kmeans_3"), credit, DEFAULTS.withMetric(DaviesBouldin.METRIC), RUN);
        assertEquals("kmeans_3", board.winner().candidate().name());
        assertEquals(
                "Chosen: lowest Davies-Bouldin index 2.23 of the 2 candidates that pass the guards",
                board.winner().reason());
    }

    @Test
    void order_of_candidates_matters_only_between_equals() {
        List<Candidate> candidates =
                new ArrayList<>(reference("kmeans_2", "ward_2", "ward_4", "average_4", "gmm_full_3", "dbscan_1.0"));
        List<String> expected = names(Selection.rank(candidates, credit, DEFAULTS, RUN));
        Collections.reverse(candidates);
        assertEquals(expected, names(Selection.rank(candidates, credit, DEFAULTS, RUN)));
        Candidate a = of("a", Labels.of(0, 0, 0, 0, 1, 1, 1, 1));
        Candidate b = of("b", Labels.of(1, 1, 1, 1, 0, 0, 0, 0));
        assertEquals(List.of("a", "b"), names(Selection.rank(List.of(a, b), LINE, DEFAULTS, RUN)));
        assertEquals(List.of("b", "a"), names(Selection.rank(List.of(b, a), LINE, DEFAULTS, RUN)));
        assertEquals(
                1,
                Selection.rank(List.of(b, a), LINE, DEFAULTS, RUN)
                        .entries()
                        .get(1)
                        .index());
    }

    @Test
    void sampled_silhouettes_say_so() {
        Leaderboard board = Selection.rank(reference("kmeans_2", "ward_4"), credit, DEFAULTS.withExactUpTo(100), RUN);
        assertEquals("kmeans_2", board.winner().candidate().name());
        assertTrue(
                board.winner().reason().contains("(estimated from 2,0")
                        && board.winner().reason().contains("error 0.00"),
                board.winner().reason());
    }

    @Test
    void wrong_input_is_named() {
        String need = "A choice needs at least 1 segmentation of at least 1 customer, but there are ";
        SegmentationException none =
                assertThrows(SegmentationException.class, () -> Selection.rank(List.of(), LINE, DEFAULTS, RUN));
        assertEquals(need + "0 segmentations of " + LINE.rows() + " customers", none.problem());
        Matrix nobody = Matrix.wrap(0, 1, new double[0]);
        SegmentationException empty = assertThrows(
                SegmentationException.class,
                () -> Selection.rank(List.of(of("nobody", Labels.of())), nobody, DEFAULTS, RUN));
        assertEquals(need + "1 segmentation of 0 customers", empty.problem());
        assertThrows(
                IllegalArgumentException.class,
                () -> Selection.rank(List.of(of("short", Labels.of(0, 1))), LINE, DEFAULTS, RUN));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withMetric(WithinSumOfSquares.METRIC));
        assertThrows(IllegalArgumentException.class, () -> Guards.defaults().withNoise(1.5));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withTie(Double.NaN));
    }

    private static List<Candidate> reference(String... runs) {
        return Arrays.stream(runs)
                .map(run -> of(run, CreditReference.labels(run)))
                .toList();
    }

    private static Candidate of(String name, Labels labels) {
        return new Candidate(name, "Test", labels);
    }

    private static Leaderboard.Entry entry(Leaderboard board, String name) {
        return board.entries().stream()
                .filter(e -> e.candidate().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Leaderboard board) {
        return board.entries().stream().map(e -> e.candidate().name()).toList();
    }
}
