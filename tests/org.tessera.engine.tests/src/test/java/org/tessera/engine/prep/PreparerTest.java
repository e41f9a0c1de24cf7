package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

class PreparerTest {

    private static final RunContext RUN = RunContext.of(1).withThreads(2);
    private static final PreparationOptions SCIKIT = PlainZScores.OPTIONS
            .withNumeric(new NumericOptions(NumericMissing.MEAN, 0, false, Transformation.NONE))
            .withCategory(new CategoryOptions(CategoryMissing.MOST_FREQUENT, Encoding.ONE_HOT, false, 0, 50));

    private static Preparation fit(PreparationOptions options, Column... columns) {
        return Preparer.with(options).fit(table(columns), Set.of(), RUN);
    }

    private static CustomerTable table(Column... columns) {
        return new CustomerTable(columns[0].size(), List.of(columns));
    }

    private static NumericColumn numbers(String name, double... values) {
        return new NumericColumn(name, values, false);
    }

    private static CategoryColumn categories(String name, String... entries) {
        return CategoryColumn.of(name, Arrays.asList(entries));
    }

    private static double[] column(Matrix x, int column) {
        return IntStream.range(0, x.rows()).mapToDouble(i -> x.at(i, column)).toArray();
    }

    @Tag("slow")
    @Test
    void credit_customers_equal_scikit_learn_1_2_1() {
        CustomerTable customers = CreditCustomers.table();
        Preparation preparation = Preparer.with(SCIKIT).fit(customers, Set.of(), RUN);
        PreparedRows prepared = preparation.apply(customers, RUN);
        Matrix expected = CreditCustomers.scikitLearn();
        assertEquals(expected.columns(), prepared.features().columns());
        assertArrayEquals(expected.values(), prepared.features().values(), 1e-12);
        assertEquals(
                Map.of("Income", 381, "Assets", 47, "Debt", 18, "Home", 6, "Job", 2, "Marital", 1), prepared.filled());
    }

    @Tag("slow")
    @Test
    void rows_permuted_give_the_same_figures() {
        CustomerTable customers = CreditCustomers.table();
        int[] order = RUN.random(7).permutation(customers.rows());
        Preparation expected = Preparer.with(PlainZScores.OPTIONS).fit(customers, Set.of(), RUN);
        Preparation actual = Preparer.with(PlainZScores.OPTIONS)
                .fit(CreditCustomers.select(customers, order), Set.of(), RUN.withThreads(1));
        assertEquals(expected.features(), actual.features());
    }

    @Tag("slow")
    @Test
    void applied_row_by_row_gives_the_same_as_at_once() {
        CustomerTable customers = CreditCustomers.table();
        Preparation preparation = Preparer.with(PlainZScores.OPTIONS).fit(customers, Set.of(), RUN);
        Matrix all = preparation.apply(customers, RUN).features();
        for (int i : new int[] {0, 29, 4453}) {
            Matrix row =
                    preparation.apply(CreditCustomers.select(customers, i), RUN).features();
            assertArrayEquals(all.row(i), row.row(0));
        }
    }

    @Test
    void default_names_tell_the_scaling_and_avoid_taken_ones() {
        Preparation preparation = Preparer.with(PlainZScores.OPTIONS)
                .fit(table(numbers("Age", 1, 2, 3), categories("Home", "rent", null, "own")), Set.of("Age (z)"), RUN);
        assertEquals(
                List.of("Age (z) (#1)", "Home=own (z)", "Home=rent (z)", "Home=(missing) (z)"),
                preparation.featureNames());
    }

    @Test
    void constants_empty_columns_and_ids_are_dropped_with_their_reason() {
        double[] ids = IntStream.range(1000, 1030).asDoubleStream().toArray();
        double[] ages = IntStream.range(0, 30).mapToDouble(i -> i % 7).toArray();
        double[] empty = new double[30];
        Arrays.fill(empty, Double.NaN);
        Preparation preparation = fit(
                PlainZScores.OPTIONS,
                new NumericColumn("Customer", ids, true),
                numbers("Always 5", new double[30]),
                numbers("Empty", empty),
                new NumericColumn("Age", ages, true));
        assertEquals(
                List.of(
                        new DroppedColumn("Customer", DroppedColumn.Reason.ID),
                        new DroppedColumn("Always 5", DroppedColumn.Reason.CONSTANT),
                        new DroppedColumn("Empty", DroppedColumn.Reason.ALL_MISSING)),
                preparation.dropped());
        assertEquals(List.of("Age (z)"), preparation.featureNames());
    }

    @Test
    void spread_out_whole_numbers_are_no_ids_unless_named_so() {
        double[] amounts = IntStream.range(0, 30).mapToDouble(i -> i * i * 100).toArray();
        Preparation preparation = fit(
                PlainZScores.OPTIONS,
                new NumericColumn("Revenue", amounts, true),
                new NumericColumn("CustomerID", amounts, true));
        assertEquals(List.of("Revenue (z)"), preparation.featureNames());
    }

