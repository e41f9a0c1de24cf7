package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.run.RunContext;

/** Which categories are kept, merged and imputed, and in which order. */
class CategoryLevelsTest {

    private static Categories learn(CategoryMissing missing, double rareBelow, int maxLevels, String... entries) {
        CategoryOptions options = new CategoryOptions(missing, Encoding.ONE_HOT, false, rareBelow, maxLevels);
        return CategoryLevels.fit(CategoryColumn.of("c", Arrays.asList(entries)), options, RunContext.of(1));
    }

    private static String[] times(Object... levelsAndCounts) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < levelsAndCounts.length; i += 2) {
            entries.addAll(Collections.nCopies((Integer) levelsAndCounts[i + 1], (String) levelsAndCounts[i]));
        }
        return entries.toArray(String[]::new);
    }

    private static List<String> order(String... entries) {
        return learn(CategoryMissing.OWN_CATEGORY, 0, 50, entries).levels();
    }

    @Test
    void numbers_stand_by_size_and_texts_by_their_characters() {
        assertEquals(List.of("-5", "+2", "7", "10", "1e2"), order("10", "7", "1e2", "+2", "-5"));
        assertEquals(List.of("7", "7.0", "8"), order("8", "7.0", "7"));
        assertEquals(List.of("10", "7", "seven"), order("seven", "7", "10"));
        assertEquals(List.of("", "10", "7"), order("7", "10", ""));
        assertEquals(List.of("10", "7", "8-9"), order("8-9", "7", "10"));
        assertEquals(List.of("10", "1e999", "7"), order("7", "10", "1e999"));
        assertEquals(List.of("10", "5f", "7"), order("7", "5f", "10"));
        String thirty = "0".repeat(29) + "8";
        assertEquals(List.of("7", thirty, "10"), order("10", thirty, "7"));
        assertEquals(List.of("0" + thirty, "10", "7"), order("10", "0" + thirty, "7"));
    }

    @Test
    void a_share_just_on_the_limit_is_not_rare() {
        String[] entries = times("a", 6, "b", 2, "c", 1, "d", 1);
        Categories learned = learn(CategoryMissing.OWN_CATEGORY, 0.2, 50, entries);
        assertEquals(List.of("a", "b", "(other)"), learned.levels());
        assertEquals(List.of("c", "d"), learned.grouped());
        assertArrayEquals(new double[] {0.6, 0.2, 0.2}, learned.shares());
        Categories more = learn(CategoryMissing.OWN_CATEGORY, 0.21, 50, entries);
        assertEquals(List.of("b", "c", "d"), more.grouped());
    }

    @Test
    void rare_categories_are_together_even_where_the_limit_would_keep_one_of_them() {
        Categories learned = learn(CategoryMissing.OWN_CATEGORY, 0.2, 4, times("a", 9, "b", 8, "c", 2, "d", 1, "e", 1));
        assertEquals(List.of("a", "b", "(other)"), learned.levels());
        assertEquals(List.of("c", "d", "e"), learned.grouped());
    }

    /** As after a row filter, whose column still lists the categories of all rows. */
    @Test
    void a_category_that_no_row_has_is_none() {
        CategoryOptions options = PreparationOptions.defaults().category();
        CategoryColumn column = new CategoryColumn("c", new int[] {1, 3, 1}, List.of("none", "10", "unknown", "7"));
        Categories learned = CategoryLevels.fit(column, options, RunContext.of(1));
        assertEquals(List.of("7", "10"), learned.levels());
        assertArrayEquals(new double[] {1 / 3.0, 2 / 3.0}, learned.shares());
    }

    @Test
    void a_single_rare_category_stays() {
        Categories learned = learn(CategoryMissing.OWN_CATEGORY, 0.2, 50, times("a", 6, "b", 3, "c", 1));
        assertEquals(List.of("a", "b", "c"), learned.levels());
        assertEquals(List.of(), learned.grouped());
    }

    @Test
    void as_many_categories_as_the_limit_stay_and_one_more_puts_two_together() {
        assertEquals(
                List.of("a", "b", "c"),
                learn(CategoryMissing.OWN_CATEGORY, 0, 3, times("a", 4, "b", 3, "c", 2))
                        .levels());
        Categories four = learn(CategoryMissing.OWN_CATEGORY, 0, 3, times("a", 4, "b", 3, "c", 2, "d", 1));
        assertEquals(List.of("a", "b", "(other)"), four.levels());
        assertArrayEquals(new double[] {0.4, 0.3, 0.3}, four.shares());
        Categories rare = learn(CategoryMissing.OWN_CATEGORY, 0.15, 3, times("a", 4, "b", 3, "c", 2, "d", 1));
        assertEquals(List.of("a", "b", "(other)"), rare.levels());
    }

    @Test
    void missing_entries_take_one_place_of_the_limit_only_if_there_are_some() {
        Categories learned = learn(CategoryMissing.OWN_CATEGORY, 0, 3, times("a", 4, "b", 3, "c", 2, null, 1));
        assertEquals(List.of("a", "(other)", "(missing)"), learned.levels());
        assertArrayEquals(new double[] {0.4, 0.5, 0.1}, learned.shares());
        assertEquals(OptionalInt.of(2), learned.fill());
        assertEquals(1, learned.missing());
        assertEquals(
                OptionalInt.empty(),
                learn(CategoryMissing.OWN_CATEGORY, 0, 3, times("a", 4, "b", 3)).fill());
    }

    @Test
    void missing_entries_become_the_most_frequent_category_the_first_of_equals() {
        Categories learned = learn(CategoryMissing.MOST_FREQUENT, 0, 50, times("b", 3, "c", 1, "a", 3, null, 1));
        assertEquals(List.of("a", "b", "c"), learned.levels());
        assertEquals(OptionalInt.of(0), learned.fill());
        assertArrayEquals(new double[] {0.5, 0.375, 0.125}, learned.shares());
        Categories last = learn(CategoryMissing.MOST_FREQUENT, 0, 50, times("a", 1, "b", 3, "c", 4));
        assertEquals(OptionalInt.of(2), last.fill());
    }

    /** Categories with shares of a quarter each are rare below 0.4, the most frequent one included. */
    @Test
    void a_most_frequent_category_that_is_rare_itself_fills_as_one_of_the_others() {
        Categories learned = learn(CategoryMissing.MOST_FREQUENT, 0.5, 50, times("a", 1, "b", 1, "c", 1, "d", 1));
        assertEquals(List.of("(other)"), learned.levels());
        assertEquals(OptionalInt.of(0), learned.fill());
        assertArrayEquals(new double[] {1}, learned.shares());
    }

    /** Real customers call a category "(other)", too: it is not the rest. */
    @Test
    void a_category_that_bears_the_name_of_the_rest_stays_apart() {
        CategoryColumn column = CategoryColumn.of("c", Arrays.asList(times("(other)", 8, "a", 8, "b", 1, "d", 1)));
        CategoryOptions options = new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ORDINAL, false, 0.1, 50);
        Categories learned = CategoryLevels.fit(column, options, RunContext.of(1));
        assertEquals(List.of("(other)", "a", "(other) 2"), learned.levels());
        assertEquals(OptionalInt.of(2), learned.other());
        CategoryColumn later = CategoryColumn.of("c", List.of("(other)", "b", "new", "(other) 2"));
        double[] ranks = new double[4];
        Feature rank = new Feature("c", "c", Feature.Kind.RANK, Optional.empty(), 0, 0, 1);
        new ColumnEncoder(learned, later).encode(rank, 0, new ColumnEncoder.Target(ranks, 1, 0, 4));
        assertArrayEquals(new double[] {0, 2, 2, 2}, ranks);
    }

    @Test
    void an_unseen_category_is_none_where_nothing_was_merged_though_one_is_named_other() {
        Categories learned = learn(CategoryMissing.OWN_CATEGORY, 0, 50, times("(other)", 8, "a", 8));
        assertEquals(OptionalInt.empty(), learned.other());
        CategoryColumn later = CategoryColumn.of("c", List.of("(other)", "new"));
        double[] ranks = new double[2];
        Feature rank = new Feature("c", "c", Feature.Kind.RANK, Optional.empty(), 0, 0, 1);
        new ColumnEncoder(learned, later).encode(rank, 0, new ColumnEncoder.Target(ranks, 1, 0, 2));
        assertArrayEquals(new double[] {0, -1}, ranks);
    }

    @Test
    void a_rare_category_named_other_belongs_to_the_rest() {
        Categories learned = learn(CategoryMissing.OWN_CATEGORY, 0.2, 50, times("(other)", 1, "a", 8, "b", 1));
        assertEquals(List.of("a", "(other)"), learned.levels());
        assertEquals(List.of("(other)", "b"), learned.grouped());
    }

    @Test
    void levels_and_shares_of_different_number_are_refused() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> new Categories(
                        "c",
                        0,
                        List.of("a", "b"),
                        new double[] {1},
                        List.of(),
                        OptionalInt.empty(),
                        OptionalInt.empty()));
        assertEquals("Column 'c' has 2 levels, but 1 shares", e.getMessage());
    }
}
