package org.tessera.engine.prep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tessera.engine.prep.reading.Detected.assertCategories;
import static org.tessera.engine.prep.reading.Detected.assertNamed;
import static org.tessera.engine.prep.reading.Detected.assertRead;
import static org.tessera.engine.prep.reading.Detected.texts;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.reading.ColumnReading.Outcome;
import org.tessera.engine.run.RunContext;

/** Times of day, and durations that look like them. */
class TimesOfDayTest {

    @ParameterizedTest
    @CsvSource({
        "00:00, 0",
        "14:30, 14.5",
        "9:15, 9.25",
        "14:30:36, 14.51",
        "14:30:00.5, 14.500138888888889",
        "2:30 PM, 14.5",
        "2:30pm, 14.5",
        "2:30 p.m., 14.5",
        "12:30 AM, 0.5"
    })
    void times_are_hours_since_midnight(String text, double hours) {
        assertEquals(hours, TextPattern.of(TextFormat.TIME_OF_DAY).value(text), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"24:00", "14:60", "14:3", "14", "13:00 PM", "1:02:3", "14:30Z", "14:30 x", "16:9", "a14:30", ""})
    void is_no_time_of_day(String text) {
        assertEquals(Double.NaN, TextPattern.of(TextFormat.TIME_OF_DAY).value(text));
    }

    @Test
    void am_and_pm_prove_times() {
        assertRead(TextFormat.TIME_OF_DAY, "2:35 PM", "11:05 AM");
        assertNamed(Outcome.DURATIONS, "2:35 PM", "11:05");
    }

    @Test
    void times_of_the_whole_day_are_read_from_fifty_different_ones_on() {
        assertRead(TextFormat.TIME_OF_DAY, texts(200, i -> String.format("%02d:%02d", i % 24, i % 60)));
        assertRead(TextFormat.TIME_OF_DAY, texts(200, i -> String.format("%02d:%02d:10", 8 + i % 11, i % 60)));
        // Half of 48 different ones are at or after noon: .75^48 is 1.0e-6, .75^49 is below.
        assertNamed(Outcome.DURATIONS, texts(48, i -> String.format("%02d:%02d", i % 2 * 12, i)));
        assertRead(TextFormat.TIME_OF_DAY, texts(50, i -> String.format("%02d:%02d", i % 2 * 12, i)));
    }

    @Test
    void lengths_of_songs_calls_and_races_are_named() {
        assertNamed(Outcome.DURATIONS, texts(200, i -> String.format("%d:%02d", 2 + i % 4, i % 60)));
        assertNamed(Outcome.DURATIONS, texts(200, i -> String.format("00:%02d:%02d", i % 7, i % 60)));
        assertNamed(Outcome.DURATIONS, texts(200, i -> String.format("0%d:%02d:%02d", 3 + i % 3, i % 60, i % 59)));
        assertNamed(Outcome.PARTLY, texts(200, i -> String.format("%d:%02d", i % 30, 7 * i % 59)));
        assertCategories("16:9", "4:3");
    }

    @Test
    void a_column_that_is_read_measures_what_local_times_do() {
        CategoryColumn texts = CategoryColumn.of("c", List.of("2:30 PM", "N/A", "12:00 AM"));
        NumericColumn column = TextPattern.of(TextFormat.TIME_OF_DAY)
                .read(texts, RunContext.of(0))
                .column();
        assertEquals(Quantity.TIME, column.quantity());
        assertEquals(14.5, column.values()[0]);
        assertEquals(0, column.values()[2]);
        assertEquals(
                "14:30",
                Detected.detect(List.of("2:30 PM")).orElseThrow().sampleValue().orElseThrow());
    }
}
