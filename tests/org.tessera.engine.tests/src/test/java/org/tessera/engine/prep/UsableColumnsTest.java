package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.DroppedColumn.Reason;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.run.RunContext;

/** Which columns are ids, constant or empty, on both sides of every limit. */
class UsableColumnsTest {

    private static final double NAN = Double.NaN;

    private static Optional<DroppedColumn> dropped(Column column, PreparationOptions options) {
        return Optional.ofNullable(UsableColumns.leftOut(List.of(column), options, RunContext.of(1))
                .get(column.name()));
    }

    private static Optional<Reason> reason(Column column, PreparationOptions options) {
        return dropped(column, options).map(DroppedColumn::reason);
    }

    private static Optional<Reason> reason(Column column) {
        return reason(column, PreparationOptions.defaults());
    }

    private static NumericColumn whole(String name, int n, IntToDoubleFunction value) {
        return new NumericColumn(
                name, IntStream.range(0, n).mapToDouble(value::applyAsDouble).toArray(), true);
    }

    private static NumericColumn some(double... values) {
        return new NumericColumn("x", values, false);
    }

    private static CategoryColumn texts(int n) {
        return CategoryColumn.of(
                "c", IntStream.range(0, n).mapToObj(i -> "text " + i).toList());
    }

    private static PreparationOptions filling(NumericMissing missing, double constant, boolean indicator) {
        return PreparationOptions.defaults()
                .withNumeric(new NumericOptions(missing, constant, indicator, Transformation.NONE));
    }

    @Test
    void twenty_whole_numbers_that_occur_once_are_an_id_and_nineteen_are_not() {
        assertEquals(Optional.of(Reason.ID), reason(whole("x", 20, i -> 7 + i)));
        assertEquals(Optional.empty(), reason(whole("x", 19, i -> 7 + i)));
        assertEquals(Optional.of(Reason.ID), reason(whole("x", 20, i -> Math.max(1, i))), "one customer twice");
        assertEquals(Optional.empty(), reason(whole("x", 20, i -> Math.max(2, i))), "one customer three times");
        assertEquals(Optional.of(Reason.ID), reason(whole("x", 21, i -> i == 5 ? NAN : i)), "a missing one");
        assertEquals(Optional.empty(), reason(whole("x", 21, i -> i < 2 ? NAN : i)), "nineteen known");
        double[] values = IntStream.range(0, 20).asDoubleStream().toArray();
        assertEquals(Optional.of(Reason.ID), reason(some(values)), "whole numbers of type double");
        assertEquals(
                Optional.empty(),
                reason(some(IntStream.range(0, 20).mapToDouble(i -> i + 0.5).toArray())));
    }

