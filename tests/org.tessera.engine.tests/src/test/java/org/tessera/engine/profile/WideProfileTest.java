package org.tessera.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.engine.profile.Tables.labels;
import static org.tessera.engine.profile.Tables.numbers;
import static org.tessera.engine.profile.Tables.profile;
import static org.tessera.engine.profile.Tables.texts;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;

class WideProfileTest {

    private static final int N = 300;
    private static final Labels LABELS = labels(N, i -> i < 200 ? 0 : 1);

    private static List<String> rows(Labels labels, Column... columns) {
        return WideProfile.of(profile(labels, columns), ProfileOptions.defaults()).rows().stream()
                .map(r -> r.column() + " " + r.figure() + ": " + r.all() + " | " + String.join(" | ", r.segments()))
                .toList();
    }

    @Test
    void averages_are_rounded_and_in_own_units() {
        double[] days = new double[N];
        for (int i = 0; i < N; i++) {
            days[i] = i < 200 ? 0 : 300;
        }
        assertEquals(
                List.of(
                        "Customers number: 300 | 200 | 100",
                        "Customers share: 100 % | 67 % | 33 %",
                        "Since average: 1970-04-11 | 1970-01-01 | 1970-10-28",
                        "Income average: 1,500 | 1,000 | 2,500"),
                rows(
                        LABELS,
                        numbers("Income", N, i -> (i < 200 ? 1000.3 : 2500.3) + (i % 2 == 0 ? 0.2 : -0.2)),
                        new NumericColumn("Since", days, true, Quantity.DATE)));
    }

    @Test
    void of_two_categories_the_rarer_is_shown_and_of_more_those_that_matter() {
        List<String> rows = rows(
                LABELS,
                texts("Home", N, i -> i < 200 ? i % 10 == 0 ? "own" : "rent" : i % 2 == 0 ? "own" : "rent"),
                texts("Area", N, i -> i % 5 < 3 ? "north" : i % 5 == 3 ? "east" : i < 200 ? "west" : "south"));
        assertTrue(rows.contains("Home = own: 23 % | 10 % | 50 %"), rows::toString);
        assertTrue(rows.contains("Area = north: 60 % | 60 % | 60 %"), "the most frequent one");
        assertTrue(rows.contains("Area = south: 7 % | 0 % | 20 %"), rows::toString);
        assertTrue(rows.stream().noneMatch(r -> r.startsWith("Area = east")), "the same everywhere");
    }

    @Test
    void missing_entries_are_shown_where_they_are_many_or_set_a_segment_apart() {
        List<String> rows = rows(
                LABELS,
                numbers("few", N, i -> i % 100 == 0 ? Double.NaN : i % 7),
                numbers("many", N, i -> i % 10 == 0 ? Double.NaN : i % 7),
                numbers("none", N, i -> i < 200 ? i % 7 : Double.NaN));
        assertTrue(rows.contains("many is missing: 10 % | 10 % | 10 %"), rows::toString);
        assertTrue(rows.contains("none is missing: 33 % | 0 % | 100 %"), rows::toString);
        assertTrue(rows.stream().anyMatch(r -> r.matches("none average: 3.* \\| 3.* \\| ")), "no figure, no text");
        assertTrue(rows.stream().noneMatch(r -> r.startsWith("few is missing")), rows::toString);
    }

    @Test
    void a_column_of_one_number_beside_missing_ones_is_shown_in_full() {
        List<String> rows = rows(LABELS, numbers("discount", N, i -> i < 200 ? Double.NaN : 10.25));
        assertTrue(rows.contains("discount average: 10.25 |  | 10.25"), rows::toString);
    }

    @Test
    void without_customers_there_is_no_row() {
        assertEquals(List.of(), rows(Labels.of(), numbers("x", 0, i -> 0)));
    }
}