    @Test
    void median_constant_and_indicator_fill_missing_numbers() {
        NumericColumn column = numbers("x", 1, 2, Double.NaN, 9);
        PreparationOptions raw = PlainZScores.OPTIONS.withScaling(Scaling.NONE).withColumns(ColumnOptions.everything());
        assertArrayEquals(
                new double[] {1, 2, 2, 9},
                column(fit(raw, column).apply(table(column), RUN).features(), 0));
        PreparationOptions constant =
                raw.withNumeric(new NumericOptions(NumericMissing.CONSTANT, -1, true, Transformation.NONE));
        Preparation preparation = fit(constant, column);
        Matrix x = preparation.apply(table(column), RUN).features();
        assertEquals(List.of("x (prepared)", "x missing (prepared)"), preparation.featureNames());
        assertArrayEquals(new double[] {1, 2, -1, 9}, column(x, 0));
        assertArrayEquals(new double[] {0, 0, 1, 0}, column(x, 1));
    }

    @Test
    void left_out_rows_count_nowhere_and_are_missing_throughout() {
        NumericColumn x = numbers("x", 1, 3, Double.NaN, 100);
        NumericColumn y = numbers("y", 0, 4, 50, Double.NaN);
        PreparationOptions options = PlainZScores.OPTIONS.withNumeric(
                new NumericOptions(NumericMissing.LEAVE_OUT, 0, false, Transformation.NONE));
        PreparedRows rows = fit(options, x, y).apply(table(x, y), RUN);
        assertEquals(2, rows.leftOut());
        assertArrayEquals(new double[] {-1, 1, Double.NaN, Double.NaN}, column(rows.features(), 0));
        assertArrayEquals(new double[] {-1, 1, Double.NaN, Double.NaN}, column(rows.features(), 1));
    }

    @Test
    void min_max_and_robust_scale_as_scikit_learn() {
        NumericColumn column = numbers("x", 1, 2, 3, 4, 100);
        PreparationOptions options = PlainZScores.OPTIONS;
        assertArrayEquals(
                new double[] {0, 1 / 99.0, 2 / 99.0, 3 / 99.0, 1},
                column(
                        fit(options.withScaling(Scaling.MIN_MAX), column)
                                .apply(table(column), RUN)
                                .features(),
                        0),
                1e-15);
        assertArrayEquals(
                new double[] {-1, -0.5, 0, 0.5, 48.5},
                column(
                        fit(options.withScaling(Scaling.ROBUST), column)
                                .apply(table(column), RUN)
                                .features(),
                        0),
                1e-15);
    }

    @Test
    void skewed_columns_become_logs_only_if_asked() {
        NumericColumn column = numbers("Revenue", 0, 1, 1, 2, 2, 3, 1000);
        PreparationOptions raw = PlainZScores.OPTIONS.withScaling(Scaling.NONE);
        PreparationOptions logs =
                raw.withNumeric(new NumericOptions(NumericMissing.MEDIAN, 0, false, Transformation.LOG));
        assertEquals(1000, column(fit(raw, column).apply(table(column), RUN).features(), 0)[6]);
        assertEquals(
                Math.log(1001),
                column(fit(logs, column).apply(table(column), RUN).features(), 0)[6],
                1e-12);
    }

    @Test
    void rare_levels_and_levels_beyond_the_limit_are_put_together() {
        CategoryColumn column = categories("c", "a", "a", "a", "a", "b", "b", "b", "c", "d", "e");
        CategoryOptions rare = new CategoryOptions(CategoryMissing.MOST_FREQUENT, Encoding.ONE_HOT, false, 0.15, 50);
        CategoryOptions limit = new CategoryOptions(CategoryMissing.MOST_FREQUENT, Encoding.ONE_HOT, false, 0, 2);
        PreparationOptions options = PlainZScores.OPTIONS.withScaling(Scaling.NONE);
        assertEquals(
                List.of("c=a (prepared)", "c=b (prepared)", "c=(other) (prepared)"),
                fit(options.withCategory(rare), column).featureNames());
        assertEquals(
                List.of("c=a (prepared)", "c=(other) (prepared)"),
                fit(options.withCategory(limit), column).featureNames());
    }

    @Test
    void ordinal_and_frequency_encode_in_one_feature() {
        CategoryColumn column = categories("size", "10", "9", "9", "100");
        PreparationOptions options = PlainZScores.OPTIONS.withScaling(Scaling.NONE);
        CategoryOptions ordinal = new CategoryOptions(CategoryMissing.MOST_FREQUENT, Encoding.ORDINAL, false, 0, 50);
        CategoryOptions share = new CategoryOptions(CategoryMissing.MOST_FREQUENT, Encoding.FREQUENCY, false, 0, 50);
        assertArrayEquals(
                new double[] {1, 0, 0, 2},
                column(
                        fit(options.withCategory(ordinal), column)
                                .apply(table(column), RUN)
                                .features(),
                        0));
        assertArrayEquals(
                new double[] {0.25, 0.5, 0.5, 0.25},
                column(
                        fit(options.withCategory(share), column)
                                .apply(table(column), RUN)
                                .features(),
                        0));
    }

