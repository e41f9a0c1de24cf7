package org.tessera.engine.select.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;

/** Segments planted as copies of columns are found out; segments that merely go along with a column are not. */
class ColumnLikenessesTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final int N = 300;

    private static CategoryColumn texts(String name, IntFunction<String> entry) {
        return CategoryColumn.of(name, IntStream.range(0, N).mapToObj(entry).toList());
    }

    private static NumericColumn numbers(String name, IntToDoubleFunction value) {
        return new NumericColumn(name, IntStream.range(0, N).mapToDouble(value).toArray(), false);
    }

    private static NumericColumn noise(String name, int seed) {
        RandomStream random = RandomStream.of(seed, 0);
        return numbers(name, i -> random.nextGaussian());
    }

    private static Labels labels(IntUnaryOperator segment) {
        return Labels.of(IntStream.range(0, N).map(segment).toArray());
    }

    private static ColumnLikeness likeness(Labels labels, Column... columns) {
        return ColumnLikenesses.of(List.of(columns), RUN).of(labels, RUN);
    }

    private static void assertCopy(String words, ColumnLikeness likeness) {
        assertTrue(likeness.isEqual(), likeness::toString);
        assertEquals(words, likeness.inWords());
    }

    private static void assertNoCopy(ColumnLikeness likeness) {
        assertFalse(likeness.isEqual(), likeness::toString);
    }

    @Test
    void a_category_that_is_the_segments_is_found() {
        Column gender = texts("gender", i -> i % 2 == 0 ? "f" : "m");
        ColumnLikeness likeness = likeness(labels(i -> i % 2), noise("spend", 1), gender);
        assertCopy("'gender'", likeness);
        assertEquals(1, likeness.adjustedRand());
        assertEquals(1, likeness.told());
        Column internet = numbers("internet", i -> i % 3 == 0 ? 1 : 0);
        assertCopy("'internet'", likeness(labels(i -> i % 3 == 0 ? 0 : 1), noise("spend", 1), internet));
    }

    @Test
    void several_values_of_a_category_may_make_a_segment() {
        Column region = texts("region", i -> "R" + i % 6);
        assertCopy("'region'", likeness(labels(i -> i % 6 < 4 ? 0 : 1), noise("spend", 1), region, noise("age", 2)));
    }

    @Test
    void a_missing_value_is_a_value() {
        Column home = texts("home", i -> i % 4 == 0 ? null : i % 4 == 1 ? "rent" : "own");
        assertCopy("'home'", likeness(labels(i -> i % 4 == 0 ? 0 : 1), noise("spend", 1), home));
        Column income = numbers("income", i -> i % 4 == 0 ? Double.NaN : 100 * Math.sin(i));
        assertCopy("'income'", likeness(labels(i -> i % 4 == 0 ? 0 : 1), noise("spend", 1), income, noise("age", 2)));
    }

    @Test
    void a_number_cut_at_thresholds_is_found_if_no_other_column_differs() {
        Column age = numbers("age", i -> 18 + i % 60);
        Labels byAge = labels(i -> i % 60 <= 17 ? 0 : i % 60 <= 34 ? 1 : 2);
        assertCopy("'age' cut at 35 and 52", likeness(byAge, noise("spend", 1), age, noise("visits", 2)));
        Column alsoTells = numbers("income", i -> i % 60 + 5 * Math.sin(i));
        assertNoCopy(likeness(byAge, alsoTells, age, noise("visits", 2)));
    }

    @Test
    void cuts_of_dates_are_dates_and_many_are_counted() {
        Column since = new NumericColumn(
                "since", IntStream.range(0, N).mapToDouble(i -> 19_000 + i).toArray(), false, Quantity.DATE);
        assertCopy(
                "'since' cut at 2022-06-06",
                likeness(labels(i -> i < 150 ? 0 : 1), noise("spend", 1), since, noise("visits", 2)));
        assertCopy(
                "'since' cut at 2022-03-23, 2022-06-06 and 2022-08-20",
                likeness(labels(i -> i / 75), noise("spend", 1), since, noise("visits", 2)));
        assertCopy(
                "'since' cut at 4 values", likeness(labels(i -> i / 60), noise("spend", 1), since, noise("visits", 2)));
    }

    @Test
    void two_categories_crossed_are_found() {
        Column channel = texts("channel", i -> i % 2 == 0 ? "shop" : "web");
        Column region = texts("region", i -> "R" + i / 2 % 3);
        ColumnLikeness crossed =
                likeness(labels(i -> i % 2 * 3 + i / 2 % 3), channel, noise("spend", 1), region, noise("age", 2));
        assertCopy("'channel' and 'region' crossed", crossed);
        Labels merged = labels(i -> i % 2 == 0 ? 0 : 1 + i / 2 % 3 / 2);
        assertCopy("'channel' and 'region' crossed", likeness(merged, channel, noise("spend", 1), region));
        assertNoCopy(likeness(merged, channel, region));
    }

    @Test
    void one_column_is_preferred_to_two_crossed() {
        Column gender = texts("gender", i -> i % 2 == 0 ? "f" : "m");
        Column home = texts("home", i -> i / 2 % 2 == 0 ? "rent" : "own");
        assertCopy("'gender'", likeness(labels(i -> i % 2), home, gender, noise("age", 2)));
    }

    @Test
    void groups_that_lie_apart_in_several_numbers_are_no_copy() {
        RandomStream random = RandomStream.of(3, 0);
        Column spend = numbers("spend", i -> 10 * (i % 3) + random.nextGaussian());
        Column visits = numbers("visits", i -> 10 * (i % 3) + random.nextGaussian());
        assertNoCopy(likeness(labels(i -> i % 3), spend, visits, noise("age", 1)));
    }

    @Test
    void two_columns_are_too_few_for_a_number_and_one_is_for_anything() {
        Column spend = numbers("spend", i -> i % 2 * 100 + i % 7);
        assertNoCopy(likeness(labels(i -> i % 2), spend, noise("visits", 1)));
        Column gender = texts("gender", i -> i % 2 == 0 ? "f" : "m");
        ColumnLikeness only = likeness(labels(i -> i % 2), gender);
        assertNoCopy(only);
        assertEquals("not applicable: 'gender' is the only column", only.note());
        assertEquals("", likeness(labels(i -> i % 2)).note());
        assertEquals(
                "not applicable: fewer than 2 segments",
                likeness(labels(i -> 0), gender, spend).note());
        assertEquals(
                "not applicable: more than 100 segments",
                likeness(labels(i -> i % 101), gender, spend).note());
        assertEquals("", likeness(labels(i -> i % 100), gender, spend).note());
        assertEquals(
                "not applicable: 2 columns are too few to compare a number",
                likeness(labels(i -> i % 2), spend, noise("visits", 1)).note());
    }

    @Test
    void a_category_that_merely_goes_along_is_no_copy() {
        Column gender = texts("gender", i -> i % 10 == 0 == (i % 2 == 0) ? "f" : "m");
        ColumnLikeness likeness = likeness(labels(i -> i % 2), noise("spend", 1), gender, noise("age", 2));
        assertNoCopy(likeness);
        assertEquals(List.of("gender"), likeness.columns());
        assertEquals(0.9, likeness.told(), 1e-12);
    }

    /** By hand: 150 and 150, of each 15 on the other side. scikit-learn 1.2.1: adjusted_rand_score gives 0.6388. */
    @Test
    void the_index_is_that_of_the_segments_and_their_guess() {
        Column gender = texts("gender", i -> i % 10 == 0 == (i % 2 == 0) ? "f" : "m");
        Labels even = labels(i -> i < 150 ? 0 : 1);
        Column other = texts("side", i -> (i < 15 || i >= 150 && i < 285) ? "b" : "a");
        assertEquals(0.6387919463, likeness(even, other, noise("age", 2)).adjustedRand(), 1e-10);
        assertEquals(
                0, likeness(even, numbers("constant", i -> 7), noise("age", 2)).adjustedRand());
        assertTrue(Math.abs(likeness(even, gender, noise("age", 2)).adjustedRand()) < 0.02);
    }

    @Test
    void a_column_of_names_is_no_column_that_tells() {
        Column name = texts("name", i -> "Name " + i / 2);
        ColumnLikeness likeness =
                likeness(labels(i -> i / 2 % 2), name, texts("id", i -> "K" + i), texts("k", i -> "" + i));
        assertNoCopy(likeness);
        assertEquals(List.of(), likeness.columns());
        assertEquals("no column by itself", likeness.note());
    }

    @Test
    void noise_is_left_out() {
        Column gender = texts("gender", i -> i % 2 == 0 ? "f" : "m");
        assertCopy("'gender'", likeness(labels(i -> i < 40 ? -1 : i % 2), gender, noise("age", 2)));
    }

    @Test
    void the_order_of_the_rows_does_not_matter() {
        List<Integer> order = new ArrayList<>(IntStream.range(0, N).boxed().toList());
        Collections.shuffle(order, new java.util.Random(5));
        IntToDoubleFunction tenure = i -> i * i % 997;
        IntFunction<String> home = i -> i % 7 < 3 ? "rent" : "own";
        IntUnaryOperator segment = i -> i * i % 997 < 300 ? 0 : i * i % 997 < 600 ? 1 : 2;
        ColumnLikeness straight =
                likeness(labels(segment), numbers("tenure", tenure), texts("home", home), noise("age", 2));
        ColumnLikeness shuffled = likeness(
                labels(i -> segment.applyAsInt(order.get(i))),
                numbers("tenure", i -> tenure.applyAsDouble(order.get(i))),
                texts("home", i -> home.apply(order.get(i))),
                noise("age", 2));
        assertEquals(straight, shuffled);
        assertCopy("'tenure' cut at 299 and 597", straight);
    }

    @Test
    void each_column_tells_something_by_itself_but_only_some_count() {
        // Segments of 150: the number tells all of them, the category tells 50 + 100 of its first and 150 of its second
        // level.
        Labels labels = labels(i -> i < 150 ? 0 : 1);
        ColumnLikenesses columns = ColumnLikenesses.of(
                List.of(numbers("rank", i -> i), texts("half", i -> i < 100 ? "a" : "b"), noise("noise", 3)), RUN);
        List<ColumnLikeness> each = columns.each(labels, RUN);
        assertEquals(1, each.get(0).told());
        assertEquals(250 / 300.0, each.get(1).told(), 1e-15);
        assertTrue(columns.counts(0, each), "no other column has an index of 0.5");
        assertTrue(columns.counts(1, each));
        assertFalse(columns.counts(2, each), "the first column tells the segments, too");
    }

    @Test
    void another_number_of_rows_is_refused() {
        ColumnLikenesses likenesses = ColumnLikenesses.of(List.of(noise("a", 1), noise("b", 2)), RUN);
        assertEquals(
                "2 labels for the 300 rows of column 'a'",
                assertThrows(IllegalArgumentException.class, () -> likenesses.of(Labels.of(0, 1), RUN))
                        .getMessage());
    }

    @Test
    void many_customers_and_columns_are_quick_and_can_be_canceled() {
        int n = 100_000;
        RandomStream random = RandomStream.of(9, 0);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < 40; c++) {
            int levels = c < 20 ? 0 : 2 + c % 8;
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = levels == 0 ? random.nextGaussian() : random.nextInt(levels);
            }
            columns.add(new NumericColumn("c" + c, values, false));
        }
        int[] labels = IntStream.range(0, n).map(i -> i % 10).toArray();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            ColumnLikenesses likenesses = ColumnLikenesses.of(columns, RUN);
            assertNoCopy(likenesses.of(Labels.of(labels), RUN));
        });
        RunContext canceled = RUN.withCancel(() -> true);
        assertThrows(RunCanceledException.class, () -> ColumnLikenesses.of(columns, canceled));
    }
}
