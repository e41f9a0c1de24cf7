package org.tessera.engine.prep.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.screen.Sentinels.Sentinel;
import org.tessera.engine.run.RunContext;

class SentinelsTest {

    private static final RunContext RUN = RunContext.of(1);

    private static final int ROWS = 300;

    private static List<Double> found(Quantity quantity, IntToDoubleFunction value) {
        double[] values = IntStream.range(0, ROWS).mapToDouble(value).toArray();
        return Sentinels.of(new NumericColumn("c", values, false, quantity), RUN).stream()
                .map(Sentinel::value)
                .toList();
    }

    private static List<Double> found(IntToDoubleFunction value) {
        return found(Quantity.NUMBER, value);
    }

    /** Incomes from 20,000 to 89,767. */
    private static double income(int i) {
        return 20_000 + i * 7919 % ROWS * 233.33;
    }

    private static double day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }

    private static List<Double> foundDates(String sentinel, String from, int step) {
        return found(Quantity.DATE, i -> i % 10 == 0 ? day(sentinel) : day(from) + (long) step * (i * 7919 % ROWS));
    }

    @ParameterizedTest
    @ValueSource(doubles = {99_999, 999_999, 999_999.99, 9_999_999, -1, -9, -99, -999, -9_999, 1e6, 888_888, -1e6})
    void a_value_far_from_incomes_or_written_as_missing_is_asked_about(double sentinel) {
        assertEquals(List.of(sentinel), found(i -> i % 10 == 0 ? sentinel : income(i)));
    }

    @Test
    void rows_and_share_are_counted_of_the_rows_with_a_value() {
        double[] values = IntStream.range(0, ROWS)
                .mapToDouble(i -> i % 10 == 0 ? 99_999 : i % 10 == 1 ? Double.NaN : income(i))
                .toArray();
        assertEquals(
                List.of(new Sentinel(99_999, 30, 30 / 270.0)),
                Sentinels.of(new NumericColumn("Income", values, false), RUN));
    }

    @Test
    void several_are_found_in_ascending_order_though_each_widens_the_range() {
        assertEquals(
                List.of(-999.0, -1.0, 999_999.0),
                found(i -> i % 10 < 3 ? new double[] {999_999, -1, -999}[i % 10] : income(i)));
    }

    @Test
    void most_rows_may_hold_a_value_written_as_missing() {
        assertEquals(List.of(999.0), found(i -> i % 25 > 0 ? 999 : i % 28));
        assertEquals(List.of(-1.0), found(i -> i % 4 > 0 ? -1 : i % 28));
        assertEquals(List.of(), found(i -> i % 25 > 0 ? 1_000 : i % 28), "or the usual one");
    }

    @ParameterizedTest
    @CsvSource({"2,0", "3,1"})
    void three_rows_are_needed(int rows, int sentinels) {
        assertEquals(sentinels, found(i -> i < rows ? 999_999 : income(i)).size());
    }

    @Test
    void one_percent_of_the_rows_is_needed() {
        double[] values = IntStream.range(0, 1000)
                .mapToDouble(i -> i < 9 ? 999_999 : 20_000 + i)
                .toArray();
        assertEquals(List.of(), Sentinels.of(new NumericColumn("c", values, true), RUN));
        values[9] = 999_999;
        assertEquals(1, Sentinels.of(new NumericColumn("c", values, true), RUN).size());
    }

    @Test
    void nines_within_reach_are_asked_about_only_if_they_stand_out() {
        assertEquals(List.of(99.0), found(i -> i % 10 == 0 ? 99 : 18 + i % 70));
        assertEquals(List.of(), found(i -> 20 + i % 80), "ages up to 99");
        assertEquals(List.of(), found(i -> i % 100), "scores up to 99");
        assertEquals(List.of(), found(i -> new double[] {199, 299, 499, 999}[i % 4]), "prices");
    }

    @Test
    void zeros_of_amounts_are_values() {
        assertEquals(List.of(), found(i -> i % 3 == 0 ? 0 : income(i)));
        assertEquals(List.of(), found(i -> i % 3 == 0 ? -0.0 : 1e9 + i));
    }

    @Test
    void skewed_amounts_are_values() {
        assertEquals(List.of(), found(i -> Math.exp(i / 20.0)));
        assertEquals(List.of(), found(i -> Math.floor(Math.exp(i * 7919 % ROWS / 60.0))), "counts up to 146");
        assertEquals(List.of(), found(i -> Math.min(90_000, income(i) * 2)), "capped amounts");
        assertEquals(List.of(), found(i -> new double[] {1, 5, 10, 50, 500}[i % 5]), "sizes");
    }

    @Test
    void numbers_with_a_sign_may_be_negative() {
        assertEquals(List.of(), found(i -> i % 5 - 1 == 0 ? 0.5 : i % 5 - 2), "-2 to 2");
        assertEquals(List.of(), found(i -> i % 3 - 1), "-1, 0, 1");
        assertEquals(List.of(), found(i -> i % 10 == 0 ? -9 : i % 30 - 8.5), "temperatures");
    }

    @ParameterizedTest
    @CsvSource({
        "9999-12-31,2012-01-05,10",
        "2999-12-31,2012-01-05,10",
        "0001-01-01,1930-01-05,80",
        "1900-01-01,1930-01-05,80",
        "1970-01-01,2010-01-05,10",
        "2050-06-30,2012-01-05,10"
    })
    void dates_of_systems_and_far_dates_are_asked_about(String sentinel, String from, int step) {
        assertEquals(List.of(day(sentinel)), foundDates(sentinel, from, step));
    }

    @Test
    void usual_dates_are_values() {
        assertEquals(List.of(), found(Quantity.DATE, i -> day("1969-01-05") + i % 30 * 365));
        assertEquals(List.of(), foundDates("2011-12-31", "2012-01-05", 10), "a first day in many rows");
        assertEquals(List.of(), foundDates("1970-01-01", "1930-01-05", 80), "in the midst of birthdays");
    }

    @Test
    void times_and_durations_and_constant_or_empty_columns_are_not_looked_at() {
        assertEquals(List.of(), found(Quantity.DURATION, i -> i % 10 == 0 ? 999_999 : income(i)));
        assertEquals(List.of(), found(i -> 999));
        assertEquals(List.of(), found(i -> i % 2 == 0 ? 999 : 1), "codes");
        double[] missing = new double[ROWS];
        Arrays.fill(missing, Double.NaN);
        assertEquals(List.of(), Sentinels.of(new NumericColumn("c", missing, false), RUN));
    }
}
