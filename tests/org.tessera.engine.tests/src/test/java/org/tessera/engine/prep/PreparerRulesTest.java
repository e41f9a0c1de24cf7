package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

/** When a column is log-transformed, gets an indicator or is dropped, and the scaling of features without spread. */
class PreparerRulesTest {

    private static final RunContext RUN = RunContext.of(1).withThreads(1);
    private static final double NAN = Double.NaN;
    private static final double[] SKEWED = {0, 1, 1, 2, 2, 3, 1000};

    private static CustomerTable table(Column... columns) {
        return new CustomerTable(columns[0].size(), List.of(columns));
    }

    private static NumericColumn numbers(String name, double... values) {
        return new NumericColumn(name, values, false);
    }

    private static Preparation fit(PreparationOptions options, Column... columns) {
        return Preparer.with(options).fit(table(columns), Set.of(), RUN);
    }

    private static double[] feature(Preparation preparation, int place, Column... columns) {
        Matrix x = preparation.apply(table(columns), RUN).features();
        return IntStream.range(0, x.rows()).mapToDouble(i -> x.at(i, place)).toArray();
    }

    private static PreparationOptions numeric(NumericMissing missing, double constant, boolean indicator, boolean log) {
        return PlainZScores.OPTIONS.withNumeric(
                new NumericOptions(missing, constant, indicator, log ? Transformation.LOG : Transformation.NONE));
    }

    private static Feature.Kind kind(NumericMissing missing, double constant, double... values) {
        return fit(numeric(missing, constant, false, true), numbers("x", values))
                .features()
                .get(0)
                .kind();
    }

    @Test
    void only_skewed_columns_without_negative_numbers_become_logarithms() {
        assertEquals(Feature.Kind.LOG_NUMBER, kind(NumericMissing.MEDIAN, 0, SKEWED));
        assertEquals(Feature.Kind.NUMBER, kind(NumericMissing.MEDIAN, 0, 0, 1, 2, 3, 4));
        double[] negative = SKEWED.clone();
        negative[0] = -0.5;
        assertEquals(Feature.Kind.NUMBER, kind(NumericMissing.MEDIAN, 0, negative));
        assertEquals(Feature.Kind.NUMBER, kind(NumericMissing.CONSTANT, -0.5, SKEWED));
        assertEquals(Feature.Kind.LOG_NUMBER, kind(NumericMissing.CONSTANT, 0, SKEWED));
        double[] gap = Arrays.copyOf(SKEWED, 8);
        gap[7] = NAN;
        assertEquals(Feature.Kind.LOG_NUMBER, kind(NumericMissing.LEAVE_OUT, -0.5, gap));
    }

