package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.prep.ScalingOptions.CategoryScale;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/** The accessors of a preparation, its errors for tables that do not fit, and the bounds of its options. */
class PreparationTest {

    private static final RunContext RUN = RunContext.of(1);

    private static CustomerTable table(Column... columns) {
        return new CustomerTable(columns[0].size(), List.of(columns));
    }

    private static NumericColumn numbers(String name, double... values) {
        return new NumericColumn(name, values, false);
    }

    private static CategoryColumn categories(String name, String... entries) {
        return CategoryColumn.of(name, Arrays.asList(entries));
    }

    private static Preparation fit(PreparationOptions options, Column... columns) {
        return Preparer.with(options).fit(table(columns), Set.of(), RUN);
    }

    @Test
    void lists_its_columns_and_those_it_left_out() {
        Preparation preparation = fit(
                PlainZScores.OPTIONS,
                categories("Home", "own", "rent", "own"),
                numbers("Same", 1, 1, 1),
                numbers("Age", 1, 2, 3),
                categories("Nothing", null, null, null));
        assertEquals(List.of("Home", "Age"), preparation.sourceColumns());
        assertEquals(List.of("Age (z)", "Home=own (z)", "Home=rent (z)"), preparation.featureNames());
        assertEquals(
                List.of("'Same' has one value only", "'Nothing' has no value at all"), preparation.droppedInWords());
        assertEquals(3, preparation.trainingRows());
    }

    @Test
    void what_was_filled_is_counted_per_column_in_order_and_rows_left_out_are_not() {
        Column[] columns = {
            numbers("b", 1, Double.NaN, 3, Double.NaN), categories("a", "x", "y", null, "x"), numbers("c", 1, 2, 3, 4)
        };
        assertEquals(
                "{b=2, a=1}",
                fit(PlainZScores.OPTIONS, columns)
                        .apply(table(columns), RUN)
                        .filled()
                        .toString());
        PreparationOptions leaveOut = PlainZScores.OPTIONS.withNumeric(
                new NumericOptions(NumericMissing.LEAVE_OUT, 0, false, Transformation.NONE));
        PreparedRows rows = fit(leaveOut, columns).apply(table(columns), RUN);
        assertEquals("{a=1}", rows.filled().toString());
        assertEquals(2, rows.leftOut());
    }

    @Test
    void a_column_of_another_kind_is_named_with_the_remedy() {
        Preparation age = fit(PlainZScores.OPTIONS, numbers("Age", 1, 2, 3));
        SegmentationException texts =
                assertThrows(SegmentationException.class, () -> age.apply(table(categories("Age", "old")), RUN));
        assertEquals(
                "Column 'Age' held numbers when the preparation was made, but holds texts now that do not read"
                        + " as numbers beyond doubt, such as 'old' in row 1: convert the column to numbers.",
                texts.getMessage());
        Preparation home = fit(PlainZScores.OPTIONS, categories("Home", "own", "rent"));
        SegmentationException numbers =
                assertThrows(SegmentationException.class, () -> home.apply(table(numbers("Home", 1)), RUN));
        assertEquals(
                "Column 'Home' held categories when the preparation was made, but holds numbers now: convert the column"
                        + " to texts.",
                numbers.getMessage());
        SegmentationException infinite = assertThrows(
                SegmentationException.class, () -> age.apply(table(numbers("Age", 1, Double.NEGATIVE_INFINITY)), RUN));
        assertTrue(infinite.getMessage().startsWith("Column 'Age' holds -Infinity in row 2"), infinite.getMessage());
    }

    @Test
    void more_cells_than_an_array_holds_are_refused_with_the_numbers() {
        int rows = 300_000;
        CategoryColumn column = new CategoryColumn("c", new int[rows], List.of("a"));
        Feature feature = new Feature("c=a", "c", Feature.Kind.LEVEL, Optional.of("a"), Optional.empty(), 0, 0, 1);
        Preparation wide = new Preparation(
                PlainZScores.OPTIONS,
                List.of(new ColumnPreparation.Categories(
                        "c", 0, List.of("a"), new double[] {1}, List.of(), OptionalInt.empty(), OptionalInt.empty())),
                Collections.nCopies(10_000, feature),
                List.of(),
                rows,
                List.of());
        SegmentationException e = assertThrows(SegmentationException.class, () -> wide.apply(table(column), RUN));
        assertEquals(
                "300,000 rows give 10,000 features each, 3,000,000,000 numbers, but at most 2,147,483,639 can be held"
                        + " at once: take fewer rows at a time, or take fewer categories per column.",
                e.getMessage());
    }

