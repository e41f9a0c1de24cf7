package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tessera.engine.prep.BalancedFeaturesTest.categories;
import static org.tessera.engine.prep.BalancedFeaturesTest.distance;
import static org.tessera.engine.prep.BalancedFeaturesTest.features;
import static org.tessera.engine.prep.BalancedFeaturesTest.fit;
import static org.tessera.engine.prep.BalancedFeaturesTest.numbers;
import static org.tessera.engine.prep.BalancedFeaturesTest.table;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.prep.ScalingOptions.CategoryScale;
import org.tessera.engine.prep.numbers.ColumnStatistics;
import org.tessera.engine.run.RunContext;

/** Numbers with two values: when they are categories, and at distance 1 in any case. */
class TwoValuedNumbersTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final PreparationOptions DEFAULTS = PreparationOptions.defaults();
    private static final double NAN = Double.NaN;
    private static final double EPS = 1e-12;

    @Test
    void numbers_with_two_values_are_categories_with_a_level_for_missing_ones() {
        Preparation preparation = fit(
                DEFAULTS,
                numbers("Exited", 0, 1, 0, NAN),
                numbers("Flag", 1, NAN, 1, 1),
                numbers("Age", 20, 30, 40, 9));
        assertEquals(
                List.of(
                        "Age (z)",
                        "Exited=0 (z)",
                        "Exited=1 (z)",
                        "Exited=(missing) (z)",
                        "Flag=1 (z)",
                        "Flag=(missing) (z)"),
                preparation.featureNames());
        assertEquals(Set.of("Exited", "Flag"), preparation.options().category().codeColumns());
        CustomerTable later = table(
                numbers("Exited", 1, 0, 7, NAN),
                categories("Flag", "1", "1", "1", "1"),
                numbers("Age", 20, 20, 20, 20));
        PreparedRows rows = preparation.apply(later, RUN);
        assertEquals(1, distance(rows.features(), 0, 1), EPS);
        assertEquals(1, distance(rows.features(), 0, 3), EPS);
        assertEquals(List.of("7"), rows.novelties().unseen().get(0).categories());
    }

    @Test
    void numbers_with_two_values_stay_numbers_where_missing_has_a_meaning_and_where_they_are_dates() {
        NumericColumn flag = numbers("Flag", 0, 1, 0, NAN);
        NumericOptions zero = new NumericOptions(NumericMissing.CONSTANT, 0, true, Transformation.YEO_JOHNSON);
        Matrix x = features(DEFAULTS.withNumeric(zero), flag);
        assertEquals(Matrix.of(new double[][] {{0, 0}, {1, 0}, {0, 0}, {0, 1}}), x);
        NumericOptions nine = new NumericOptions(NumericMissing.CONSTANT, 9, false, Transformation.NONE);
        assertEquals(
                1,
                ColumnStatistics.of(features(DEFAULTS.withNumeric(nine), flag).values(), RUN)
                        .sd(),
                EPS);
        NumericOptions out = new NumericOptions(NumericMissing.LEAVE_OUT, 0, false, Transformation.YEO_JOHNSON);
        assertEquals(Matrix.of(new double[][] {{0}, {1}, {0}, {NAN}}), features(DEFAULTS.withNumeric(out), flag));
        NumericColumn dates = new NumericColumn("Since", new double[] {19_000, 19_365, 19_000}, false, Quantity.DATE);
        assertEquals(Matrix.of(new double[][] {{0}, {1}, {0}}), features(DEFAULTS, dates));
        PreparationOptions old = DEFAULTS.withScaling(DEFAULTS.scaling().withCategories(CategoryScale.LIKE_NUMBERS));
        assertEquals(List.of("Flag (z)"), fit(old, flag).featureNames());
        assertEquals(
                List.of("Flag (prepared)"),
                fit(DEFAULTS.withScaling(Scaling.NONE), flag).featureNames());
    }

    /** One of three flags, of which one is 1 in each of 60 rows. */
    private static NumericColumn flag(String name, int remainder) {
        return numbers(
                name,
                IntStream.range(0, 60)
                        .mapToDouble(i -> i * i % 7 % 3 == remainder ? 1 : 0)
                        .toArray());
    }

    @Test
    void flags_that_sum_to_one_follow_from_each_other_only_as_numbers() {
        NumericColumn a = flag("a", 0);
        NumericColumn b = flag("b", 1);
        NumericColumn c = flag("c", 2);
        assertEquals(List.of(), fit(DEFAULTS, a, b, c).dropped());
        PreparationOptions old = DEFAULTS.withScaling(DEFAULTS.scaling().withCategories(CategoryScale.LIKE_NUMBERS));
        assertEquals(
                List.of("c"),
                fit(old, a, b, c).dropped().stream().map(DroppedColumn::column).toList());
    }

    @Test
    void two_numbers_that_differ_by_rounding_are_one_and_stay_numbers_when_kept() {
        NumericColumn rounded = numbers("Price", 0.3, 0.1 + 0.2, 0.3, 0.3);
        NumericColumn age = numbers("Age", 20, 30, 40, 9);
        assertEquals(List.of("Age (z)"), fit(DEFAULTS, rounded, age).featureNames());
        PreparationOptions keep = DEFAULTS.withColumns(DEFAULTS.columns().withKeep(Set.of("Price")));
        assertEquals(List.of("Price (z)", "Age (z)"), fit(keep, rounded, age).featureNames());
    }

    @Test
    void numbers_too_large_for_a_text_of_their_own_stay_numbers() {
        NumericColumn large = numbers("Account", 0, 1e17, 1e17);
        assertEquals(Matrix.of(new double[][] {{0}, {1}, {1}}), features(DEFAULTS, large));
        assertEquals(Set.of(), fit(DEFAULTS, large).options().category().codeColumns());
    }

    @Test
    void distinct_numbers_are_counted_up_to_three() {
        assertEquals(0, TwoValuedNumbers.distinct(new double[] {NAN, NAN}, RUN));
        assertEquals(1, TwoValuedNumbers.distinct(new double[] {NAN, 0.0, -0.0}, RUN));
        assertEquals(2, TwoValuedNumbers.distinct(new double[] {3, NAN, 4, 3}, RUN));
        assertEquals(3, TwoValuedNumbers.distinct(new double[] {1, 2, 3, 4}, RUN));
    }
}