    @Test
    void a_dense_id_lies_within_twice_the_number_of_rows() {
        assertEquals(Optional.of(Reason.ID), reason(whole("x", 20, i -> i == 19 ? 40 : i)));
        assertEquals(Optional.empty(), reason(whole("x", 20, i -> i == 19 ? 41 : i)));
        assertEquals(Optional.of(Reason.ID), reason(whole("x", 20, i -> 1000 + (i == 19 ? 40 : i))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "ID",
                "Id",
                "CustomerID",
                "customerId",
                "customer_id",
                "Customer Id",
                "CUSTOMER-ID",
                "URLId",
                "2ID"
            })
    void a_name_makes_numbers_that_lie_apart_an_id(String name) {
        assertEquals(Optional.of(Reason.ID), reason(whole(name, 20, i -> 1000 * i)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"paid", "PAID", "Paid", "BID", "Total PAID", "idle days", "ID days", "identity", "x", ""})
    void other_names_do_not(String name) {
        assertEquals(Optional.empty(), reason(whole(name, 20, i -> 1000 * i)));
    }

    @Test
    void twenty_different_texts_are_an_id_and_nineteen_are_not() {
        assertEquals(Optional.of(Reason.ID), reason(texts(20)));
        assertEquals(Optional.empty(), reason(texts(19)));
        List<String> entries = new ArrayList<>(Arrays.asList(new String[21]));
        entries.replaceAll(e -> "same");
        IntStream.range(0, 20).forEach(i -> entries.set(i, "text " + i));
        entries.set(20, "text 3");
        assertEquals(Optional.of(Reason.ID), reason(CategoryColumn.of("c", entries)), "one customer twice");
        entries.set(20, null);
        assertEquals(Optional.of(Reason.ID), reason(CategoryColumn.of("c", entries)), "a missing one");
        entries.set(0, null);
        entries.set(1, null);
        assertEquals(Optional.of(Reason.ID), reason(CategoryColumn.of("c", entries)), "eighteen different ones");
        entries.set(2, "text 5");
        assertEquals(Optional.empty(), reason(CategoryColumn.of("c", entries)), "seventeen of eighteen");
    }

    @Test
    void names_chosen_to_be_kept_are_kept_whatever_they_look_like() {
        PreparationOptions keep = PreparationOptions.defaults()
                .withColumns(ColumnOptions.defaults().withKeep(Set.of("x", "c", "surname")));
        double tiny = Math.nextUp(0.3);
        assertEquals(Optional.empty(), reason(whole("x", 20, i -> i), keep));
        assertEquals(Optional.empty(), reason(texts(20), keep));
        assertEquals(Optional.empty(), reason(surnames(), keep));
        assertEquals(Optional.empty(), reason(some(0.3, tiny, 0.3), keep));
        assertEquals(Optional.of(Reason.CONSTANT), reason(some(3, 3, 3), keep));
        assertEquals(Optional.of(Reason.ALL_MISSING), reason(some(NAN, NAN), keep));
    }

    private static CategoryColumn surnames() {
        return CategoryColumn.of(
                "surname",
                IntStream.range(0, 3000).mapToObj(i -> "name " + i * 7919 % 900).toList());
    }

    @Test
    void free_text_is_left_out_by_an_option_of_its_own() {
        ColumnOptions defaults = ColumnOptions.defaults();
        assertEquals(Optional.of(Reason.TEXT), reason(surnames()));
        assertEquals(
                Optional.of(Reason.TEXT),
                reason(surnames(), PreparationOptions.defaults().withColumns(defaults.withLeaveOutIds(false))));
        assertEquals(
                Optional.empty(),
                reason(surnames(), PreparationOptions.defaults().withColumns(defaults.withLeaveOutTexts(false))));
    }

    @Test
    void dates_are_no_ids_however_dense() {
        double[] days = IntStream.range(0, 30).mapToDouble(i -> 20_000 + i).toArray();
        assertEquals(Optional.empty(), reason(new NumericColumn("since", days, true, Quantity.DATE)));
        assertEquals(Optional.of(Reason.ID), reason(new NumericColumn("since", days, true)));
    }

    @Test
    void numbers_equal_up_to_rounding_are_one_value() {
        assertEquals(Optional.of(Reason.ROUNDED), reason(some(0.3, 0.1 + 0.2, 0.3)));
        assertEquals(Optional.of(Reason.ROUNDED), reason(some(0.3, NAN, 0.1 + 0.2)));
        assertEquals(
                "has one value only, but for rounding (0.3 to 0.30000000000000004)",
                dropped(some(0.3, 0.1 + 0.2), PreparationOptions.defaults())
                        .orElseThrow()
                        .text());
    }

    @Test
    void ids_are_kept_on_request() {
        PreparationOptions keep = PreparationOptions.defaults()
                .withColumns(ColumnOptions.defaults().withLeaveOutIds(false));
        assertEquals(Optional.empty(), reason(whole("id", 20, i -> i), keep));
        assertEquals(Optional.empty(), reason(texts(20), keep));
    }

    @Test
    void zero_and_minus_zero_are_one_value() {
        assertEquals(Optional.of(Reason.CONSTANT), reason(some(0.0, -0.0, 0.0)));
        assertEquals(Optional.empty(), reason(whole("x", 20, i -> i == 0 ? -0.0 : Math.max(0, i - 2))));
    }

    /** Missing numbers imputed by the column's only number, or rows that are left out, carry no information. */
    @Test
    void one_number_is_a_feature_only_if_missing_ones_become_another() {
        NumericColumn column = some(3, NAN, 3);
        assertEquals(Optional.of(Reason.CONSTANT), reason(column, filling(NumericMissing.MEAN, 0, false)));
        assertEquals(Optional.of(Reason.CONSTANT), reason(column, filling(NumericMissing.CONSTANT, 3, false)));
        assertEquals(Optional.empty(), reason(column, filling(NumericMissing.CONSTANT, 4, false)));
        assertEquals(Optional.empty(), reason(column, filling(NumericMissing.MEAN, 3, true)));
        assertEquals(Optional.of(Reason.CONSTANT), reason(column, filling(NumericMissing.LEAVE_OUT, 0, true)));
        assertEquals(Optional.of(Reason.CONSTANT), reason(some(3, 3), filling(NumericMissing.CONSTANT, 4, true)));
        assertEquals(
                Optional.of(Reason.ALL_MISSING), reason(some(NAN, NAN), filling(NumericMissing.CONSTANT, 4, true)));
    }

    @Test
    void one_category_is_a_feature_only_if_missing_ones_are_another() {
        CategoryColumn column = CategoryColumn.of("c", Arrays.asList("a", null, "a"));
        CategoryColumn full = CategoryColumn.of("c", List.of("a", "a"));
        CategoryColumn empty = CategoryColumn.of("c", Arrays.asList(null, null));
        assertEquals(Optional.empty(), reason(column));
        assertEquals(Optional.of(Reason.CONSTANT), reason(full));
        assertEquals(Optional.of(Reason.ALL_MISSING), reason(empty));
        PreparationOptions frequent = PreparationOptions.defaults()
                .withCategory(new CategoryOptions(CategoryMissing.MOST_FREQUENT, Encoding.ONE_HOT, false, 0, 50));
        assertEquals(Optional.of(Reason.CONSTANT), reason(column, frequent));
    }
}
