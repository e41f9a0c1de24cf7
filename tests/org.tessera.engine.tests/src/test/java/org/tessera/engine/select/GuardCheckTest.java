package org.tessera.engine.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.choose.stability.Consistency;
import org.tessera.engine.select.column.ColumnLikeness;

/** Every guard at its limit and beyond, how far it is missed, and the words for it. */
class GuardCheckTest {

    private static final Guards DEFAULTS = Guards.defaults();
    private static final WorstSegment GOOD = new WorstSegment("Segment 1", 0.4, 0);
    private static final ColumnLikeness UNLIKE = likeness("gender", 0.3);

    private static ColumnLikeness likeness(String column, double adjustedRand) {
        return new ColumnLikeness(List.of(column), adjustedRand, 0.75, List.of(), "");
    }

    private static Shape shape(int noise, Integer... sizes) {
        int customers =
                noise + List.of(sizes).stream().mapToInt(Integer::intValue).sum();
        return new Shape(customers, List.of(sizes), noise);
    }

    private static List<Miss> misses(Guards guards, Shape shape, WorstSegment worst, ColumnLikeness likeness) {
        return new GuardCheck(guards, StabilityRule.NONE)
                .misses(new Measures(Map.of(), shape, worst, likeness), Consistency.UNKNOWN);
    }

    private static Miss only(Shape shape, WorstSegment worst, ColumnLikeness likeness) {
        List<Miss> misses = misses(DEFAULTS, shape, worst, likeness);
        assertEquals(1, misses.size(), misses::toString);
        return misses.get(0);
    }

    @Test
    void what_is_just_on_every_limit_passes() {
        assertEquals(
                List.of(),
                misses(DEFAULTS, shape(20, 78, 2), new WorstSegment("Segment 2", 0, 0), likeness("gender", 0.9499)));
        assertEquals(List.of(), misses(DEFAULTS, shape(0, 50, 50), new WorstSegment("Segment 2", -1.1e-16, 0), UNLIKE));
        assertEquals(List.of(), misses(DEFAULTS, shape(0, 90, 10), GOOD, UNLIKE));
        assertEquals(
                List.of(), misses(Guards.none(), shape(99, 1), new WorstSegment("Segment 1", -1, 0), likeness("g", 1)));
        assertEquals(List.of(), misses(DEFAULTS, shape(0, 50, 50), WorstSegment.UNKNOWN, ColumnLikeness.none("")));
    }

    @Test
    void a_smallest_segment_is_missed_by_its_part_of_the_limit() {
        Miss miss = only(shape(0, 5_000, 4_801, 199), GOOD, UNLIKE);
        assertEquals((0.02 - 0.0199) / 0.02, miss.by(), 1e-12);
        assertEquals(
                "smallest segment holds 1.99 % of the customers (199 of 10,000), below the limit of 2 %",
                miss.inWords());
        assertEquals("lower the limit of the smallest segment below 1.99 %", miss.remedy());
    }

    @Test
    void a_largest_segment_is_missed_by_its_part_of_what_is_above_the_limit() {
        Miss miss = only(shape(0, 95, 5), GOOD, UNLIKE);
        assertEquals(0.5, miss.by(), 1e-12);
        assertEquals(
                "largest segment holds 95 % of the customers (95 of 100), above the limit of 90 %", miss.inWords());
        assertEquals("raise the limit of the largest segment above 95 %", miss.remedy());
    }

    @Test
    void noise_is_missed_by_its_part_of_what_is_above_the_limit() {
        Miss miss = only(shape(60, 20, 20), GOOD, UNLIKE);
        assertEquals(0.5, miss.by(), 1e-12);
        assertEquals("noise is 60 % of the customers (60 of 100), above the limit of 20 %", miss.inWords());
    }

