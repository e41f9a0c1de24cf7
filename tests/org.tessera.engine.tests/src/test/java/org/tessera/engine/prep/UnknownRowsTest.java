package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.run.RunContext;

/** Customers of whom nothing is known get no features and shape none. */
class UnknownRowsTest {

    private static final double NAN = Double.NaN;
    private static final RunContext RUN = RunContext.of(1);
    private static final PreparationOptions DEFAULTS = PreparationOptions.defaults();
    private static final NumericColumn AGE = new NumericColumn("age", new double[] {20, NAN, 40, NAN, NAN, 33}, true);
    private static final CategoryColumn HOME =
            CategoryColumn.of("home", Arrays.asList("own", "rent", null, null, null, "own"));

    private static CustomerTable table(Column... columns) {
        return new CustomerTable(columns[0].size(), List.of(columns));
    }

    private static Preparation fit(PreparationOptions options, CustomerTable table) {
        return Preparer.with(options).fit(table, Set.of(), RUN);
    }

    private static boolean isUnknown(PreparedRows rows, int row) {
        return Arrays.stream(rows.features().row(row)).allMatch(Double::isNaN);
    }

    @Test
    void rows_of_missing_cells_only_are_counted_and_have_no_features() {
        CustomerTable table = table(AGE, HOME);
        PreparedRows rows = fit(DEFAULTS, table).apply(table, RUN);
        assertEquals(new PreparedRows.Unknown(2, List.of(3, 4)), rows.unknown());
        assertEquals(0, rows.leftOut());
        for (int i = 0; i < 6; i++) {
            assertEquals(i == 3 || i == 4, isUnknown(rows, i));
        }
        assertEquals(Map.of("age", 1, "home", 1), rows.filled(), "what is not clustered is not filled");
    }

    @Test
    void texts_that_stand_for_missing_values_in_every_column_say_nothing() {
        CategoryColumn home = CategoryColumn.of("home", Arrays.asList("own", "rent", "NA", " unknown", "None", "own"));
        CategoryColumn job = CategoryColumn.of("job", Arrays.asList("a", "b", "n/a", null, null, "NA"));
        CustomerTable table = table(AGE, home, job);
        Preparation preparation = fit(DEFAULTS, table);
        PreparedRows rows = preparation.apply(table, RUN);
        assertEquals(new PreparedRows.Unknown(1, List.of(3)), rows.unknown(), "row 2 has an age, row 4 an answer");
        assertEquals(Map.of("age", 2, "job", 1), rows.filled());
        assertTrue(
                preparation.featureNames().stream().noneMatch(f -> f.contains("unknown")),
                "a category of such rows only is none");
        assertTrue(rows.novelties().unseen().isEmpty(), "nor is it a new one");
    }

    @Test
    void they_change_no_feature_of_the_others() {
        CustomerTable table = table(AGE, HOME);
        CustomerTable known = table(
                new NumericColumn("age", new double[] {20, NAN, 40, 33}, true),
                CategoryColumn.of("home", Arrays.asList("own", "rent", null, "own")));
        Preparation with = fit(DEFAULTS, table);
        Preparation without = fit(DEFAULTS, known);
        assertEquals(without.features(), with.features());
        assertArrayEquals(
                without.apply(known, RUN).features().values(),
                with.apply(known, RUN).features().values());
    }

    @Test
    void new_customers_of_whom_nothing_is_known_are_set_apart_too() {
        Preparation preparation = fit(DEFAULTS, table(AGE, HOME));
        PreparedRows rows = preparation.apply(
                table(
                        new NumericColumn("age", new double[] {50, NAN}, true),
                        CategoryColumn.of("home", Arrays.asList(null, null))),
                RUN);
        assertEquals(new PreparedRows.Unknown(1, List.of(1)), rows.unknown());
        assertTrue(isUnknown(rows, 1) && !isUnknown(rows, 0));
    }

    @Test
    void an_option_fills_and_keeps_them() {
        PreparationOptions clustered = DEFAULTS.withScaling(Scaling.NONE)
                .withColumns(ColumnOptions.defaults().withClusterUnknown(true));
        CustomerTable table = table(AGE, HOME);
        PreparedRows rows = fit(clustered, table).apply(table, RUN);
        assertEquals(new PreparedRows.Unknown(0, List.of()), rows.unknown());
        assertEquals(33, rows.features().at(3, 0), "the median");
        assertEquals(Map.of("age", 3, "home", 3), rows.filled());
    }

    @Test
    void columns_that_are_not_used_tell_nothing_of_a_row() {
        int n = 24;
        double[] id = IntStream.range(0, n).mapToDouble(i -> i + 1).toArray();
        double[] x =
                IntStream.range(0, n).mapToDouble(i -> i % 8 == 0 ? NAN : i % 5).toArray();
        CustomerTable table = table(new NumericColumn("id", id, true), new NumericColumn("x", x, true));
        PreparedRows rows = fit(DEFAULTS, table).apply(table, RUN);
        assertEquals(new PreparedRows.Unknown(3, List.of(0, 8, 16)), rows.unknown());
    }

    /** Without the unknown rows "vip" has one value, and then a row is unknown of which only that was known. */
    @Test
    void columns_that_have_one_value_without_them_are_left_out() {
        CategoryColumn vip = CategoryColumn.of("vip", Arrays.asList("yes", "yes", "yes", "yes", null));
        NumericColumn x = new NumericColumn("x", new double[] {1, 2, 3, NAN, NAN}, false);
        CustomerTable table = table(vip, x);
        Preparation preparation = fit(DEFAULTS, table);
        assertEquals(List.of("x"), preparation.sourceColumns());
        assertEquals(List.of("'vip' has one value only"), preparation.droppedInWords());
        assertEquals(
                new PreparedRows.Unknown(2, List.of(3, 4)),
                preparation.apply(table, RUN).unknown());
    }

    @Test
    void a_number_that_a_constant_replaces_is_known() {
        PreparationOptions zero =
                DEFAULTS.withNumeric(new NumericOptions(NumericMissing.CONSTANT, 0, false, Transformation.NONE));
        CustomerTable table = table(AGE, HOME);
        assertEquals(0, fit(zero, table).apply(table, RUN).unknown().count());
    }

    @Test
    void at_most_five_rows_are_listed() {
        double[] x = IntStream.range(0, 20).mapToDouble(i -> i < 9 ? NAN : i).toArray();
        CustomerTable table = table(new NumericColumn("x", x, false));
        PreparedRows rows = fit(DEFAULTS, table).apply(table, RUN);
        assertEquals(new PreparedRows.Unknown(9, List.of(0, 1, 2, 3, 4)), rows.unknown());
    }
}
