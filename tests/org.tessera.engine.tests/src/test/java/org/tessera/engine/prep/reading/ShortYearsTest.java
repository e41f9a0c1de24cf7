package org.tessera.engine.prep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tessera.engine.prep.reading.Detected.assertCategories;
import static org.tessera.engine.prep.reading.Detected.assertNamed;
import static org.tessera.engine.prep.reading.Detected.assertRead;
import static org.tessera.engine.prep.reading.Detected.date;
import static org.tessera.engine.prep.reading.Detected.texts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.prep.reading.ColumnReading.Outcome;

/** Dates of three numbers with a year of two digits. */
class ShortYearsTest {

    private static List<String> dates(int n, String pattern) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern);
        return texts(n, i -> formatter.format(date(i).atTime(i % 24, i % 60)));
    }

    @Test
    void dates_are_read_where_order_and_century_are_proven() {
        assertRead(TextFormat.DAY_FIRST_SHORT_YEAR, dates(60, "dd.MM.yy"));
        assertRead(TextFormat.DAY_FIRST_SHORT_YEAR, dates(60, "d-M-yy"));
        assertRead(TextFormat.MONTH_FIRST_SHORT_YEAR, dates(60, "M/d/yy"));
        assertRead(TextFormat.MONTH_FIRST_SHORT_YEAR, dates(60, "MM/dd/yy HH:mm"));
        assertRead(TextFormat.MONTH_FIRST_SHORT_YEAR, "06/02/12", "03/15/12");
        assertRead(TextFormat.DAY_FIRST_SHORT_YEAR, "06.02.00", "15.03.99");
    }

    @ParameterizedTest
    @CsvSource({
        "15.03.00, 2000-03-15",
        "15.03.29, 2029-03-15",
        "29.02.00, 2000-02-29",
        "15.03.69, 1969-03-15",
        "15.03.99, 1999-03-15"
    })
    void the_century_is_the_one_that_posix_and_spreadsheets_take(String text, LocalDate date) {
        assertEquals(
                date.toEpochDay(),
                TextPattern.of(TextFormat.DAY_FIRST_SHORT_YEAR).value(text));
    }

    @Test
    void a_year_from_30_to_68_leaves_the_century_open() {
        TextPattern pattern = TextPattern.of(TextFormat.DAY_FIRST_SHORT_YEAR);
        assertEquals(Double.NaN, pattern.value("15.03.30"));
        assertEquals(Double.NaN, pattern.value("15.03.68"));
        List<String> birthdays =
                texts(200, i -> String.format("%02d.%02d.%02d", 1 + i % 28, 1 + i % 12, (45 + i % 60) % 100));
        assertNamed(Outcome.SHORT_YEARS, birthdays);
        ReadingAccount account = Detected.detect(birthdays).orElseThrow().account();
        assertEquals(1, account.share());
        assertEquals("01.01.45", account.sample());
    }

    @Test
    void an_open_order_is_named() {
        assertNamed(Outcome.SHORT_YEARS, "03/04/12", "05/06/12");
        assertNamed(Outcome.SHORT_YEARS, "15.03.12", "16.04.13");
        assertNamed(Outcome.SHORT_YEARS, "15.03.00", "03/15/00");
        assertNamed(Outcome.SHORT_YEARS, dates(60, "yy-MM-dd"));
        assertNamed(Outcome.SHORT_YEARS, "98-03-05", "99-12-31");
    }

    @Test
    void first_days_of_months_do_not_pass_for_years() {
        assertNamed(Outcome.SHORT_YEARS, texts(60, i -> String.format("%02d-%02d-01", i % 30, 1 + i % 12)));
        assertNamed(Outcome.SHORT_YEARS, texts(60, i -> String.format("01.%02d.%02d", 1 + i % 12, 1 + i % 29)));
    }

    @Test
    void years_of_two_and_of_four_digits_are_not_mixed() {
        assertNamed(Outcome.PARTLY, "15.03.2012", "16.03.2012", "17.03.12");
        assertEquals(Double.NaN, TextPattern.of(TextFormat.DAY_FIRST_SHORT_YEAR).value("15.03.2012"));
    }

    @Test
    void ranges_versions_phones_and_addresses_are_no_dates() {
        assertCategories("10-12", "1-5", "12/24");
        assertCategories("1.2.3", "1.2.10", "2.0.1");
        assertCategories("192.168.1.1", "10.0.0.1");
        assertCategories("555-12-34", "555-12-35");
        assertCategories("20-45-45", "40-47-84");
        assertEquals(Optional.empty(), Detected.detect(texts(100, i -> "1." + i % 9 + "." + i % 15)));
    }
}
