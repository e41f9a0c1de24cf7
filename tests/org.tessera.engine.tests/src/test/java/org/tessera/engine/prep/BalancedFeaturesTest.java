package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.prep.ScalingOptions.CategoryScale;
import org.tessera.engine.prep.numbers.ColumnStatistics;
import org.tessera.engine.prep.numbers.YeoJohnson;
import org.tessera.engine.run.RunContext;

/** The default preparation: skewed numbers transformed, a different category at distance 1, weights of columns. */
class BalancedFeaturesTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final PreparationOptions DEFAULTS =
            PreparationOptions.defaults().withColumns(ColumnOptions.everything());
    private static final double NAN = Double.NaN;
    private static final double EPS = 1e-12;

    static NumericColumn numbers(String name, double... values) {
        return new NumericColumn(name, values, false);
    }

    static CategoryColumn categories(String name, String... entries) {
        return CategoryColumn.of(name, Arrays.asList(entries));
    }

    static CustomerTable table(Column... columns) {
        return new CustomerTable(columns[0].size(), List.of(columns));
    }

    static Preparation fit(PreparationOptions options, Column... columns) {
        return Preparer.with(options).fit(table(columns), Set.of(), RUN);
    }

    static Matrix features(PreparationOptions options, Column... columns) {
        return fit(options, columns).apply(table(columns), RUN).features();
    }

    static double distance(Matrix x, int a, int b) {
        return Math.sqrt(IntStream.range(0, x.columns())
                .mapToDouble(f -> Math.pow(x.at(a, f) - x.at(b, f), 2))
                .sum());
    }

    private static double[] skewed(int n) {
        return new Random(7).doubles(n).map(v -> Math.exp(6 * v)).toArray();
    }

    @ParameterizedTest
    @EnumSource(
            value = Scaling.class,
            names = {"Z_SCORE", "MIN_MAX", "ROBUST"})
    void a_different_category_is_at_distance_one_however_rare_it_is(Scaling scaling) {
        String[] homes = new String[50];
        Arrays.fill(homes, "own");
        homes[0] = "rent";
        homes[1] = null;
        homes[2] = "other";
        Matrix x = features(DEFAULTS.withScaling(scaling), categories("Home", homes));
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
                assertEquals(1, distance(x, i, j), EPS);
            }
        }
        assertEquals(0, distance(x, 3, 4));
        for (double value : x.values()) {
            assertTrue(value == 0 || Math.abs(value - Math.sqrt(0.5)) < EPS, "" + value);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Scaling.class,
            names = {"Z_SCORE", "MIN_MAX", "ROBUST"})
    void at_typical_distance_categories_and_two_valued_numbers_are_root_two_apart(Scaling scaling) {
        PreparationOptions typical = DEFAULTS.withScaling(
                new ScalingOptions(scaling, CategoryScale.TYPICAL_DISTANCE, Map.of("weighted", 3.0)));
        Matrix home = features(typical, categories("Home", "own", "own", "rent", "other"));
        assertEquals(0, distance(home, 0, 1));
        assertEquals(Math.sqrt(2), distance(home, 0, 2), EPS);
        assertEquals(Math.sqrt(2), distance(home, 2, 3), EPS);
        assertEquals(Math.sqrt(2), distance(features(typical, numbers("flag", 1, 2, 1, 2)), 0, 1), EPS);
        assertEquals(3 * Math.sqrt(2), distance(features(typical, categories("weighted", "a", "b")), 0, 1), EPS);
        Matrix rank = features(
                typical.withCategory(new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ORDINAL, false, 0, 50)),
                categories("d", "n", "y", "y"));
        assertEquals(Math.sqrt(2), distance(rank, 0, 1), EPS);
    }

    @Test
    void typical_distance_is_the_root_mean_square_distance_of_rows_in_a_scaled_number() {
        double[] values = new Random(3).doubles(200).toArray();
        Matrix x = features(DEFAULTS, numbers("n", values));
        double squares = 0;
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < 200; j++) {
                squares += Math.pow(x.at(i, 0) - x.at(j, 0), 2);
            }
        }
        double meanSquare = squares / (200 * 200);
        ScalingOptions typical = DEFAULTS.scaling().withCategories(CategoryScale.TYPICAL_DISTANCE);
        assertEquals(meanSquare, Math.pow(typical.categoryDistance(), 2), 1e-9);
    }

    @Test
    void indicators_that_stand_alone_are_zero_and_one() {
        NumericOptions flagged = new NumericOptions(NumericMissing.MEDIAN, 0, true, Transformation.NONE);
        Matrix missing = features(DEFAULTS.withNumeric(flagged), numbers("x", 1, 2, 3, NAN));
        assertEquals(0, missing.at(0, 1));
        assertEquals(1, missing.at(3, 1));
        CategoryOptions first = new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ONE_HOT, true, 0, 50);
        assertEquals(
                Matrix.of(new double[][] {{0}, {1}, {1}}),
                features(DEFAULTS.withCategory(first), categories("c", "a", "b", "b")));
        Matrix three = features(DEFAULTS.withCategory(first), categories("c", "a", "b", "c"));
        assertEquals(1, distance(three, 1, 2), EPS);
        assertEquals(Math.sqrt(0.5), distance(three, 0, 1), EPS);
    }

    @Test
    void ranks_and_frequencies_are_numbers_unless_there_are_two() {
        CategoryOptions ranks = new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ORDINAL, false, 0, 50);
        Matrix x =
                features(DEFAULTS.withCategory(ranks), categories("c", "1", "2", "3"), categories("d", "n", "y", "y"));
        assertEquals(Math.sqrt(1.5), x.at(2, 0), EPS);
        assertEquals(0, x.at(0, 1));
        assertEquals(1, x.at(1, 1));
        CategoryOptions shares = new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.FREQUENCY, false, 0, 50);
        assertEquals(
                Matrix.of(new double[][] {{0}, {1}, {1}}),
                features(DEFAULTS.withCategory(shares), categories("d", "n", "y", "y")));
    }

    @Test
    void skewed_columns_are_transformed_before_they_are_scaled() {
        double[] values = skewed(300);
        Preparation preparation = fit(DEFAULTS, numbers("Revenue", values), numbers("Losses", negated(values)));
        YeoJohnson expected = YeoJohnson.fit(values, RUN).orElseThrow();
        Feature feature = preparation.features().get(0);
        assertEquals(Feature.Kind.YEO_JOHNSON_NUMBER, feature.kind());
        assertEquals(expected, feature.transformation().orElseThrow());
        assertEquals(
                2 - expected.lambda(),
                preparation.features().get(1).transformation().orElseThrow().lambda(),
                1e-11);
        Matrix x = preparation
                .apply(table(numbers("Revenue", values), numbers("Losses", negated(values))), RUN)
                .features();
        ColumnStatistics statistics = ColumnStatistics.of(
                IntStream.range(0, 300).mapToDouble(i -> x.at(i, 0)).toArray(), RUN);
        assertEquals(0, statistics.mean(), EPS);
        assertEquals(1, statistics.sd(), EPS);
        for (int i = 0; i < 300; i++) {
            assertEquals(values[i], feature.inOwnUnits(x.at(i, 0)), 1e-9 * values[i]);
        }
    }

    private static double[] negated(double... values) {
        return Arrays.stream(values).map(v -> -v).toArray();
    }

    @Test
    void missing_numbers_are_filled_in_own_units_and_do_not_change_lambda() {
        double[] values = skewed(101);
        double[] gaps = Arrays.copyOf(values, 140);
        Arrays.fill(gaps, 101, 140, NAN);
        Feature complete = fit(DEFAULTS, numbers("x", values)).features().get(0);
        Preparation preparation = fit(DEFAULTS, numbers("x", gaps));
        Feature feature = preparation.features().get(0);
        assertEquals(complete.transformation(), feature.transformation());
        double median = ColumnStatistics.of(values, RUN).median();
        Matrix x = preparation.apply(table(numbers("x", gaps)), RUN).features();
        assertEquals(median, feature.inOwnUnits(x.at(139, 0)), 1e-9 * median);
    }

    @Test
    void symmetric_columns_dates_and_what_no_power_helps_stay_as_they_are() {
        NumericColumn dates = new NumericColumn("Since", skewed(50), false, Quantity.DATE);
        double[] offset = skewed(50);
        for (int i = 0; i < 50; i++) {
            offset[i] = 1e12 + offset[i];
        }
        double[] evenly = IntStream.range(0, 50).mapToDouble(i -> i).toArray();
        double[] bothHuge = skewed(50);
        bothHuge[0] = 1e140;
        bothHuge[1] = -1e139;
        for (Feature feature : fit(
                        DEFAULTS,
                        dates,
                        numbers("offset", offset),
                        numbers("evenly", evenly),
                        numbers("huge", bothHuge))
                .features()) {
            assertEquals(Feature.Kind.NUMBER, feature.kind(), feature.source());
        }
    }

    @Test
    void weights_multiply_all_features_of_their_column() {
        Column age = numbers("Age", 20, 30, 45);
        Column home = categories("Home", "own", "rent", "own");
        Preparation plain = fit(DEFAULTS, age, home);
        Preparation weighted =
                fit(DEFAULTS.withScaling(DEFAULTS.scaling().withWeights(Map.of("Age", 3.0, "Home", 0.25))), age, home);
        Matrix x = plain.apply(table(age, home), RUN).features();
        Matrix y = weighted.apply(table(age, home), RUN).features();
        for (int i = 0; i < 3; i++) {
            assertEquals(3 * x.at(i, 0), y.at(i, 0), EPS);
            assertEquals(0.25 * x.at(i, 1), y.at(i, 1), EPS);
            assertEquals(0.25 * x.at(i, 2), y.at(i, 2), EPS);
        }
        assertEquals(45, weighted.features().get(0).inOwnUnits(y.at(2, 0)), EPS);
        assertEquals(plain.featureNames(), weighted.featureNames());
    }

    @Test
    void weights_out_of_bounds_are_refused_by_the_name_of_the_column() {
        for (double weight : new double[] {0, -1, NAN, Double.POSITIVE_INFINITY, 9e-4, 1001}) {
            ScalingOptions options = ScalingOptions.defaults();
            assertEquals(
                    "Weight of column 'Age' is " + weight + ", but has to be from 0.001 to 1000.0; deselect a column"
                            + " that is not to count.",
                    assertThrows(IllegalArgumentException.class, () -> options.withWeights(Map.of("Age", weight)))
                            .getMessage());
        }
    }

    @Test
    void robust_scaling_takes_a_wider_range_where_the_quartiles_are_equal() {
        double[] spend = new double[100];
        double[] age = new double[100];
        for (int i = 0; i < 100; i++) {
            spend[i] = i < 10 ? 2000 + 10 * i : 0;
            age[i] = 20 + i % 40;
        }
        NumericOptions plain = new NumericOptions(NumericMissing.MEDIAN, 0, false, Transformation.NONE);
        for (NumericOptions numeric : List.of(plain, DEFAULTS.numeric())) {
            PreparationOptions robust = DEFAULTS.withNumeric(numeric).withScaling(Scaling.ROBUST);
            Preparation preparation = fit(robust, numbers("spend", spend), numbers("age", age));
            Matrix x = preparation
                    .apply(table(numbers("spend", spend), numbers("age", age)), RUN)
                    .features();
            assertEquals(0, x.at(50, 0));
            assertEquals(1, x.at(5, 0), EPS, "the 95 % quantile is the fifth largest but one");
            assertTrue(x.at(9, 0) < 1.2);
            assertEquals(List.of("spend"), FeatureSpread.withoutQuartiles(preparation, x, RUN));
        }
        Preparation scored = fit(DEFAULTS, numbers("spend", spend));
        Matrix x = scored.apply(table(numbers("spend", spend)), RUN).features();
        assertEquals(List.of(), FeatureSpread.withoutQuartiles(scored, x, RUN));
    }

    @Test
    void numbers_that_most_rows_share_are_found_with_the_weight_of_a_category() {
        // Seven zeros and 7, 8, 9: mean 2.4, sum of squares 194, variance 19.4 - 5.76 = 13.64; the others are 8 away.
        Column debt = numbers("debt", 0, 0, 0, 0, 0, 0, 0, 7, 8, 9);
        Column age = numbers("age", 1, 2, 3, 4, 5, 6, 7, 8, 9, 11);
        Column even = numbers("even", 1, 1, 1, 1, 1, 1, 2, 0, 3, -1);
        NumericOptions plain = new NumericOptions(NumericMissing.MEDIAN, 0, false, Transformation.NONE);
        PreparationOptions options = DEFAULTS.withNumeric(plain);
        double distance = 8 / Math.sqrt(13.64);
        assertEquals(List.of("debt"), sharedColumns(options, debt, age, even));
        FeatureSpread.SharedValue found = shared(options, debt, age).get(0);
        assertEquals(0.7, found.share(), EPS);
        assertEquals(distance, found.distance(), EPS);
        assertEquals(1 / distance, found.weight(), EPS);
        ScalingOptions typical = options.scaling().withCategories(CategoryScale.TYPICAL_DISTANCE);
        assertEquals(
                Math.sqrt(2) / distance,
                shared(options.withScaling(typical), debt, age).get(0).weight(),
                EPS);
        ScalingOptions weighted = options.scaling().withWeights(Map.of("debt", 0.99 / distance));
        assertEquals(List.of(), sharedColumns(options.withScaling(weighted), debt, age));
        ScalingOptions likeNumbers = options.scaling().withCategories(CategoryScale.LIKE_NUMBERS);
        assertEquals(List.of(), sharedColumns(options.withScaling(likeNumbers), debt, age));
    }

    private static List<FeatureSpread.SharedValue> shared(PreparationOptions options, Column... columns) {
        Preparation preparation = fit(options, columns);
        Matrix x = preparation.apply(table(columns), RUN).features();
        return FeatureSpread.sharedValues(preparation, x, RUN);
    }

    private static List<String> sharedColumns(PreparationOptions options, Column... columns) {
        return shared(options, columns).stream()
                .map(FeatureSpread.SharedValue::column)
                .toList();
    }

    @Test
    void shares_of_variance_are_summed_by_column_and_sorted() {
        Column home = categories("Home", "a", "b", "c", "d");
        Column age = numbers("Age", 1, 2, 3, 5);
        Preparation preparation = fit(DEFAULTS, home, age);
        Matrix x = preparation.apply(table(home, age), RUN).features();
        Map<String, Double> shares = FeatureSpread.varianceShares(preparation, x, RUN);
        assertEquals(List.of("Age", "Home"), List.copyOf(shares.keySet()));
        // Four indicators of 1 / sqrt(2), each in a quarter of the rows: 4 x 1/2 x 3/16 = 3/8 beside 1.
        assertEquals(1 / 1.375, shares.get("Age"), EPS);
        assertEquals(0.375 / 1.375, shares.get("Home"), EPS);
    }

    @Test
    void shares_of_variance_leave_out_rows_without_features_and_are_absent_without_variance() {
        NumericOptions out = new NumericOptions(NumericMissing.LEAVE_OUT, 0, false, Transformation.NONE);
        Preparation preparation = fit(DEFAULTS.withNumeric(out), numbers("a", 1, 2, 4, NAN), numbers("b", 3, 1, 7, 5));
        Matrix x = preparation
                .apply(table(numbers("a", 1, 2, 4, NAN), numbers("b", 3, 1, 7, 5)), RUN)
                .features();
        assertEquals(0.5, FeatureSpread.varianceShares(preparation, x, RUN).get("a"), EPS);
        assertEquals(Map.of(), FeatureSpread.varianceShares(preparation, x.select(new int[] {0}), RUN));
    }
}