    @Test
    void a_worst_segment_is_missed_by_its_part_of_the_way_to_minus_1() {
        Miss miss = only(shape(0, 50, 50), new WorstSegment("Young renters", -0.25, 0), UNLIKE);
        assertEquals(0.25, miss.by(), 1e-12);
        assertEquals(
                "worst segment (Young renters) has a mean silhouette of -0.25, below the limit of 0, so that its customers"
                        + " are on average nearer to another one",
                miss.inWords());
        List<Miss> strict = misses(DEFAULTS.withSilhouette(0.5), shape(0, 50, 50), GOOD, UNLIKE);
        assertEquals(0.1 / 1.5, strict.get(0).by(), 1e-12);
        assertEquals(
                "worst segment (Segment 1) has a mean silhouette of 0.4, below the limit of 0.5",
                strict.get(0).inWords());
    }

    @Test
    void an_estimated_silhouette_below_its_limit_by_no_more_than_its_error_passes() {
        assertEquals(List.of(), misses(DEFAULTS, shape(0, 50, 50), new WorstSegment("Segment 1", -0.01, 0.01), UNLIKE));
        Miss miss = only(shape(0, 50, 50), new WorstSegment("Segment 1", -0.02, 0.01), UNLIKE);
        assertTrue(miss.text().contains("-0.02 (standard error 0.01), below the limit of 0"), miss.text());
    }

    @Test
    void a_copy_of_a_column_misses_the_more_the_more_equal_it_is() {
        Miss copy = only(shape(0, 50, 50), GOOD, likeness("gender", 1));
        assertEquals(1, copy.by(), 1e-12);
        assertEquals(
                "segments say no more than 'gender', which tells the segment of 75 % of the customers (adjusted Rand"
                        + " index 1, limit 0.95)",
                copy.inWords());
        assertEquals("leave 'gender' out of the features, or switch off the comparison with columns", copy.remedy());
        assertEquals(
                0.5, only(shape(0, 50, 50), GOOD, likeness("gender", 0.975)).by(), 1e-9);
        assertTrue(only(shape(0, 50, 50), GOOD, likeness("gender", 0.95)).by() > 0);
    }

    @Test
    void all_that_is_missed_is_said() {
        List<Miss> misses =
                misses(DEFAULTS, shape(300, 699, 1), new WorstSegment("Segment 2", -0.5, 0), likeness("gender", 1));
        assertEquals(
                List.of("smallest segment", "noise", "worst segment", "segments"),
                misses.stream().map(Miss::subject).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "0.0199999, 0.02, 1.99999 %, 2 %",
        "0.0199, 0.02, 1.99 %, 2 %",
        "0.019, 0.02, 1.9 %, 2 %",
        "0.2000001, 0.2, 20.00001 %, 20 %",
        "0.07, 0.0700000000000001, 7 %, 7.00000000000001 %",
        "0.99999, 1, 99.99 %, 100 %"
    })
    void shares_get_as_many_digits_as_it_takes(double share, double limit, String first, String second) {
        assertEquals(new Digits.Pair(first, second), Digits.percents(share, limit));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1864, 0.1859, 0.1864, 0.1859",
        "0.186, 0.2, 0.186, 0.2",
        "-0.0001, 0, -0.0001, 0",
        "0.30000000000001, 0.3, 0.30000000000001, 0.3",
        "0.88205869827531, 0.88205869827531, 0.882, 0.882"
    })
    void values_get_as_many_digits_as_it_takes(double value, double other, String first, String second) {
        assertEquals(new Digits.Pair(first, second), Digits.values(value, other));
    }

    @Test
    void sizes_are_told_in_decreasing_order_and_many_are_abridged() {
        assertEquals("1,903 / 1,786 / 765", shape(3, 1_786, 1_903, 765).sizesInWords());
        assertEquals("", shape(3).sizesInWords());
        Integer[] forty = new Integer[40];
        for (int i = 0; i < 40; i++) {
            forty[i] = 100 - i;
        }
        assertEquals(
                "100 / 99 / 98 / 97 / 96 / ... (33 more) ... / 62 / 61",
                shape(0, forty).sizesInWords());
    }
}
