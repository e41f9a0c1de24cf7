package org.tessera.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.engine.profile.Tables.labels;
import static org.tessera.engine.profile.Tables.numbers;
import static org.tessera.engine.profile.Tables.profile;
import static org.tessera.engine.profile.Tables.texts;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;

class SuggestedNamesTest {

    private static final int N = 300;

    private static List<String> names(Labels labels, Column... columns) {
        return profile(labels, columns).segments().stream()
                .map(SegmentProfile::suggestedName)
                .toList();
    }

    private static Labels thirds() {
        return labels(N, i -> i % 3);
    }

    @Test
    void numbers_are_high_and_low_and_categories_stand_beside_their_column() {
        Labels labels = labels(N, i -> i < 200 ? 0 : 1);
        assertEquals(
                List.of("Low Age, Home rent", "High Age, Home own"),
                names(
                        labels,
                        numbers("Age", N, i -> (i < 200 ? 30 : 60) + i % 7),
                        texts("Home", N, i -> i % 10 < 1 == i < 200 ? "own" : "rent")));
    }

    @Test
    void a_second_fact_of_less_than_half_the_strength_is_left_out() {
        Labels labels = labels(N, i -> i < 200 ? 0 : 1);
        assertEquals(
                "High Age",
                names(
                                labels,
                                numbers("Age", N, i -> (i < 200 ? 30 : 60) + i % 7),
                                numbers("Income", N, i -> i % 100 + (i < 200 ? 0 : 25)))
                        .get(1));
    }

    @Test
    void dates_counts_flags_and_missing_entries_have_their_words() {
        Labels labels = labels(N, i -> i < 200 ? 0 : 1);
        double[] days = IntStream.range(0, N)
                .mapToDouble(i -> i < 200 ? i % 5 : 900 + i % 5)
                .toArray();
        assertEquals(
                List.of("Early Since", "Late Since"),
                names(labels, new NumericColumn("Since", days, true, Quantity.DATE)));
        assertEquals(
                List.of("Few visits", "Many visits"), names(labels, numbers("visits", N, i -> i < 200 ? i % 5 : 50)));
        assertEquals(
                List.of("Not Active", "Active"), names(labels, texts("Active", N, i -> i < 200 ? "false" : "true")));
        assertEquals(
                List.of("Income known", "Income missing"),
                names(labels, numbers("Income", N, i -> i < 200 ? 1 + i % 7 : i % 4 > 0 ? Double.NaN : 1 + i % 7)));
    }

    @Test
    void a_category_that_says_its_column_stands_alone() {
        assertEquals(
                List.of("Channel 1", "Channel 2"),
                names(labels(N, i -> i < 200 ? 0 : 1), texts("Channel", N, i -> i < 200 ? "Channel 1" : "Channel 2")));
    }

    @Test
    void segments_of_the_same_first_facts_get_further_ones() {
        // Segments 0 and 1 are both high in the first column; the second, of less than half the strength, tells them
        // apart.
        List<String> names = names(
                thirds(),
                numbers("a", N, i -> i % 3 == 2 ? 0 : 10 + i % 2),
                numbers("b", N, i -> (i % 3 == 0 ? 8 : i % 3 == 1 ? 0 : 4) + i * 31 % 23));
        assertEquals(List.of("High a, high b", "High a, low b", "Low a"), names);
    }

    @Test
    void segments_that_no_fact_tells_apart_are_numbered_in_order() {
        List<String> names = names(thirds(), numbers("a", N, i -> i % 3 == 2 ? 0 : 10 + i / 3 % 2));
        assertEquals(List.of("High a", "High a 2", "Low a"), names);
    }

    @Test
    void what_nothing_sets_apart_is_typical_and_what_is_tiny_keeps_its_number() {
        assertEquals(
                List.of("Typical customers", "Typical customers 2", "Segment 3"),
                names(labels(N, i -> i < 3 ? 2 : i % 2), numbers("a", N, i -> i / 2 % 9)));
        assertEquals(
                "Noise",
                names(labels(N, i -> i % 3 == 2 ? Labels.NOISE : i % 3), numbers("a", N, i -> i % 3))
                        .get(2));
    }

    @Test
    void names_are_short_lines_whatever_columns_and_categories_are_called() {
        String name = "umsatz\n pro \u0007Monat ".repeat(5);
        Labels labels = labels(N, i -> i < 200 ? 0 : 1);
        for (String text : names(
                labels, numbers(name, N, i -> i < 200 ? i % 5 : 50), texts("住所", N, i -> i < 200 ? "東京" : "大阪"))) {
            assertTrue(text.codePointCount(0, text.length()) <= SuggestedNames.MAX_LENGTH, text);
            assertTrue(text.codePoints().noneMatch(Character::isISOControl), text);
        }
        assertEquals(List.of("住所 東京", "住所 大阪"), names(labels, texts("住所", N, i -> i < 200 ? "東京" : "大阪")));
    }

    @Test
    void a_category_called_like_another_segment_or_noise_gets_a_number() {
        Labels labels = labels(N, i -> i < 200 ? 0 : 1);
        List<String> names = names(labels, texts("Segment", N, i -> i < 200 ? "2" : "1"));
        assertEquals(List.of("Segment 2 2", "Segment 1 2"), names);
        assertEquals(names, labels.withNames(names).names());
    }

    @Test
    void names_are_different_and_do_not_depend_on_the_order_of_the_rows() {
        int[] order = IntStream.range(0, N).map(i -> i * 7 % N).toArray();
        Labels labels = labels(N, i -> i % 6);
        Column[] columns = {numbers("a", N, i -> i % 6 * 10 + i % 11), texts("b", N, i -> i % 6 < 3 ? "x" : "y" + i % 2)
        };
        List<String> names = names(labels, columns);
        assertEquals(6, Set.copyOf(names).size());
        CustomerTable permuted = new CustomerTable(
                N, List.of(((NumericColumn) columns[0]).select(order), ((CategoryColumn) columns[1]).select(order)));
        Profile profile = Profiler.profile(
                permuted,
                SegmentedRows.all(labels(N, i -> labels.at(order[i]))),
                ProfileOptions.defaults(),
                Tables.RUN);
        assertEquals(
                new TreeSet<>(names),
                new TreeSet<>(profile.segments().stream()
                        .map(SegmentProfile::suggestedName)
                        .toList()));
    }
}
