package org.tessera.engine.prep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.engine.prep.reading.Detected.assertNamed;
import static org.tessera.engine.prep.reading.Detected.assertRead;
import static org.tessera.engine.prep.reading.Detected.texts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.reading.ColumnReading.Outcome;
import org.tessera.engine.run.RunContext;

/** Dates written as whole numbers of eight digits. */
class CompactDatesTest {

    private static final RunContext RUN = RunContext.of(0);

    @Test
    void eight_digits_are_dates_where_chance_cannot_make_them() {
        assertRead(
                TextFormat.COMPACT_DATE,
                "",
                texts(40, i -> compact(LocalDate.of(2012, 1, 5).plusDays(37L * i))));
        assertNamed(Outcome.CODES, texts(25, i -> String.valueOf(20_221_101 + i)));
        NumericColumn years = numbers(
                40, i -> Double.parseDouble(compact(LocalDate.of(2012, 1, 5).plusDays(37L * i))));
        assertEquals(Outcome.READ, CompactDates.detect(years, RUN).orElseThrow().outcome());
        NumericColumn read = CompactDates.read(years, RUN).column();
        assertEquals(LocalDate.of(2012, 2, 11).toEpochDay(), read.values()[1]);
        assertEquals(Quantity.DATE, read.quantity());
        assertEquals(Optional.empty(), CompactDates.detect(numbers(28, i -> 20_220_201 + i), RUN));
        assertEquals(Optional.empty(), CompactDates.detect(numbers(500, i -> 20_150_101 + i), RUN));
        assertEquals(Optional.empty(), CompactDates.detect(numbers(20, i -> 20_221_115), RUN));
        assertEquals(Optional.empty(), CompactDates.detect(numbers(40, i -> years.values()[i] + 0.5), RUN));
        assertEquals(Optional.empty(), CompactDates.detect(numbers(0, i -> 0), RUN));
    }

    @Test
    void one_number_that_is_no_date_among_dates_of_eight_digits_is_named() {
        NumericColumn column = numbers(
                40,
                i -> i == 7
                        ? 99
                        : Double.parseDouble(compact(LocalDate.of(2012, 1, 5).plusDays(37L * i))));
        ColumnReading reading = CompactDates.detect(column, RUN).orElseThrow();
        assertEquals(Outcome.PARTLY, reading.outcome());
        assertEquals(List.of("99"), reading.account().unread().examples());
        assertEquals(7, reading.account().firstUnread());
    }

    private static double number(int i) {
        return Double.parseDouble(compact(Detected.date(i)));
    }

    @Test
    void zeros_among_dates_of_eight_digits_are_missing() {
        NumericColumn column = numbers(40, i -> i % 3 == 0 ? 0 : number(i));
        ColumnReading reading = CompactDates.detect(column, RUN).orElseThrow();
        assertEquals(Outcome.READ, reading.outcome());
        assertEquals(
                new ReadingAccount.Texts(14, 1, List.of("0")), reading.account().missing());
        assertEquals(26, reading.account().values());
        assertEquals(0, reading.account().unread().rows());
        assertTrue(CompactDates.read(column, RUN).column().isMissing(0));
        assertRead(TextFormat.COMPACT_DATE, "", texts(40, i -> i % 3 == 0 ? "0" : compact(Detected.date(i))));
        assertRead(TextFormat.COMPACT_DATE, "", texts(40, i -> i % 3 == 0 ? "00000000" : compact(Detected.date(i))));
    }

    @Test
    void zeros_do_not_make_dates_of_numbers() {
        assertEquals(Optional.empty(), CompactDates.detect(numbers(40, i -> 0), RUN));
        assertEquals(Optional.empty(), CompactDates.detect(numbers(40, i -> i % 2 == 0 ? 0 : 20_221_115), RUN));
    }

    @Test
    void a_column_with_many_other_numbers_is_named_up_to_half_of_them() {
        NumericColumn third = numbers(60, i -> i % 3 == 0 ? 99_999_999 : number(i));
        ColumnReading reading = CompactDates.detect(third, RUN).orElseThrow();
        assertEquals(Outcome.PARTLY, reading.outcome());
        assertEquals(2 / 3.0, reading.account().share());
        assertEquals(Optional.empty(), CompactDates.detect(numbers(60, i -> i % 3 < 2 ? 5 : number(i)), RUN));
    }

    @Test
    void an_open_end_is_a_date() {
        NumericColumn column = numbers(40, i -> i % 4 == 0 ? 99_991_231 : number(i));
        assertEquals(
                Outcome.READ, CompactDates.detect(column, RUN).orElseThrow().outcome());
        assertEquals(
                LocalDate.of(9999, 12, 31).toEpochDay(),
                CompactDates.read(column, RUN).column().values()[4]);
        assertEquals(Double.NaN, CompactDates.days(99_991_230));
        assertEquals(Optional.empty(), CompactDates.detect(numbers(40, i -> 99_991_231), RUN));
    }

    private static String compact(LocalDate date) {
        return date.toString().replace("-", "");
    }

    private static NumericColumn numbers(int n, IntFunction<Number> value) {
        return new NumericColumn(
                "c",
                IntStream.range(0, n)
                        .mapToDouble(i -> value.apply(i).doubleValue())
                        .toArray(),
                true);
    }
}
