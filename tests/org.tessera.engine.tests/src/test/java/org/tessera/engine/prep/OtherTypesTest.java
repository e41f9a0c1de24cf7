package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/** New customers whose columns have other types than in training, as readers guess types anew from every file. */
class OtherTypesTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final double NAN = Double.NaN;

    private static CustomerTable table(Column column) {
        return new CustomerTable(column.size(), List.of(column));
    }

    private static CategoryColumn texts(String... entries) {
        return CategoryColumn.of("x", Arrays.asList(entries));
    }

    private static NumericColumn numbers(Quantity quantity, double... values) {
        return new NumericColumn("x", values, false, quantity);
    }

    private static NumericColumn numbers(double... values) {
        return numbers(Quantity.NUMBER, values);
    }

    private static Preparation fit(Column column) {
        PreparationOptions options =
                PreparationOptions.defaults().withScaling(Scaling.NONE).withColumns(ColumnOptions.everything());
        return Preparer.with(options).fit(table(column), Set.of(), RUN);
    }

    private static double[] features(Column training, Column now) {
        return fit(training).apply(table(now), RUN).features().values();
    }

    /** Per row the level of its category, in the order of the levels of training; -1 without one. */
    private static int[] levels(Column training, Column now) {
        Preparation preparation = fit(training);
        double[] indicators = preparation.apply(table(now), RUN).features().values();
        int d = preparation.features().size();
        int[] levels = new int[indicators.length / d];
        Arrays.fill(levels, -1);
        for (int i = 0; i < indicators.length; i++) {
            levels[i / d] = indicators[i] == 1 ? i % d : levels[i / d];
        }
        return levels;
    }

    private static String refusal(Column training, Column now) {
        Preparation preparation = fit(training);
        return assertThrows(SegmentationException.class, () -> preparation.apply(table(now), RUN))
                .getMessage();
    }

    @Test
    void a_column_without_any_entry_is_missing_numbers_whatever_its_type() {
        Column training = numbers(1, 2, 6);
        for (Column now :
                List.of(texts(null, null), texts("", "N/A"), numbers(NAN, NAN), numbers(Quantity.DATE, NAN, NAN))) {
            PreparedRows rows = fit(training).apply(table(now), RUN);
            assertArrayEquals(new double[] {2, 2}, rows.features().values());
            assertEquals(2, rows.filled().get("x"));
            assertEquals(List.of("x"), rows.novelties().empty());
        }
        PreparedRows dates = fit(numbers(Quantity.DATE, 10, 20, 40)).apply(table(numbers(NAN)), RUN);
        assertArrayEquals(new double[] {20}, dates.features().values());
    }

    @Test
    void a_column_without_any_entry_is_missing_categories_whatever_its_type() {
        Column training = texts("a", "b", null, "a");
        assertArrayEquals(new int[] {2, 2}, levels(training, numbers(NAN, NAN)));
        assertArrayEquals(new int[] {2}, levels(training, numbers(Quantity.DATE, NAN)));
        assertEquals(
                List.of("x"),
                fit(training).apply(table(numbers(NAN)), RUN).novelties().empty());
    }

    @Test
    void no_row_at_all_is_no_empty_column() {
        PreparedRows rows = fit(numbers(1, 2)).apply(table(texts()), RUN);
        assertEquals(0, rows.features().rows());
        assertEquals(NoveltyReport.NONE, rows.novelties());
    }

    @Test
    void texts_are_read_where_training_had_numbers() {
        assertArrayEquals(new double[] {12, 2, 7}, features(numbers(1, 2, 6), texts("12", "N/A", "7")));
        assertArrayEquals(new double[] {1004.62, 2}, features(numbers(1, 2, 6), texts("1.004,62", "2,00")));
        assertArrayEquals(new double[] {5.5}, features(numbers(1, 2, 6), texts("$5.50")));
        double day = LocalDate.of(2012, 6, 2).toEpochDay();
        assertArrayEquals(new double[] {day}, features(numbers(Quantity.DATE, 10, 20, 40), texts("2012-06-02")));
        assertArrayEquals(new double[] {12.5}, features(numbers(Quantity.TIME, 1, 2, 6), texts("12:30")));
        PreparedRows rows = fit(numbers(1, 2, 6)).apply(table(texts("12", "many", "7")), RUN);
        assertArrayEquals(new double[] {12, 2, 7}, rows.features().values());
        assertEquals(1, rows.novelties().unread().get(0).account().firstUnread());
    }

    @Test
    void texts_that_are_no_numbers_beyond_doubt_are_refused_where_training_had_numbers() {
        assertEquals(
                "Column 'x' held numbers when the preparation was made, but holds texts now that do not read as numbers"
                        + " beyond doubt, such as '1,234' in row 2: convert the column to numbers.",
                refusal(numbers(1, 2, 6), texts("N/A", "1,234")));
        assertEquals(
                "Column 'x' held times of day when the preparation was made, but holds texts now that do not read as"
                        + " times of day beyond doubt, such as '25:30' in row 1: convert the column to times of day.",
                refusal(numbers(Quantity.TIME, 1, 2, 6), texts("25:30")));
    }

    @Test
    void numbers_are_the_categories_that_they_were_read_from() {
        assertArrayEquals(new int[] {0, 1, 1, -1}, levels(texts("1", "2", "1"), numbers(1, 2.0, 2, 3)));
        assertArrayEquals(new int[] {0, 1}, levels(texts("0101", "0202"), numbers(101, 202)));
        assertArrayEquals(new int[] {0, 1}, levels(texts("1.0", "2.50"), numbers(1, 2.5)));
        assertArrayEquals(new int[] {0, -1}, levels(texts("7", "A1", "B2"), numbers(7, 8)));
        assertArrayEquals(new int[] {0}, levels(texts("0", "1"), numbers(-0.0)));
    }

    @Test
    void a_number_that_two_categories_read_as_is_the_one_of_its_own_text_or_none() {
        assertArrayEquals(new int[] {1, -1}, levels(texts("01", "1", "02", "002"), numbers(1, 2)));
    }

    @Test
    void categories_that_training_put_together_are_found_by_their_numbers() {
        PreparationOptions options =
                PreparationOptions.defaults().withScaling(Scaling.NONE).withColumns(ColumnOptions.everything());
        PreparationOptions three = options.withCategory(new PreparationOptions.CategoryOptions(
                PreparationOptions.CategoryMissing.OWN_CATEGORY, PreparationOptions.Encoding.ONE_HOT, false, 0, 2));
        Preparation preparation = Preparer.with(three).fit(table(texts("01", "01", "01", "02", "03")), Set.of(), RUN);
        PreparedRows rows = preparation.apply(table(numbers(3, 1)), RUN);
        assertEquals(List.of(), rows.novelties().unseen());
        assertArrayEquals(new double[] {0, 1, 1, 0}, rows.features().values());
    }

    @Test
    void unseen_numbers_are_unseen_categories() {
        PreparedRows rows = fit(texts("1", "2")).apply(table(numbers(3, 3, 1e300)), RUN);
        assertEquals(List.of("3", "1.0E300"), rows.novelties().unseen().get(0).categories());
    }

    @Test
    void booleans_are_the_texts_they_were_read_from() {
        assertArrayEquals(new int[] {1, 0}, levels(texts("FALSE", "TRUE"), texts("true", "false")));
        assertArrayEquals(new int[] {1, 0, 1}, levels(texts("false", "true"), texts("True", "FALSE", "true")));
        assertArrayEquals(new int[] {1, 0}, levels(texts("false", "true"), numbers(1, 0)));
        assertArrayEquals(new int[] {2, -1}, levels(texts("TRUE", "false", "true"), texts("true", "True")));
    }

    @Test
    void dates_are_the_categories_written_in_iso_form() {
        assertArrayEquals(
                new int[] {1},
                levels(
                        texts("2012-06-01", "2012-06-02"),
                        numbers(Quantity.DATE, LocalDate.of(2012, 6, 2).toEpochDay())));
    }

    @Test
    void numbers_are_refused_where_no_category_is_a_number() {
        assertEquals(
                "Column 'x' held categories when the preparation was made, but holds numbers now: convert the column to"
                        + " texts.",
                refusal(texts("own", "rent"), numbers(1, 2)));
        assertEquals(
                "Column 'x' held categories when the preparation was made, but holds dates now: convert the column to"
                        + " texts.",
                refusal(texts("1", "2"), numbers(Quantity.DATE, 1, 2)));
        assertEquals(
                "Column 'x' held numbers when the preparation was made, but holds dates now: convert the column to"
                        + " numbers.",
                refusal(numbers(1, 2), numbers(Quantity.DATE, 1, 2)));
    }
}