    @Test
    void drop_first_leaves_out_the_first_level() {
        CategoryColumn column = categories("c", "b", "a", "c");
        CategoryOptions dropFirst = new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ONE_HOT, true, 0, 50);
        assertEquals(
                List.of("c=b (z)", "c=c (z)"),
                fit(PlainZScores.OPTIONS.withCategory(dropFirst), column).featureNames());
    }

    @Test
    void unseen_categories_are_counted_and_belong_to_no_level() {
        CategoryColumn training = categories("c", "a", "b", "a");
        Preparation preparation =
                fit(PlainZScores.OPTIONS.withScaling(Scaling.NONE).withColumns(ColumnOptions.everything()), training);
        PreparedRows rows = preparation.apply(table(categories("c", "z", "a", null)), RUN);
        NoveltyReport.Unseen unseen = rows.novelties().unseen().get(0);
        assertEquals("c", unseen.column().name());
        assertEquals(2, unseen.rows());
        assertEquals(List.of("(missing)", "z"), unseen.categories());
        assertArrayEquals(new double[] {0, 1, 0}, column(rows.features(), 0));
        assertArrayEquals(new double[] {0, 0, 0}, column(rows.features(), 1));
    }

    @Test
    void huge_offsets_and_scales_keep_their_digits() {
        NumericColumn offset = numbers("x", 1e8, 1e8 + 1, 1e8 + 2);
        NumericColumn small = numbers("y", 1e-160, 2e-160, 3e-160);
        Matrix x = fit(PlainZScores.OPTIONS, offset, small)
                .apply(table(offset, small), RUN)
                .features();
        double z = Math.sqrt(1.5);
        assertArrayEquals(new double[] {-z, 0, z}, column(x, 0), 1e-15);
        assertArrayEquals(new double[] {-z, 0, z}, column(x, 1), 1e-15);
    }

    @Test
    void refusals_name_column_row_and_remedy() {
        SegmentationException infinite = assertThrows(
                SegmentationException.class,
                () -> fit(PlainZScores.OPTIONS, numbers("Income", 1, Double.POSITIVE_INFINITY, 3)));
        assertTrue(infinite.getMessage().startsWith("Column 'Income' holds Infinity in row 2, but "));
        SegmentationException nothing =
                assertThrows(SegmentationException.class, () -> fit(PlainZScores.OPTIONS, numbers("Same", 4, 4, 4)));
        assertEquals(
                "The only column can't tell customers apart, as 'Same' has one value only: choose other columns.",
                nothing.getMessage());
        SegmentationException one =
                assertThrows(SegmentationException.class, () -> fit(PlainZScores.OPTIONS, numbers("Age", 4)));
        assertEquals(
                "The table has one row, but two customers or more are needed to tell them apart: check the filters"
                        + " before this step.",
                one.getMessage());
        Preparation preparation = fit(PlainZScores.OPTIONS, numbers("Age", 1, 2, 3));
        SegmentationException absent =
                assertThrows(SegmentationException.class, () -> preparation.apply(table(numbers("Other", 1)), RUN));
        assertTrue(absent.getMessage().startsWith("Column 'Age', which the preparation needs, is not in the table"));
        SegmentationException kind = assertThrows(
                SegmentationException.class, () -> preparation.apply(table(categories("Age", "old")), RUN));
        assertTrue(kind.getMessage().contains("held numbers"));
    }

    @Test
    void a_file_read_with_the_wrong_delimiter_is_recognized_by_the_only_column_s_name() {
        String[] lines = IntStream.range(0, 30).mapToObj(i -> i + ";" + i % 7).toArray(String[]::new);
        SegmentationException one = assertThrows(
                SegmentationException.class,
                () -> fit(PreparationOptions.defaults(), categories("age;visits;plan", lines)));
        assertEquals(
                "set the column delimiter where the file is read, as its columns seem to be in one",
                one.remedies().get(0));
        SegmentationException other = assertThrows(
                SegmentationException.class,
                () -> fit(PreparationOptions.defaults(), categories("Name, first", lines)));
        assertEquals("choose other columns", other.remedies().get(0));
    }

    @Test
    void option_bounds_are_checked() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ONE_HOT, false, 0.6, 50));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ONE_HOT, false, 0, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new NumericOptions(NumericMissing.CONSTANT, Double.NaN, false, Transformation.NONE));
    }
}