    /** Of four rows one is missing: mean 1/4, standard deviation sqrt(3) / 4. */
    @Test
    void an_indicator_is_scaled_like_any_feature_and_given_only_where_numbers_are_missing() {
        NumericColumn column = numbers("x", 1, NAN, 2, 9);
        PreparationOptions options = numeric(NumericMissing.MEDIAN, 0, true, false);
        Preparation preparation = fit(options, column, numbers("y", 1, 2, 3, 4));
        assertEquals(List.of("x (z)", "x missing (z)", "y (z)"), preparation.featureNames());
        double root = Math.sqrt(3);
        assertArrayEquals(
                new double[] {-1 / root, root, -1 / root, -1 / root},
                feature(preparation, 1, column, numbers("y", 1, 2, 3, 4)),
                1e-15);
        assertEquals(
                List.of("x (z)"),
                fit(numeric(NumericMissing.LEAVE_OUT, 0, true, false), column).featureNames());
        assertEquals(
                List.of("x (z)"),
                fit(numeric(NumericMissing.MEDIAN, 0, false, false), column).featureNames());
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void a_feature_without_spread_is_zero_however_it_is_scaled(Scaling scaling) {
        CategoryColumn rare = CategoryColumn.of("c", List.of("a", "b", "c", "d"));
        PreparationOptions options = PlainZScores.OPTIONS
                .withScaling(scaling)
                .withCategory(new CategoryOptions(CategoryMissing.MOST_FREQUENT, Encoding.ONE_HOT, true, 0.5, 50));
        Preparation preparation = fit(options, rare);
        assertEquals(List.of("c=(other) (" + scaling.suffix() + ")"), preparation.featureNames());
        double constant = scaling == Scaling.NONE ? 1 : 0;
        assertArrayEquals(new double[] {constant, constant, constant, constant}, feature(preparation, 0, rare));
    }

    /** scikit-learn 1.2.1: RobustScaler().fit_transform([[0], [0], [0], [0], [7]]) and of [0, 0, 1, 3, 9]. */
    @Test
    void robust_scaling_only_shifts_where_the_middle_half_is_constant() {
        PreparationOptions robust = PlainZScores.OPTIONS.withScaling(Scaling.ROBUST);
        NumericColumn flag = numbers("x", 0, 0, 0, 0, 7);
        assertArrayEquals(new double[] {0, 0, 0, 0, 7}, feature(fit(robust, flag), 0, flag));
        NumericColumn spread = numbers("x", 0, 0, 1, 3, 9);
        assertArrayEquals(
                new double[] {-1 / 3.0, -1 / 3.0, 0, 2 / 3.0, 8 / 3.0}, feature(fit(robust, spread), 0, spread), 1e-15);
    }

    @Test
    void numbers_that_stay_below_1e150_after_scaling_are_accepted() {
        PreparationOptions robust = PlainZScores.OPTIONS.withScaling(Scaling.ROBUST);
        NumericColumn within = numbers("x", -1, -1, 0, 1, 1e150);
        assertEquals(5e149, feature(fit(robust, within), 0, within)[4], 1e135);
        assertThrows(SegmentationException.class, () -> fit(robust, numbers("x", -1, -1, 0, 1, 2.1e150)));
        assertThrows(SegmentationException.class, () -> fit(robust, numbers("x", -2.1e150, -1, 0, 1, 1)));
    }

    @Test
    void a_table_that_tells_nothing_says_of_every_column_why() {
        SegmentationException none = assertThrows(
                SegmentationException.class,
                () -> fit(PlainZScores.OPTIONS, numbers("Same", 4, 4), numbers("Empty", NAN, NAN)));
        assertEquals("None of the 2 columns can tell customers apart", none.problem());
        assertEquals(List.of("'Same' has one value only", "'Empty' has no value at all"), none.details());
        SegmentationException empty =
                assertThrows(SegmentationException.class, () -> fit(PlainZScores.OPTIONS, numbers("x")));
        assertEquals("The table has no rows: check the filters before this step.", empty.getMessage());
    }

    @Test
    void where_incomplete_rows_are_left_out_complete_ones_stay() {
        PreparationOptions options = numeric(NumericMissing.LEAVE_OUT, 0, false, false);
        NumericColumn complete = numbers("x", 1, 2, 4);
        assertArrayEquals(
                feature(fit(PlainZScores.OPTIONS, complete), 0, complete),
                feature(fit(options, complete), 0, complete));
    }

    @Test
    void an_infinite_code_is_refused_as_any_infinite_number() {
        PreparationOptions codes = PlainZScores.OPTIONS.withCategory(
                PlainZScores.OPTIONS.category().withCodeColumns(Set.of("Branch")));
        SegmentationException e = assertThrows(
                SegmentationException.class, () -> fit(codes, numbers("Branch", 1, Double.POSITIVE_INFINITY, 2)));
        assertEquals("Column 'Branch' holds Infinity in row 2, but numbers have to be finite", e.problem());
    }

    @Test
    void rows_that_all_miss_a_number_are_refused_with_the_column_that_misses_most() {
        PreparationOptions options = numeric(NumericMissing.LEAVE_OUT, 0, false, false);
        SegmentationException e = assertThrows(
                SegmentationException.class,
                () -> fit(
                        options,
                        numbers("few", 1, 2, NAN, 4),
                        numbers("many", NAN, NAN, 3, NAN),
                        numbers("none", NAN, NAN, NAN, NAN)));
        assertEquals(
                "Every one of the 4 rows misses a number (most in column 'many': 3): fill missing numbers with the"
                        + " median, or leave column 'many' out.",
                e.getMessage());
        SegmentationException equal = assertThrows(
                SegmentationException.class, () -> fit(options, numbers("first", 1, NAN), numbers("second", NAN, 2)));
        assertEquals("Every one of the 2 rows misses a number (most in column 'first': 1)", equal.problem());
    }

    @Test
    void progress_names_every_column() {
        ConcurrentSkipListSet<String> heard = new ConcurrentSkipListSet<>();
        Preparer.with(PlainZScores.OPTIONS)
                .fit(
                        table(numbers("a", 1, 2), numbers("b", 1, 2), numbers("c", 1, 2), numbers("d", 1, 2)),
                        Set.of(),
                        RUN.withProgress((fraction, text) -> heard.add(fraction + " " + text)));
        assertEquals(
                List.of("0.0 Column 'a'", "0.25 Column 'b'", "0.5 Column 'c'", "0.75 Column 'd'"), List.copyOf(heard));
    }
}
