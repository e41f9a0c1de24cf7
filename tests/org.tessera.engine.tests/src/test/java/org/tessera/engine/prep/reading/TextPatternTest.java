package org.tessera.engine.prep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single texts in a given format. */
class TextPatternTest {

    private static double number(TextFormat format, String unit, String text) {
        return new TextPattern(format, unit).value(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "12.5|12.5",
                "0.5|0.5",
                ".5|0.5",
                "-.5|-0.5",
                "0|0",
                "-0|0",
                "1,204|1204",
                "1,204.50|1204.5",
                "1,234,567|1234567",
                "1,234,567.891|1234567.891",
                "12,34,567.50|1234567.5",
                "1,00,00,000|10000000",
                "1'234.50|1234.5",
                "1\u2019234.50|1234.5",
                "1 234.5|1234.5",
                "1\u00A0234\u00A0567|1234567",
                "1\u202F234.5|1234.5",
                "-12.5|-12.5",
                "\u221212.5|-12.5",
                "+12.5|12.5",
                "- 12.5|-12.5",
                "12.5-|-12.5",
                "(1,200.50)|-1200.5",
                "(12)|-12",
                "1e3|1000",
                "1.5E-3|0.0015",
                "-2.5e+2|-250",
                "123456789012345|123456789012345",
                "\"  12.5\u00A0\"|12.5",
            })
    void numbers_with_a_decimal_point(String text, double value) {
        assertEquals(value, number(TextFormat.DECIMAL_POINT, "", text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.004,62|1004.62",
                "12,5|12.5",
                ",5|0.5",
                "1.234.567|1234567",
                "1 234,5|1234.5",
                "1'234,5|1234.5",
                "-1.004,62|-1004.62",
                "1,5e3|1500",
                "12|12",
            })
    void numbers_with_a_decimal_comma(String text, double value) {
        assertEquals(value, number(TextFormat.DECIMAL_COMMA, "", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "abc",
                "12a",
                "a12",
                "1,23",
                "1,2345",
                "1,234,56",
                "123,45,678",
                "1,23,4,567",
                "01,23,456",
                ",234",
                "1.2.3",
                "12.",
                "1'23",
                "1,234'567",
                "1 23",
                "00123",
                "0123",
                "00.5",
                "0,123",
                "+491512345678",
                "030 123 456",
                "1234567890123456",
                "1,234e5",
                "1e",
                "e5",
                "1e1000",
                "1e9999",
                "(-5)",
                "--5",
                "-5-",
                "$5",
                "5 %",
                "5 kg",
                "5$6",
                "$5$",
                "$%5",
                "0x10",
                "NaN",
                "Infinity",
                "1_000",
                "12:30",
                "2012-06-02",
                "\u0661\u0662",
                "5 - 6",
                "--",
                "-$",
                "x -",
                "$ -",
                "192.168.100.101",
                "1d",
                "1f",
                "((5))",
                "()",
                "(",
                "$",
                "%",
                "1.5.",
                "..5",
                "5,"
            })
    void is_no_number_with_a_decimal_point(String text) {
        assertEquals(Double.NaN, number(TextFormat.DECIMAL_POINT, "", text), text);
    }

    @Test
    void another_unit_than_the_columns_does_not_read() {
        assertEquals(Double.NaN, number(TextFormat.DECIMAL_POINT, "$", "\u20ac5"));
        assertEquals(Double.NaN, number(TextFormat.DECIMAL_POINT, "%", "0.12"));
        assertEquals(Double.NaN, number(TextFormat.DECIMAL_POINT, "", "$5"));
    }

    @Test
    void very_long_texts_are_no_numbers_and_no_dates() {
        String digits = "1".repeat(100_000);
        for (TextFormat format : TextFormat.values()) {
            assertEquals(Double.NaN, TextPattern.of(format).value(digits));
            assertEquals(Double.NaN, TextPattern.of(format).value("2012-06-02 " + digits));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2012-06-02, 2012-06-02, 0",
        "2012/6/2, 2012-06-02, 0",
        "2012.06.02, 2012-06-02, 0",
        "2012-06-02T10:00, 2012-06-02, 10",
        "2012-06-02 10:00:00, 2012-06-02, 10",
        "2012-06-02T10:30:00.000, 2012-06-02, 10.5",
        "2012-06-02 1:30 pm, 2012-06-02, 13.5",
        "2012-06-02 12:30 AM, 2012-06-02, 0.5",
        "2012-02-29, 2012-02-29, 0",
        "0001-01-01, 0001-01-01, 0"
    })
    void dates_with_the_year_first(String text, LocalDate date, double hours) {
        assertEquals(
                date.toEpochDay() + hours / 24,
                TextPattern.of(TextFormat.YEAR_FIRST).value(text));
    }

    @ParameterizedTest
    @CsvSource({
        "2012-06-02T10:00Z, 2012-06-02, 10",
        "2012-06-02 10:00:00+02:00, 2012-06-02, 8",
        "2012-06-02T10:00-0430, 2012-06-02, 14.5",
        "2012-06-02T01:00+02, 2012-06-01, 23",
        "2012-06-02T10:00:00.5Z, 2012-06-02, 10.000138888888889",
        "2012-06-02T10:00+02:00[Europe/Berlin], 2012-06-02, 8",
        "2012-06-02 10:00:00 UTC, 2012-06-02, 10"
    })
    void times_with_an_offset_are_in_utc(String text, LocalDate date, double hours) {
        assertEquals(
                date.toEpochDay() + hours / 24,
                TextPattern.of(TextFormat.WITH_OFFSET).value(text),
                1e-9);
        assertEquals(Double.NaN, TextPattern.of(TextFormat.YEAR_FIRST).value(text));
    }

    @Test
    void day_and_month_are_read_in_the_order_of_the_format() {
        TextPattern day = TextPattern.of(TextFormat.DAY_FIRST);
        TextPattern month = TextPattern.of(TextFormat.MONTH_FIRST);
        assertEquals(LocalDate.of(2012, 4, 3).toEpochDay(), day.value("03/04/2012"));
        assertEquals(LocalDate.of(2012, 3, 4).toEpochDay(), month.value("03/04/2012"));
        assertEquals(LocalDate.of(2012, 3, 15).toEpochDay(), day.value("15.3.2012"));
        assertEquals(LocalDate.of(2012, 3, 15).toEpochDay() + 0.75, month.value("3/15/2012 6:00 PM"));
        assertEquals(Double.NaN, month.value("15.03.2012"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2012",
                "2012-6",
                "2012-13-01",
                "2012-00-01",
                "2012-06-31",
                "2011-02-29",
                "2012-06-02T24:00",
                "2012-06-02T10:60",
                "2012-06-02T10",
                "2012-06-02x",
                "2012-06-02T10:00:61",
                "2012-06/02",
                "12012-06-02",
                "2012-06-02 13:00 PM",
                "2012-06-02 0:30 AM",
                "2012-06-02T10:00+2",
                "2012-06-02T10:00+19:00",
                "2012-06-02Z",
                "2012-06-02T10:00[Europe/Berlin]x",
                "2012-06-02T10:00Z[",
                "2012-06-02T10:00:00.",
                "192.168.1.1",
                "1.2.3",
                "2012--06-02",
                "-2012-06-02",
                "2012-06-002"
            })
    void is_no_date(String text) {
        for (TextFormat format : TextFormat.values()) {
            if (format.isDate()) {
                assertEquals(Double.NaN, TextPattern.of(format).value(text), format + " " + text);
            }
        }
    }

    @Test
    void dates_of_eight_digits_lie_between_1900_and_2100() {
        TextPattern compact = TextPattern.of(TextFormat.COMPACT_DATE);
        assertEquals(LocalDate.of(2022, 11, 15).toEpochDay(), compact.value("20221115"));
        for (String text : new String[] {"20221315", "20220229", "18991231", "21010101", "2022111", "2022-11-15", ""}) {
            assertEquals(Double.NaN, compact.value(text), text);
        }
    }

    @Test
    void known_signs_of_a_missing_value() {
        for (String text : new String[] {"", "  ", "N/A", "n.a.", "NULL", " - ", "\u2013", "Unknown", "#N/A", "NaN"}) {
            assertTrue(TextPattern.isMissing(text), text);
        }
        for (String text : new String[] {"0", "no", "x", "unknown customer", "-1"}) {
            assertFalse(TextPattern.isMissing(text), text);
        }
    }

    @Test
    void the_locale_of_the_machine_does_not_matter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertTrue(TextPattern.isMissing("MISSING"));
            assertEquals(1204.5, number(TextFormat.DECIMAL_POINT, "", "1,204.50"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kgs", "apples", "$$", "TOOLONG$", "abc$", "5", " ", "-"})
    void other_units_than_percent_currencies_and_measures_are_refused(String unit) {
        assertThrows(IllegalArgumentException.class, () -> new TextPattern(TextFormat.DECIMAL_POINT, unit));
    }

    @Test
    void dates_have_no_unit() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> new TextPattern(TextFormat.YEAR_FIRST, "$"));
        assertEquals("'$' is no unit of dates with the year first", e.getMessage());
    }
}
