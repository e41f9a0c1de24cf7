package org.tessera.engine.prep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tessera.engine.prep.reading.Detected.assertCategories;
import static org.tessera.engine.prep.reading.Detected.assertNamed;
import static org.tessera.engine.prep.reading.Detected.assertRead;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.prep.reading.ColumnReading.Outcome;

/** Dates with the name of the month. */
class NamedDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05 Mar 2021",
                "5-Mar-2021",
                "05MAR2021",
                "5/mar/2021",
                "5. M\u00e4rz 2021",
                "5. Mrz. 2021",
                "5 mars 2021",
                "5 de marzo de 2021",
                "5 marzo 2021",
                "5 de mar\u00e7o de 2021",
                "5 mrt. 2021",
                "5th March 2021",
                "5th of March, 2021",
                "March 5, 2021",
                "Mar. 5 2021",
                "March 5th, 2021",
                "2021-Mar-05",
                "2021 March 5",
                "Fri, 05 Mar 2021",
                "Friday, March 5, 2021",
                "  5 Mar 2021\u00A0"
            })
    void the_name_tells_the_month_in_any_order(String text) {
        assertEquals(
                LocalDate.of(2021, 3, 5).toEpochDay(),
                TextPattern.of(TextFormat.MONTH_NAME).value(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MONTH_NAME|5 Mar 2021 14:30",
                "MONTH_NAME|March 5, 2021 2:30 PM",
                "MONTH_NAME|5 Mar 2021, 14:30:00",
                "WITH_OFFSET|Fri, 05 Mar 2021 15:30:00 +0100",
                "WITH_OFFSET|5 Mar 2021 14:30 UTC"
            })
    void a_time_of_day_may_follow(TextFormat format, String text) {
        assertEquals(
                LocalDate.of(2021, 3, 5).toEpochDay() + 14.5 / 24,
                TextPattern.of(format).value(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30 Feb 2021",
                "0 Mar 2021",
                "5 Mar 1234",
                "MAR1234",
                "5 Mar 121",
                "5 6 Mar",
                "5 6 2021",
                "5 Mar",
                "Mar",
                "March of 2021 sales",
                "5 Mar 2021 sales",
                "Paris, 5 Mar 2021",
                "5 Mar Apr 2021",
                "5 Mar 2021 25:00",
                "5 (Mar) 2021",
                "Mar 5 6 2021",
                "12 Main Street"
            })
    void is_no_date(String text) {
        for (TextFormat format : TextFormat.values()) {
            assertEquals(Double.NaN, TextPattern.of(format).value(text), format + " " + text);
        }
    }

    @Test
    void a_column_is_read_if_all_have_day_month_and_year() {
        assertRead(TextFormat.MONTH_NAME, "05 Mar 2021", "March 15, 2020", "2019-Dec-31");
        assertRead(TextFormat.WITH_OFFSET, "Fri, 05 Mar 2021 14:35:10 +0000", "Sat, 06 Mar 2021 14:35:10 GMT");
        assertNamed(Outcome.SOME_OFFSETS, "05 Mar 2021 10:00 Z", "06 Mar 2021 10:00");
        assertNamed(Outcome.PARTLY, "05 Mar 2021", "06 Mar 2021", "Mar 2021");
        assertNamed(Outcome.PARTLY, "05 Mar 2021", "06 Mar 2021", "2021-03-05");
    }

    @Test
    void months_of_years_are_read_as_their_first_days() {
        assertRead(TextFormat.MONTH_OF_YEAR, "Mar 2021", "April 2020", "2019 dic", "JAN2018");
        assertEquals(
                LocalDate.of(2021, 3, 1).toEpochDay(),
                TextPattern.of(TextFormat.MONTH_OF_YEAR).value("Mar-2021"));
        assertCategories("MAR1234", "SEP5678");
    }

    @Test
    void years_of_two_digits_behind_the_name_are_read_unless_the_century_is_open() {
        assertRead(TextFormat.MONTH_NAME_SHORT_YEAR, "05-Mar-21", "31-Dec-99", "Jan 1, 00");
        assertEquals(
                LocalDate.of(1999, 12, 31).toEpochDay(),
                TextPattern.of(TextFormat.MONTH_NAME_SHORT_YEAR).value("31-Dec-99"));
        assertEquals(
                Double.NaN, TextPattern.of(TextFormat.MONTH_NAME_SHORT_YEAR).value("31-Dec-45"));
        assertNamed(Outcome.SHORT_YEARS, "05-Mar-71", "31-Dec-45");
    }

    @Test
    void a_month_and_two_digits_are_a_day_or_a_year() {
        assertNamed(Outcome.SHORT_YEARS, "Mar-21", "Apr-19");
        assertNamed(Outcome.SHORT_YEARS, "10-Dec", "12-Oct");
        ColumnReading reading =
                Detected.detect(List.of("10-Dec", "1-May", "11+")).orElseThrow();
        assertEquals(2, reading.account().read());
        assertEquals(3, reading.account().values());
        assertEquals("10-Dec", reading.account().sample());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt", "nl"})
    void what_java_writes_in_a_language_is_read(String language) {
        for (String pattern : new String[] {"d MMMM yyyy", "dd MMM yyyy", "d. MMM yyyy"}) {
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language));
            for (int i = 0; i < 60; i++) {
                LocalDate date = Detected.date(i);
                String text = formatter.format(date);
                assertEquals(
                        date.toEpochDay(), TextPattern.of(TextFormat.MONTH_NAME).value(text), text);
            }
        }
    }
}
