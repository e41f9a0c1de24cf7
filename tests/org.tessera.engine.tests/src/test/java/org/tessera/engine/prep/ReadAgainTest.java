package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.reading.TextFormat;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/** New customers whose column was read from texts in training, or holds texts now: every format, and other types. */
class ReadAgainTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final double DAY = LocalDate.of(2021, 3, 15).toEpochDay();

    private static CustomerTable table(Column column) {
        return new CustomerTable(column.size(), List.of(column));
    }

    private static CategoryColumn texts(String... entries) {
        return CategoryColumn.of("x", Arrays.asList(entries));
    }

    private static NumericColumn column(Quantity quantity, double... values) {
        return new NumericColumn("x", values, false, quantity);
    }

    private static Preparation fit(Column training) {
        PreparationOptions options = PlainZScores.OPTIONS
                .withScaling(Scaling.NONE)
                .withColumns(ColumnOptions.defaults().withClusterUnknown(true));
        return Preparer.with(options).fit(table(training), Set.of(), RUN);
    }

    private static double[] features(Preparation preparation, Column now) {
        return preparation.apply(table(now), RUN).features().values();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MONTH_NAME|05 Mar 2021;6 April 2021;7-Dec-2020|March 15, 2021|15/03/2021",
                "MONTH_NAME_SHORT_YEAR|05-Mar-21;6-Apr-21;7-Dec-20|15-Mar-21|15-Mar-45",
                "DAY_FIRST_SHORT_YEAR|05.03.00;16.04.99;17.12.20|15.03.21|15.03.45",
                "MONTH_FIRST_SHORT_YEAR|03/05/21;04/16/21;12/17/20|3/15/21|15/03/21",
                "DAY_FIRST|05.03.2021;16.04.2021;7.12.2020|15.03.2021|03/15/2021",
                "WITH_OFFSET|2021-03-05T10:00Z;2021-03-06T10:00Z;2021-03-07T11:00Z|2021-03-15T00:00Z|2021-03-15"
            })
    void dates_are_read_in_the_format_of_training(TextFormat format, String training, String reads, String other) {
        Preparation preparation = fit(texts(training.split(";")));
        assertEquals(format, preparation.readings().get(0).pattern().format());
        double median = features(preparation, texts("N/A", reads))[0];
        PreparedRows rows = preparation.apply(table(texts(reads, other, "N/A", "soon", other)), RUN);
        assertArrayEquals(
                new double[] {DAY, median, median, median, median},
                rows.features().values());
        assertEquals(4, rows.filled().get("x"));
        NoveltyReport.Unread unread = rows.novelties().unread().get(0);
        assertEquals(3, unread.account().unread().rows());
        assertEquals(List.of(other, "soon"), unread.account().unread().examples());
        assertEquals(1, unread.account().firstUnread());
        for (Quantity dates : new Quantity[] {Quantity.DATE, Quantity.DATE_TIME}) {
            assertArrayEquals(new double[] {DAY}, features(preparation, column(dates, DAY)));
        }
        assertThrows(SegmentationException.class, () -> features(preparation, column(Quantity.NUMBER, 7)));
        assertThrows(SegmentationException.class, () -> features(preparation, column(Quantity.TIME, 7)));
    }

    @Test
    void times_of_day_are_read_in_training_and_again() {
        Preparation preparation = fit(texts("2:30 PM", "9:15 AM", "11:00 PM"));
        PreparedRows rows = preparation.apply(table(texts("10:45 pm", "9:15", "25:00", null)), RUN);
        assertArrayEquals(
                new double[] {22.75, 9.25, 14.5, 14.5}, rows.features().values());
        assertEquals(
                List.of("25:00"),
                rows.novelties().unread().get(0).account().unread().examples());
        assertArrayEquals(new double[] {7.5}, features(preparation, column(Quantity.TIME, 7.5)));
        assertThrows(SegmentationException.class, () -> features(preparation, column(Quantity.DATE, 7)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 kg;15 kg;11.5 kg|12.5 kg|12.5|12 lbs",
                "1 year;2 years;5 yrs|3 years|3|10+ years",
                "$1.2M;$540k;$2M|$900K|900000|\u20ac900K",
                "12,34,567.50;1,200.00;5.5|1,00,000|100000|1.234,50",
                "(1,200.50);1,300.00;12.10|1,234.50-|-1234.5|1.234,50"
            })
    void numbers_are_read_in_the_format_of_training(String training, String reads, double value, String other) {
        Preparation preparation = fit(texts(training.split(";")));
        PreparedRows rows = preparation.apply(table(texts(reads, other)), RUN);
        assertEquals(value, rows.features().values()[0]);
        assertEquals(
                List.of(other),
                rows.novelties().unread().get(0).account().unread().examples());
        assertArrayEquals(new double[] {value}, features(preparation, column(Quantity.NUMBER, value)));
        assertThrows(SegmentationException.class, () -> features(preparation, column(Quantity.DATE, 7)));
    }

    @Test
    void texts_are_read_where_training_had_dates_or_times() {
        Preparation dates = fit(column(Quantity.DATE, DAY, DAY + 20, DAY + 50));
        for (String text : new String[] {"15 Mar 2021", "15/03/2021", "2021-03-15", "3/15/21"}) {
            assertArrayEquals(new double[] {DAY}, features(dates, texts(text)), text);
        }
        assertThrows(SegmentationException.class, () -> features(dates, texts("03/04/2021")));
        assertThrows(SegmentationException.class, () -> features(dates, texts("15-Mar-45")));
        Preparation times = fit(column(Quantity.TIME, 8, 9, 10));
        assertArrayEquals(new double[] {8.5, 9}, features(times, texts("8:30", "noon")));
    }

    @Test
    void texts_with_a_unit_are_refused_where_training_had_numbers_of_an_unknown_one() {
        Preparation numbers = fit(column(Quantity.NUMBER, 1, 2, 6));
        assertArrayEquals(new double[] {5400}, features(numbers, texts("5.4k")));
        Stream.of("12 kg", "12 %", "1.2M", "12:30", "5 Mar 2021")
                .forEach(text -> assertThrows(SegmentationException.class, () -> features(numbers, texts(text)), text));
    }

    @Test
    void a_column_that_was_named_in_training_keeps_its_categories() {
        Preparation preparation = fit(texts("03/04/12", "05/06/12", "03/04/12", "05/06/12"));
        assertEquals(
                List.of(),
                preparation
                        .apply(table(texts("05/06/12", "03/04/12")), RUN)
                        .novelties()
                        .unseen());
        assertThrows(SegmentationException.class, () -> features(preparation, column(Quantity.DATE, DAY)));
    }
}
