package org.tessera.engine.prep.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;

/** Which texts are ids, which are free text, and which are categories. */
class TextValuesTest {

    private static TextValues values(int n, IntFunction<String> value) {
        return TextValues.of(
                CategoryColumn.of("c", IntStream.range(0, n).mapToObj(value).toList()));
    }

    @Test
    void surnames_are_text() {
        TextValues surnames = values(10_000, i -> "name " + (i < 9000 ? i % 2932 : i % 32));
        assertTrue(surnames.areRare());
        assertFalse(surnames.areIds());
        assertEquals(
                "looks like names or free text: 2,932 different values, and only 0 % of the customers share theirs with"
                        + " 49 or more others",
                surnames.looksLikeText());
    }

    @Test
    void a_hundred_categories_of_decent_size_are_none() {
        assertFalse(values(10_000, i -> "area " + i % 100).areRare());
        assertFalse(values(400, i -> "area " + i % 40).areRare());
        assertFalse(values(1000, i -> "area " + i % 200).areRare(), "five customers each");
        assertTrue(values(1000, i -> "area " + i % 250).areRare(), "four customers each");
    }

    @Test
    void a_third_of_the_customers_in_frequent_categories_is_enough() {
        assertFalse(values(900, i -> i < 300 ? "clerk" : "job " + i / 2).areRare());
        assertTrue(values(900, i -> i < 299 ? "clerk" : "job " + i / 2).areRare());
    }

    @Test
    void the_smallest_size_that_carries_is_half_a_percent_or_five_or_two() {
        assertEquals(50, values(10_000, i -> "a").smallest());
        assertEquals(5, values(1000, i -> "a").smallest());
        assertEquals(5, values(100, i -> "a").smallest());
        assertEquals(3, values(60, i -> "a").smallest());
        assertEquals(2, values(20, i -> "a").smallest());
    }

    @Test
    void nine_in_ten_distinct_values_are_ids_with_or_without_missing_cells() {
        assertTrue(values(20, i -> "C" + i).areIds());
        assertTrue(values(1000, i -> "C" + Math.min(i, 899)).areIds());
        assertFalse(values(1000, i -> "C" + Math.min(i, 898)).areIds());
        assertTrue(values(1000, i -> i % 3 == 0 ? null : "C" + i).areIds());
        assertEquals(
                "looks like a row number or id: 900 different values in 1,000 rows",
                values(1000, i -> "C" + Math.min(i, 899)).looksLikeId());
    }

    @Test
    void notes_on_a_few_customers_are_ids_if_all_of_them_differ() {
        assertTrue(values(1000, i -> i < 12 ? "note " + i : null).areIds());
        assertFalse(values(1000, i -> i < 4 ? "note " + i : null).areIds());
        assertFalse(values(1000, i -> i < 12 ? "note " + i % 11 : null).areIds());
        assertFalse(values(19, i -> i < 12 ? "note " + i : null).areIds());
    }

    @Test
    void fewer_than_twenty_known_values_tell_nothing_else() {
        TextValues notes = values(1000, i -> i < 19 ? "note " + i % 18 : null);
        assertFalse(notes.areIds() || notes.areRare());
        TextValues empty = TextValues.of(CategoryColumn.of("c", Collections.nCopies(5, (String) null)));
        assertEquals(new TextValues(5, 0, 0, 2, 0), empty);
        assertEquals(
                1,
                TextValues.of(new CategoryColumn("c", new int[2], Arrays.asList("a", "unused")))
                        .distinct());
    }
}
