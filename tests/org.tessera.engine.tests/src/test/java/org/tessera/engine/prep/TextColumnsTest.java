package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.ColumnPreparation.Numbers;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.reading.ColumnReading;
import org.tessera.engine.prep.reading.TextFormat;
import org.tessera.engine.run.RunContext;

/** Columns of texts that a preparation reads as numbers or dates, in training and for new customers. */
class TextColumnsTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final PreparationOptions UNSCALED = PlainZScores.OPTIONS
            .withScaling(Scaling.NONE)
            .withColumns(ColumnOptions.defaults().withClusterUnknown(true));

    private static CustomerTable table(Column... columns) {
        return new CustomerTable(columns[0].size(), List.of(columns));
    }

    private static CategoryColumn texts(String name, String... entries) {
        return CategoryColumn.of(name, Arrays.asList(entries));
    }

    private static CategoryColumn texts(String name, int n, IntFunction<String> entry) {
        return CategoryColumn.of(name, IntStream.range(0, n).mapToObj(entry).toList());
    }

    private static Preparation fit(PreparationOptions options, Column... columns) {
        return Preparer.with(options).fit(table(columns), Set.of(), RUN);
    }

    private static double[] values(PreparedRows rows) {
        return rows.features().values();
    }

    /** Two dozen amounts, the first three of them 54565.19, 278.35 and 1200. */
    private static CategoryColumn amounts() {
        return texts(
                "spend",
                24,
                i -> i < 3 ? List.of("$54,565.19", "$278.35", "$1,200.00").get(i) : "$" + (100 + 9 * i) + ".75");
    }

    @Test
    void amounts_as_texts_become_one_feature_of_their_numbers() {
        Preparation preparation = fit(UNSCALED, amounts());
        Numbers spend = assertInstanceOf(Numbers.class, preparation.columns().get(0));
        assertEquals(Optional.of(Quantity.NUMBER), spend.quantity());
        assertEquals(54565.19, spend.max());
        assertEquals(List.of(), preparation.dropped());
        double[] features = values(preparation.apply(table(amounts()), RUN));
        assertArrayEquals(new double[] {54565.19, 278.35, 1200}, Arrays.copyOf(features, 3));
    }

    @Test
    void the_features_are_those_of_a_column_of_the_same_numbers() {
        double[] numbers = new double[40];
        Arrays.setAll(numbers, i -> 100.25 * (i + 1) * (i % 3 - 1));
        CategoryColumn written = texts("x", 40, i -> String.valueOf(numbers[i]).replace('.', ','));
        PreparationOptions options = PreparationOptions.defaults();
        Preparation ofTexts = fit(options, written);
        Preparation ofNumbers = fit(options, new NumericColumn("x", numbers, false));
        assertEquals(ofNumbers.features(), ofTexts.features());
        assertEquals(ofNumbers.columns(), ofTexts.columns());
        assertArrayEquals(
                values(ofNumbers.apply(table(new NumericColumn("x", numbers, false)), RUN)),
                values(ofTexts.apply(table(written), RUN)));
    }

    @Test
    void dates_as_texts_are_days_since_1970() {
        LocalDate first = LocalDate.of(2012, 3, 23);
        CategoryColumn since = texts("since", 30, i -> first.plusDays(71L * i).toString());
        Preparation preparation = fit(UNSCALED, since);
        assertEquals(
                Optional.of(Quantity.DATE), ((Numbers) preparation.columns().get(0)).quantity());
        assertEquals(first.toEpochDay() + 71, values(preparation.apply(table(since), RUN))[1]);
    }

    @Test
    void dates_of_eight_digits_are_read_from_numbers_and_from_texts_of_new_customers() {
        double[] numbers = IntStream.range(0, 30)
                .mapToDouble(i -> Double.parseDouble(
                        LocalDate.of(2012, 3, 23).plusDays(71L * i).toString().replace("-", "")))
                .toArray();
        Preparation preparation = fit(UNSCALED, new NumericColumn("since", numbers, true));
        assertEquals(
                TextFormat.COMPACT_DATE, preparation.readings().get(0).pattern().format());
        double day = LocalDate.of(2013, 2, 1).toEpochDay();
        for (Column column : List.of(
                new NumericColumn("since", new double[] {20130201}, true),
                texts("since", "20130201"),
                new NumericColumn("since", new double[] {day}, false, Quantity.DATE))) {
            assertArrayEquals(new double[] {day}, values(preparation.apply(table(column), RUN)));
        }
        PreparedRows wrong =
                preparation.apply(table(new NumericColumn("since", new double[] {20130231, 20130201}, true)), RUN);
        assertEquals(
                List.of("20,130,231"),
                wrong.novelties().unread().get(0).account().unread().examples());
        assertEquals(1, wrong.filled().get("since"));
    }

    @Test
    void texts_of_new_customers_are_read_in_the_format_of_training() {
        Preparation preparation = fit(UNSCALED, texts("x", "1.004,62", "278,35", "12,5", "950"));
        PreparedRows rows = preparation.apply(table(texts("x", "1.234", "7,5", "950", "N/A", null)), RUN);
        double median = (950 + 278.35) / 2;
        assertArrayEquals(new double[] {1234, 7.5, 950, median, median}, values(rows));
        assertEquals(2, rows.filled().get("x"));
        assertEquals(List.of(), rows.novelties().unread());
    }

    @Test
    void what_does_not_read_is_missing_counted_and_named() {
        Preparation preparation = fit(UNSCALED, texts("x", "1.004,62", "278,35", "12,5"));
        PreparedRows rows = preparation.apply(table(texts("x", "7,5", "1,004.62", "ask", "$5", "ask")), RUN);
        assertArrayEquals(new double[] {7.5, 278.35, 278.35, 278.35, 278.35}, values(rows));
        NoveltyReport.Unread unread = rows.novelties().unread().get(0);
        assertEquals("x", unread.column());
        assertEquals(Quantity.NUMBER, unread.quantity());
        assertEquals(4, unread.account().unread().rows());
        assertEquals(List.of("ask", "$5", "1,004.62"), unread.account().unread().examples());
        assertEquals(1, unread.account().firstUnread());
    }

    @Test
    void numbers_of_new_customers_are_accepted_where_training_read_texts() {
        Preparation preparation = fit(UNSCALED, texts("x", "1.004,62", "278,35", "12,5"));
        assertArrayEquals(
                new double[] {1004.62, 278.35},
                values(preparation.apply(
                        table(new NumericColumn("x", new double[] {1004.62, Double.NaN}, false)), RUN)));
    }

    @Test
    void a_row_gets_the_same_features_in_any_selection_of_rows() {
        Preparation preparation = fit(UNSCALED, amounts());
        double[] all = values(preparation.apply(table(amounts()), RUN));
        for (int i = 0; i < all.length; i++) {
            CategoryColumn one = texts("spend", amounts().levels().get(amounts().codes()[i]));
            assertEquals(all[i], values(preparation.apply(table(one), RUN))[0]);
        }
    }

    @Test
    void what_only_looks_like_numbers_is_named_and_stays_categories() {
        Preparation preparation = fit(UNSCALED, texts("x", "1.234", "5.678", "1.234"));
        assertInstanceOf(Categories.class, preparation.columns().get(0));
        assertEquals(
                ColumnReading.Outcome.AMBIGUOUS, preparation.readings().get(0).outcome());
        assertEquals(
                List.of(),
                preparation.apply(table(texts("x", "5.678")), RUN).novelties().unseen());
    }

    @Test
    void nothing_is_read_if_that_is_not_wanted_or_the_column_is_chosen_as_categories() {
        PreparationOptions off = UNSCALED.withColumns(ColumnOptions.everything());
        Preparation asWritten = fit(off, texts("x", "1.5", "2.5", "1.5"));
        assertInstanceOf(Categories.class, asWritten.columns().get(0));
        assertEquals(List.of(), asWritten.readings());
        PreparationOptions code = UNSCALED.withCategory(UNSCALED.category().withCodeColumns(Set.of("x")));
        Preparation codes = fit(code, new NumericColumn("x", new double[] {1.5, 2.5, 1.5}, false));
        assertInstanceOf(Categories.class, codes.columns().get(0));
        assertEquals(List.of(), codes.readings());
    }

    @Test
    void columns_are_read_for_descriptions_as_they_are_for_features() {
        Preparation preparation = fit(UNSCALED, amounts(), texts("home", 24, i -> i % 2 == 0 ? "own" : "rent"));
        CustomerTable read = preparation.readTexts(
                table(amounts(), texts("home", 24, i -> "own"), texts("other", 24, i -> i + ".5")), RUN);
        assertEquals(278.35, ((NumericColumn) read.columns().get(0)).values()[1]);
        assertInstanceOf(CategoryColumn.class, read.columns().get(1));
        assertInstanceOf(CategoryColumn.class, read.columns().get(2));
        NumericColumn already = new NumericColumn("spend", new double[] {1}, false);
        assertEquals(
                already, preparation.readTexts(table(already), RUN).columns().get(0));
    }

    @Test
    void the_preparation_is_the_same_for_any_number_of_threads() {
        Column[] columns = IntStream.range(0, 20)
                .mapToObj(c -> texts("c" + c, 50, i -> (i * (c + 1)) + "." + (c + 1)))
                .toArray(Column[]::new);
        Preparation one = Preparer.with(UNSCALED).fit(table(columns), Set.of(), RUN.withThreads(1));
        Preparation four = Preparer.with(UNSCALED).fit(table(columns), Set.of(), RUN.withThreads(4));
        assertEquals(one, four);
        assertTrue(one.readings().stream().allMatch(ColumnReading::isRead));
    }
}
