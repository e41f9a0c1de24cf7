package org.tessera.engine.prep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tessera.engine.prep.reading.Detected.assertCategories;
import static org.tessera.engine.prep.reading.Detected.assertNamed;
import static org.tessera.engine.prep.reading.Detected.assertRead;
import static org.tessera.engine.prep.reading.Detected.texts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.prep.reading.ColumnReading.Outcome;

/** Numbers beside measures, currencies and magnitudes, and what only looks like them. */
class NumbersWithUnitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$|$54,565.19|54565.19",
                "$|-$5.50|-5.5",
                "$|$-5.50|-5.5",
                "$|$ 5.50|5.5",
                "$|($1,200.50)|-1200.5",
                "$|$(1,200.50)|-1200.5",
                "$|$ (1,200.50)|-1200.5",
                "$|5.50|5.5",
                "$|$ -|0",
                "$|$-|0",
                "\u20ac|12.50 \u20ac|12.5",
                "US$|US$ 12|12",
                "EUR|EUR 12.50|12.5",
                "EUR|12.50EUR|12.5",
                "kr|12 kr|12",
                "Fr.|Fr. 12.50|12.5",
                "%|12 %|12",
                "%|-0.5%|-0.5",
            })
    void the_unit_is_before_or_after_the_number(String unit, String text, double value) {
        assertEquals(value, new TextPattern(TextFormat.DECIMAL_POINT, unit).value(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kg|12 kg|12",
                "kg|12kg|12",
                "kg|12.5 KG|12.5",
                "year|5 years|5",
                "year|1 year|1",
                "year|3 yrs.|3",
                "Jahr|3 Jahre|3",
                "min|90 min|90",
                "min|1 Minute|1",
                "kmpl|23.4 kmpl|23.4",
                "star|5 stars|5",
                "bath|2 bathrooms|2",
                "km/h|120 km/h|120",
                "%|12 percent|12",
                "kg|12|12",
                "$|$1.2M|1200000",
                "$|$1.2m|1200000",
                "$|$540k|540000",
                "$|-$1.5bn|-1500000000",
                "\u20ac|7.5 Mio. \u20ac|7500000",
                "EUR|12k EUR|12000",
                "EUR|EUR 12K|12000",
                "|54k|54000",
                "|1,234K|1234000",
                "|110.5 million|110500000"
            })
    void the_unit_is_kept_and_the_magnitude_counted(String unit, String text, double value) {
        assertEquals(value, new TextPattern(TextFormat.DECIMAL_POINT, unit == null ? "" : unit).value(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10+ years",
                "< 1 year",
                "5 years 3 months",
                "kg 12",
                "12 kg 5",
                "1e3k",
                "5kk",
                "k",
                "3G",
                "12A",
                "1st",
                "4th",
                "10,000+",
                "0-10k",
                "5 Main"
            })
    void is_no_number(String text) {
        for (String unit : new String[] {"", "kg", "year", "$"}) {
            assertEquals(Double.NaN, new TextPattern(TextFormat.DECIMAL_POINT, unit).value(text), text);
        }
    }

    @Test
    void a_column_is_read_if_all_have_the_same_unit() {
        assertRead(TextFormat.DECIMAL_POINT, "kg", texts(3, i -> 12 + i + " kg"));
        assertRead(TextFormat.DECIMAL_POINT, "year", texts(9, i -> i + (i == 1 ? " year" : " years")));
        assertRead(TextFormat.DECIMAL_COMMA, "kWh", texts(9, i -> "1 23" + i + ",5 kWh"));
        assertNamed(Outcome.SEVERAL_UNITS, "500 g", "2 kg");
        assertNamed(Outcome.SEVERAL_UNITS, "90 min", "2 h");
        assertNamed(Outcome.PARTLY, texts(100, i -> i % 3 == 0 ? "10+ years" : i % 9 + " years"));
    }

    @Test
    void magnitudes_are_read_beside_a_currency_or_thousands() {
        assertRead(TextFormat.DECIMAL_POINT, "\u20ac", texts(60, i -> "\u20ac" + (i % 3 == 0 ? i + ".5M" : i + "00K")));
        assertRead(TextFormat.DECIMAL_POINT, "", texts(60, i -> i % 2 == 0 ? i + ".5M" : i + "1k"));
        assertNamed(Outcome.MAGNITUDES, texts(60, i -> i + ".5M"));
    }

    @Test
    void codes_and_ranges_with_letters_are_categories() {
        assertCategories("1M", "3M", "12M");
        assertCategories("1A", "1B", "2B");
        assertCategories("3G", "4G", "5G");
        assertCategories("1st", "2nd", "3rd");
        assertCategories("0-10k", "10k-20k");
        assertCategories("10,000+", "5,000+");
    }

    @Test
    void full_width_digits_and_invisible_signs_do_not_matter() {
        assertRead(TextFormat.DECIMAL_POINT, "", texts(3, i -> "\uFF11\uFF12\uFF0E\uFF15" + i));
        assertEquals(12.5, TextPattern.of(TextFormat.DECIMAL_POINT).value("\uFF11\uFF12\uFF0E\uFF15"));
        assertEquals(12.5, TextPattern.of(TextFormat.DECIMAL_POINT).value("\u200E12.5\u200B"));
        assertEquals(-12.5, new TextPattern(TextFormat.DECIMAL_POINT, "$").value("\uFF0D\uFF04\uFF11\uFF12.5"));
    }

    @Test
    void groups_of_india_prove_the_decimal_point() {
        assertRead(TextFormat.DECIMAL_POINT, "\u20b9", texts(3, i -> "\u20b9" + (i + 1) + ",23,456"));
        assertNamed(Outcome.AMBIGUOUS, "12,345", "23,456");
    }
}
