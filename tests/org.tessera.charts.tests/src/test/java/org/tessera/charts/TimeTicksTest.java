package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.charts.HistogramTicks.Tick;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.profile.SegmentedRows;

class TimeTicksTest {

    private static double days(String text) {
        LocalDateTime time = LocalDateTime.parse(text.contains("T") ? text : text + "T00:00");
        return Quantity.days(time.toLocalDate().toEpochDay(), time.toLocalTime().toNanoOfDay());
    }

    private static String ticks(Quantity quantity, double from, double to) {
        return String.join(
                " ",
                TimeTicks.of(new Scale(from, to, 0, 1), quantity, 5).stream()
                        .map(Tick::text)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1950-03-01, 2024-02-01, 1960 1980 2000 2020",
        "2010-01-01, 2014-12-31, 2010 2011 2012 2013 2014",
        "2022-12-15, 2024-02-01, 2023-01 2023-04 2023-07 2023-10 2024-01",
        "2023-12-31, 2024-04-01, 2024-01 2024-02 2024-03 2024-04",
        "2024-02-01, 2024-02-29, 2024-02-05 2024-02-12 2024-02-19 2024-02-26",
        "2024-02-26, 2024-03-01, 2024-02-26 2024-02-27 2024-02-28 2024-02-29 2024-03-01",
        "1969-12-30, 1970-01-02, 1969-12-30 1969-12-31 1970-01-01 1970-01-02",
        "-9000-01-01, 9000-01-01, -5000 0 5000"
    })
    void dates_have_ticks_where_years_months_weeks_or_days_begin(String from, String to, String expected) {
        assertEquals(
                expected,
                ticks(
                        Quantity.DATE,
                        LocalDate.parse(from).toEpochDay(),
                        LocalDate.parse(to).toEpochDay()));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-28T20:00, 2024-02-29T20:00, 02-29 00:00 02-29 06:00 02-29 12:00 02-29 18:00",
        "2024-02-28T20:00, 2024-02-28T20:09, 02-28 20:00 02-28 20:02 02-28 20:04 02-28 20:06 02-28 20:08",
        "2010-01-01T12:00, 2014-12-31T12:00, 2011 2012 2013 2014"
    })
    void date_times_have_ticks_of_hours_and_minutes_too(String from, String to, String expected) {
        assertEquals(expected, ticks(Quantity.DATE_TIME, days(from), days(to)));
    }

    @Test
    void times_of_day_have_ticks_of_hours_and_minutes() {
        assertEquals("00:00 06:00 12:00 18:00 24:00", ticks(Quantity.TIME, 0, 24));
        assertEquals("08:30 08:40 08:50 09:00", ticks(Quantity.TIME, 8.4, 9.1));
        assertEquals("", ticks(Quantity.TIME, 8.001, 8.002));
    }

    @Test
    void ticks_stand_at_their_places() {
        List<Tick> ticks = TimeTicks.of(new Scale(days("2010-06-01"), days("2013-06-01"), 0, 1), Quantity.DATE, 5);
        assertEquals(
                List.of("2011", "2012", "2013"), ticks.stream().map(Tick::text).toList());
        assertEquals(
                List.of(days("2011-01-01"), days("2012-01-01"), days("2013-01-01")),
                ticks.stream().map(Tick::value).toList());
    }

    @Test
    void dates_of_all_centuries_have_few_ticks_at_once() {
        for (double[] ends : new double[][] {
            {LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay()},
            {LocalDate.MIN.toEpochDay(), LocalDate.MIN.toEpochDay() + 1e6},
            {LocalDate.MAX.toEpochDay() - 1e6, LocalDate.MAX.toEpochDay()}
        }) {
            List<Tick> ticks = TimeTicks.of(new Scale(ends[0], ends[1], 0, 1), Quantity.DATE, 5);
            assertTrue(ticks.size() <= 5, ticks::toString);
            assertTrue(ticks.stream().allMatch(t -> t.value() >= ends[0] && t.value() <= ends[1]), ticks::toString);
        }
    }

    @Test
    void histograms_of_dates_are_drawn_with_dates() {
        double[] since = new double[200];
        Arrays.setAll(since, i -> days("2010-01-01") + 10 * i);
        CustomerTable table = new CustomerTable(200, List.of(new NumericColumn("Since", since, false, Quantity.DATE)));
        int[] labels = new int[200];
        Arrays.setAll(labels, i -> i % 2);
        SegmentedRows rows = SegmentedRows.all(Labels.of(labels));
        Histograms.Spec spec = Histograms.spec(table, rows, List.of("Since"), Samples.RUN);
        Histograms.Bins bins = spec.rows().get(0).bins();
        assertEquals(Quantity.DATE, bins.quantity());
        assertEquals(0.5, Math.abs(bins.edges()[0] - Math.rint(bins.edges()[0])), 1e-9);
        String svg = Charts.svg(spec, 800, 600, Samples.RUN);
        assertTrue(svg.contains(">2012<") && svg.contains(">2014<"), svg);
    }
}
