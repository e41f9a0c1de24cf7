package org.tessera.engine.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.RunContext;

/** Segmentations with a higher silhouette than the one to choose, each with a fault that a guard finds. */
class PlantedCasesTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final SelectionOptions DEFAULTS = SelectionOptions.defaults();
    private static final int N = 120;

    private static Matrix matrix(IntToDoubleFunction... columns) {
        double[] values = new double[N * columns.length];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < columns.length; j++) {
                values[i * columns.length + j] = columns[j].applyAsDouble(i);
            }
        }
        return Matrix.wrap(N, columns.length, values);
    }

    private static Candidate of(String name, IntUnaryOperator segment) {
        return new Candidate(
                name, "Test", Labels.of(IntStream.range(0, N).map(segment).toArray()));
    }

    private static NumericColumn numbers(String name, IntToDoubleFunction value) {
        return new NumericColumn(name, IntStream.range(0, N).mapToDouble(value).toArray(), false);
    }

    private static CategoryColumn texts(String name, IntUnaryOperator code, String... levels) {
        return new CategoryColumn(name, IntStream.range(0, N).map(code).toArray(), List.of(levels));
    }

    /** The better silhouette, with the fault, is set aside behind the other one. */
    private static String reasonOfTheFault(Candidate faulty, Candidate right, Matrix x, Column... columns) {
        Leaderboard board = Selection.rank(List.of(faulty, right), x, Arrays.asList(columns), DEFAULTS, RUN);
        assertEquals(right.name(), board.winner().candidate().name(), board.entries()::toString);
        assertEquals("", board.warning());
        Leaderboard.Entry second = board.entries().get(1);
        assertFalse(second.eligible());
        assertTrue(second.value("silhouette") > board.winner().value("silhouette"), board.entries()::toString);
        return second.reason();
    }

    private static double spread(int i, int prime) {
        return i * prime % 101 / 101.0;
    }

    @Test
    void a_segment_whose_customers_are_nearer_to_another_one() {
        // Eight customers in a ring around a tight group, and a long row of others far away.
        IntToDoubleFunction x = i -> i < 8 ? 6 * Math.cos(i * Math.PI / 4) : i < 40 ? spread(i, 7) : 100 + 0.75 * i;
        IntToDoubleFunction y = i -> i < 8 ? 6 * Math.sin(i * Math.PI / 4) : i < 40 ? spread(i, 31) : 0;
        String reason = reasonOfTheFault(
                of("ring", i -> i < 8 ? 0 : i < 40 ? 1 : 2), of("row", i -> i < 40 ? 0 : i < 80 ? 1 : 2), matrix(x, y));
        assertTrue(reason.contains("worst segment (Segment 1) has a mean silhouette of -0."), reason);
    }

    @Test
    void a_segment_that_is_what_others_left() {
        // Two tight groups at 0 and 20, and what lies outside of both in one segment.
        IntToDoubleFunction x = i -> i < 12 ? (i % 2 == 0 ? -4 : 24) : 20 * (i % 2) + spread(i, 7);
        String reason = reasonOfTheFault(
                of("rest", i -> i < 12 ? 2 : i % 2),
                of("levels", i -> i / 2 % 2),
                matrix(x, i -> 6 * (i / 2 % 2) + 3 * spread(i, 31)));
        assertTrue(reason.contains("worst segment (Segment 3) has a mean silhouette of -0."), reason);
    }

    @Test
    void one_segment_with_nearly_everybody() {
        Candidate fringe = of("fringe", i -> i < 4 ? 1 : 0);
        Matrix row = matrix(i -> i < 4 ? 5_000 + i : 100 * spread(i, 7));
        assertEquals(
                "Set aside: largest segment holds 96.7 % of the customers (116 of 120), above the limit of 90 %",
                reasonOfTheFault(fringe, of("halves", i -> i < 4 ? 2 : spread(i, 7) < 0.5 ? 0 : 1), row));
        Matrix groups = matrix(i -> i < 4 ? 8 : 0.5 * spread(i, 13), i -> 2 * (i % 2) + spread(i, 7));
        String reason = reasonOfTheFault(fringe, of("even", i -> i % 2), groups);
        assertTrue(reason.contains("largest segment holds 96.7 % of the customers"), reason);
    }

    @Test
    void gender() {
        IntToDoubleFunction weak = i -> (i / 2 % 2 == 0 ? 0 : 1.2) + spread(i, 7);
        Matrix x = matrix(i -> 5.0 * (i % 2), weak, i -> (i / 2 % 2 == 0 ? 0 : 1.2) + spread(i, 31));
        assertEquals(
                "Set aside: segments say no more than 'gender', which tells the segment of 100 % of the customers"
                        + " (adjusted Rand index 1, limit 0.95)",
                reasonOfTheFault(
                        of("gender", i -> i % 2),
                        of("habits", i -> i / 2 % 2),
                        x,
                        texts("gender", i -> i % 2, "f", "m"),
                        numbers("spend", weak),
                        numbers("visits", i -> (i / 2 % 2 == 0 ? 0 : 1.2) + spread(i, 31))));
    }

    @Test
    void internet_yes_or_no_with_unknowns() {
        IntToDoubleFunction weak = i -> (i / 2 % 2 == 0 ? 0 : 1.2) + spread(i, 7);
        IntToDoubleFunction other = i -> (i / 2 % 2 == 0 ? 0 : 1.2) + spread(i, 31);
        Matrix x = matrix(i -> i % 3 == 0 ? 6 : 0, weak, other);
        String reason = reasonOfTheFault(
                of("internet", i -> i % 3 == 0 ? 1 : 0),
                of("habits", i -> i / 2 % 2),
                x,
                numbers("internet", i -> i % 3 == 0 ? Double.NaN : 1),
                numbers("spend", weak),
                numbers("visits", other));
        assertTrue(reason.contains("say no more than 'internet'"), reason);
    }

    @Test
    void channel_and_region_crossed() {
        IntToDoubleFunction weak = i -> (i / 6 % 2 == 0 ? 0 : 1.2) + spread(i, 7);
        IntToDoubleFunction other = i -> (i / 6 % 2 == 0 ? 0 : 1.2) + spread(i, 31);
        Matrix x = matrix(i -> 9.0 * (i % 2), i -> 9.0 * (i / 2 % 3), weak, other);
        String reason = reasonOfTheFault(
                of("cells", i -> i % 2 * 3 + i / 2 % 3),
                of("habits", i -> i / 6 % 2 == 0 ? i % 2 : 2 + i % 2),
                x,
                texts("channel", i -> i % 2, "shop", "web"),
                texts("region", i -> i / 2 % 3, "north", "south", "west"),
                numbers("spend", weak),
                numbers("visits", other));
        assertTrue(reason.contains("say no more than 'channel' and 'region' crossed"), reason);
    }

    @Test
    void age_cut_at_two_values() {
        IntToDoubleFunction age = i -> 20 + 20 * (i % 3) + 5 * spread(i, 13);
        IntToDoubleFunction weak = i -> (i / 3 % 2 == 0 ? 0 : 1.2) + spread(i, 7);
        IntToDoubleFunction other = i -> (i / 3 % 2 == 0 ? 0 : 1.2) + spread(i, 31);
        String reason = reasonOfTheFault(
                of("ages", i -> i % 3),
                of("habits", i -> i / 3 % 2),
                matrix(i -> age.applyAsDouble(i) / 2, weak, other),
                numbers("age", age),
                numbers("spend", weak),
                numbers("visits", other));
        assertTrue(reason.contains("say no more than 'age' cut at 24."), reason);
    }

    @Test
    void when_none_passes_the_one_that_misses_least_is_first_and_says_what_to_try() {
        Matrix x = matrix(i -> i == 0 ? 1e3 : i < 3 ? 500 : 10 * (i % 2) + spread(i, 7));
        Candidate outlier = of("outlier", i -> i == 0 ? 1 : 0);
        Candidate small = of("small", i -> i < 2 ? 2 : i % 2);
        Leaderboard board = Selection.rank(List.of(outlier, small), x, DEFAULTS, RUN);
        assertTrue(board.guardsRelaxed());
        assertEquals("small", board.winner().candidate().name());
        assertTrue(board.winner().value("silhouette") < board.entries().get(1).value("silhouette"));
        String misses = "its smallest segment holds 1.7 % of the customers (2 of 120), below the limit of 2 %";
        assertTrue(board.winner().reason().contains(misses), board.winner().reason());
        assertTrue(
                board.winner().reason().contains("; try other algorithms or numbers of segments, or lower the limit"),
                board.winner().reason());
        assertTrue(
                board.warning()
                        .startsWith("None of the 2 candidates passes the guards. 'small' was chosen all the"
                                + " same, because it misses them least, but " + misses.substring(0, 30)),
                board.warning());
    }
}