    /** More features than a block of rows has cells, and more rows than one block. */
    @Test
    void every_block_of_rows_is_written() {
        int n = 70_000;
        double[] values = new double[n];
        Arrays.setAll(values, i -> i % 1000);
        NumericColumn column = numbers("x", values);
        PreparationOptions raw = PlainZScores.OPTIONS.withScaling(Scaling.NONE).withColumns(ColumnOptions.everything());
        assertArrayEquals(
                values, fit(raw, column).apply(table(column), RUN).features().values());
        List<Column> many = new ArrayList<>();
        for (int c = 0; c < 300; c++) {
            many.add(numbers("x" + c, Arrays.copyOf(values, 500)));
        }
        double[] written = fit(raw, many.toArray(Column[]::new))
                .apply(table(many.toArray(Column[]::new)), RUN)
                .features()
                .values();
        for (int i = 0; i < written.length; i++) {
            assertEquals(i / 300, written[i]);
        }
    }

    @Test
    void customers_with_something_new_are_found_row_by_row() {
        Preparation preparation =
                fit(PlainZScores.OPTIONS, numbers("Age", 20, 30, 40), categories("Job", "a", "b", "a"));
        NoveltyReport novelties = preparation
                .apply(table(numbers("Age", 20, 41, 30, 19), categories("Job", "x", "a", "w", "b")), RUN)
                .novelties();
        boolean[] unseen = new boolean[4];
        boolean[] outOfRange = new boolean[4];
        for (int i = 0; i < 4; i++) {
            unseen[i] = novelties.hasUnseen(i);
            outOfRange[i] = novelties.isOutOfRange(i);
        }
        assertArrayEquals(new boolean[] {true, false, true, false}, unseen);
        assertArrayEquals(new boolean[] {false, true, false, true}, outOfRange);
        assertEquals(List.of("w", "x"), novelties.unseen().get(0).categories(), "as frequent: by name");
        assertFalse(NoveltyReport.NONE.hasUnseen(0) || NoveltyReport.NONE.isOutOfRange(0));
    }

    @Test
    void defaults_are_those_of_the_documentation() {
        PreparationOptions options = PreparationOptions.defaults();
        assertEquals(
                new NumericOptions(NumericMissing.MEDIAN, 0, false, Transformation.YEO_JOHNSON), options.numeric());
        assertEquals(
                new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ONE_HOT, false, 0, 50, Set.of()),
                options.category());
        assertEquals(new ScalingOptions(Scaling.Z_SCORE, CategoryScale.UNIT_DISTANCE, Map.of()), options.scaling());
        assertEquals(ColumnOptions.defaults(), options.columns());
        assertEquals(Scaling.NONE, options.withScaling(Scaling.NONE).scaling().method());
        CategoryOptions coded = options.category().withCodeColumns(Set.of("shop"));
        assertEquals(Set.of("shop"), options.withCategory(coded).category().codeColumns());
    }

    @Test
    void bounds_of_the_options_are_allowed_and_what_is_beyond_is_named() {
        assertEquals(0.5, rare(0.5, 2).rareBelow());
        assertEquals(10_000, rare(0, 10_000).maxLevels());
        assertRefused(
                "Share below which categories are rare is 0.51, but has to be from 0 to 0.5.", () -> rare(0.51, 2));
        assertRefused(
                "Share below which categories are rare is -0.1, but has to be from 0 to 0.5.", () -> rare(-0.1, 2));
        assertRefused("Limit of categories per column is 1, but has to be from 2 to 10000.", () -> rare(0, 1));
        assertRefused("Limit of categories per column is 10001, but has to be from 2 to 10000.", () -> rare(0, 10_001));
        assertRefused(
                "Constant for missing numbers is Infinity, but has to be finite.",
                () -> new NumericOptions(
                        NumericMissing.CONSTANT, Double.POSITIVE_INFINITY, false, Transformation.NONE));
    }

    private static CategoryOptions rare(double rareBelow, int maxLevels) {
        return new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ONE_HOT, false, rareBelow, maxLevels);
    }

    private static void assertRefused(String message, Executable change) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, change).getMessage());
    }
}
