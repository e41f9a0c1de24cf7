package org.tessera.engine.match;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.match.Transition.Kind;
import org.tessera.engine.match.Transition.Size;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.run.RunContext;

class SegmentMatcherTest {

    private static final int SEEDS = 100;

    enum Plot {
        STAY(h -> h),
        GROW(History::grows),
        SPLIT(History::splits),
        MERGE(History::merges),
        APPEAR(History::appears),
        VANISH(History::vanishes),
        DRIFT(History::drifts),
        ALL(h -> h.grows().splits().merges().appears().vanishes().drifts());

        private final UnaryOperator<History> events;

        Plot(UnaryOperator<History> events) {
            this.events = events;
        }
    }

    private static long recovered(Plot plot, boolean byPlace) {
        return IntStream.range(0, SEEDS)
                .mapToObj(seed -> plot.events.apply(new History(seed).othersStay()))
                .filter(history -> history.found(byPlace).equals(history.planted()))
                .count();
    }

    @ParameterizedTest
    @EnumSource
    void planted_histories_are_recovered_by_place(Plot plot) {
        long found = recovered(plot, true);
        assertTrue(found >= 95, plot + ": " + found + " of " + SEEDS);
    }

    @ParameterizedTest
    @EnumSource
    void planted_histories_are_recovered_by_customers(Plot plot) {
        long found = recovered(plot, false);
        assertTrue(found >= 95, plot + ": " + found + " of " + SEEDS);
    }

    private static Labels labels(int... sizes) {
        return Labels.of(IntStream.range(0, sizes.length)
                .flatMap(s -> IntStream.generate(() -> s).limit(sizes[s]))
                .toArray());
    }

    /** Customers of today by earlier (row) and present segment (column); the last row are new ones. */
    private static Matching matching(Labels before, int[][] counts) {
        int[] earlier = IntStream.range(0, counts.length)
                .flatMap(i -> IntStream.generate(() -> i < before.segments() ? i : Migration.NEW)
                        .limit(Arrays.stream(counts[i]).sum()))
                .toArray();
        int[] present = Arrays.stream(counts)
                .flatMapToInt(row -> IntStream.range(0, row.length)
                        .flatMap(j -> IntStream.generate(() -> j).limit(row[j])))
                .toArray();
        return SegmentMatcher.byCustomers(before, earlier, Labels.of(present), MatchOptions.defaults());
    }

    @Test
    void customers_of_a_split_who_went_to_a_survivor_moved_there() {
        Matching matching = matching(labels(100, 100), new int[][] {{70, 30}, {0, 100}});
        assertEquals(2, matching.transitions().size());
        assertEquals(Kind.SURVIVES, matching.transitions().get(0).kind());
        assertEquals(List.of(0), matching.transitions().get(0).present());
        assertEquals(Kind.SURVIVES, matching.transitions().get(1).kind());
        assertArrayEquals(new int[] {0, 1}, matching.identities());
    }

    @Test
    void parts_of_a_split_are_ordered_and_the_larger_keeps_the_identity() {
        Matching matching = matching(labels(100, 50), new int[][] {{30, 70, 0}, {0, 0, 50}});
        Transition split = matching.transitions().get(0);
        assertEquals(Kind.SPLITS, split.kind());
        assertEquals(List.of(1, 0), split.present());
        assertEquals(1, split.overlap());
        assertArrayEquals(new int[] {OptimalAssignment.NONE, 0, 1}, matching.identities());
    }

    @Test
    void merged_segments_keep_the_identity_of_the_larger_one() {
        Matching matching = matching(labels(40, 60, 50), new int[][] {{40, 0}, {60, 0}, {0, 50}});
        Transition merged = matching.transitions().get(0);
        assertEquals(Kind.MERGES, merged.kind());
        assertEquals(List.of(0, 1), merged.earlier());
        assertEquals(Size.SAME, merged.size());
        assertArrayEquals(new int[] {1, 2}, matching.identities());
    }

    @Test
    void a_segment_whose_customers_are_dispersed_or_gone_vanishes_and_one_of_new_customers_appears() {
        Matching matching = matching(
                labels(100, 100, 100, 100), new int[][] {{100, 0, 0}, {40, 40, 0}, {0, 100, 0}, {1, 1, 0}, {0, 0, 80}});
        assertEquals(
                List.of(Kind.SURVIVES, Kind.VANISHES, Kind.APPEARS),
                matching.transitions().stream().map(Transition::kind).distinct().toList());
        assertEquals(
                List.of(List.of(1), List.of(3)),
                matching.transitions().stream()
                        .filter(t -> t.kind() == Kind.VANISHES)
                        .map(Transition::earlier)
                        .toList());
    }

    @Test
    void common_customers_that_chance_gives_are_no_match() {
        Matching matching = matching(labels(10, 10), new int[][] {{2, 1}, {2, 1}});
        assertTrue(matching.transitions().stream().noneMatch(t -> t.kind() == Kind.SURVIVES));
    }

    @Test
    void growth_is_a_change_of_the_share_beyond_chance() {
        Matching few = matching(labels(10, 10), new int[][] {{10, 0}, {0, 10}, {8, 0}});
        assertEquals(Size.SAME, few.transitions().get(0).size());
        Matching many = matching(labels(1000, 1000), new int[][] {{1000, 0}, {0, 1000}, {800, 0}});
        assertEquals(Size.GROWS, many.transitions().get(0).size());
        assertEquals(1800 / 2800.0 / 0.5, many.transitions().get(0).growth(), 1e-15);
        assertEquals(Size.SHRINKS, many.transitions().get(1).size());
    }

    @Test
    void a_group_beside_an_earlier_segment_is_no_part_of_it() {
        // Two earlier segments at 0 and 20; today 100 customers at 0, 100 at 6, nearest to 0, and 100 at 20.
        CentroidModel model = new CentroidModel(Matrix.of(new double[][] {{0}, {20}}), Distance.EUCLIDEAN, 0);
        Labels today = labels(100, 100, 100);
        double[][] places = {{0}, {6}, {20}};
        Matrix x = Matrix.of(
                Arrays.stream(today.toArray()).mapToObj(s -> places[s]).toArray(double[][]::new));
        Matching matching = SegmentMatcher.byPlace(
                model,
                labels(100, 100),
                labels(200, 100).toArray(),
                x,
                today,
                MatchOptions.defaults(),
                RunContext.of(1));
        assertEquals(
                List.of(Kind.SURVIVES, Kind.SURVIVES, Kind.APPEARS),
                matching.transitions().stream().map(Transition::kind).toList());
        assertEquals(List.of(1), matching.transitions().get(2).present());
        assertEquals(0, matching.transitions().get(0).shift());
    }

    @Test
    void thresholds_out_of_range_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new MatchOptions(0.4, 0.2, 0.2, 0.01));
        assertThrows(IllegalArgumentException.class, () -> new MatchOptions(0.5, 0.6, 0.2, 0.01));
        assertThrows(IllegalArgumentException.class, () -> new MatchOptions(0.5, 0.2, 0, 0.01));
        assertThrows(IllegalArgumentException.class, () -> new MatchOptions(0.5, 0.2, 0.2, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Migration.of(new int[] {2}, 2, Labels.of(0)));
        assertThrows(IllegalArgumentException.class, () -> Migration.of(new int[2], 2, Labels.of(0)));
    }
}
