package org.tessera.engine.prep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tessera.engine.prep.reading.Detected.assertCategories;
import static org.tessera.engine.prep.reading.Detected.assertNamed;
import static org.tessera.engine.prep.reading.Detected.assertRead;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.reading.ColumnReading.Outcome;
import org.tessera.engine.run.RunContext;

/** Years with a month in digits, and dates with signs for year, month and day. */
class YearMonthsTest {

    @Test
    void a_month_behind_the_year_is_read_as_its_first_day() {
        assertRead(TextFormat.YEAR_MONTH, "2015-03", "2016-11", "2015-12");
        assertRead(TextFormat.YEAR_MONTH, "2015/03", "2016/11", "n/a");
        assertEquals(
                LocalDate.of(2015, 3, 1).toEpochDay(),
                TextPattern.of(TextFormat.YEAR_MONTH).value(" 2015-03"));
    }

    @Test
    void new_months_are_read_where_dates_are_expected() {
        assertEquals(
                Optional.of(TextPattern.of(TextFormat.YEAR_MONTH)),
                TextDetector.expected(
                        CategoryColumn.of("c", List.of("2015-03", "2015-07")), Quantity.DATE, RunContext.of(0)));
    }

    @Test
    void what_may_be_quarters_or_seasons_is_named() {
        assertNamed(Outcome.CODES, "2015-01", "2015-04", "2016-02");
        assertNamed(Outcome.CODES, "2008-09", "2009-10", "2010-11", "2011-12");
        assertNamed(Outcome.CODES, "2009/10", "2010/11", "2011/12", "2012/13");
    }

    @Test
    void running_numbers_of_a_year_are_no_months() {
        assertCategories("2015-13", "2015-27", "2015-99", "2015-05");
        assertNamed(Outcome.PARTLY, "2015-11", "2015-10", "2015-12", "2015-13");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2015-3", "2015-00", "2015-13", "1234-05", "2015.03", "2015-03-", "15-03", "2015-003"})
    void is_no_month(String text) {
        assertEquals(Double.NaN, TextPattern.of(TextFormat.YEAR_MONTH).value(text), text);
    }

    @Test
    void signs_for_year_month_and_day_are_read() {
        assertRead(TextFormat.YEAR_FIRST, "2021\u5E743\u67085\u65E5", "2020\u5E7411\u670830\u65E5");
        TextPattern pattern = TextPattern.of(TextFormat.YEAR_FIRST);
        assertEquals(LocalDate.of(2021, 3, 5).toEpochDay(), pattern.value("2021\u5E743\u67085\u65E5"));
        assertEquals(LocalDate.of(2021, 3, 5).toEpochDay() + 0.5, pattern.value("2021\u5E7403\u670805\u65E5 12:00"));
        assertEquals(Double.NaN, pattern.value("2021\u5E743\u6708"));
        assertEquals(Double.NaN, pattern.value("2021\u5E7413\u67085\u65E5"));
        assertEquals(Double.NaN, pattern.value("21\u5E743\u67085\u65E5"));
    }
}
