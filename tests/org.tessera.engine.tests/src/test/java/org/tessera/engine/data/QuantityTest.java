package org.tessera.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    private static double days(String dateTime) {
        LocalDateTime time = LocalDateTime.parse(dateTime);
        return Quantity.days(time.toLocalDate().toEpochDay(), time.toLocalTime().toNanoOfDay());
    }

    @Test
    void days_and_hours_by_hand() {
        assertEquals(0, days("1970-01-01T00:00"));
        assertEquals(-0.25, days("1969-12-31T18:00"));
        assertEquals(19_782.75, days("2024-02-29T18:00"));
        assertEquals(18.5, Quantity.hours(LocalTime.of(18, 30).toNanoOfDay()));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T18:30",
        "2024-02-29T00:00",
        "1969-12-31T23:59:59.999999",
        "1900-01-01T07:12:14.400",
        "2024-02-29T23:59:59.999999",
        "0001-01-01T00:00:01",
        "9999-12-31T23:59:59.999"
    })
    void date_times_come_back_to_the_microsecond_or_far_from_now_to_the_millisecond(String dateTime) {
        assertEquals(dateTime, Quantity.DATE_TIME.text(days(dateTime)));
    }

    @ParameterizedTest
    @CsvSource({"00:00", "18:30", "07:12:14.400", "23:59:59.999999"})
    void times_come_back_to_the_microsecond(String time) {
        assertEquals(
                time, Quantity.TIME.text(Quantity.hours(LocalTime.parse(time).toNanoOfDay())));
    }

    @Test
    void every_quantity_has_its_way_to_be_written() {
        assertEquals("1,234.5", Quantity.NUMBER.text(1234.5));
        assertEquals("3.5 days", Quantity.DURATION.text(3.5));
        assertEquals("1 day", Quantity.DURATION.text(1));
        double leapDay = LocalDate.of(2024, 2, 29).toEpochDay();
        assertEquals("2024-02-29", Quantity.DATE.text(leapDay));
        assertEquals("2024-03-01", Quantity.DATE.text(leapDay + 0.5));
        assertEquals("2024-02-29", Quantity.DATE.text(leapDay + 0.25));
        assertEquals("1969-12-31", Quantity.DATE.text(-1));
    }

    @Test
    void only_places_that_matter_are_written() {
        double time = days("2024-02-29T18:30:29.600");
        assertEquals("2024-02-29", Quantity.DATE_TIME.text(time, 1));
        assertEquals("2024-02-29T18:30", Quantity.DATE_TIME.text(time, 0.5));
        assertEquals("2024-02-29T18:30:30", Quantity.DATE_TIME.text(time, 0.5 / (24 * 60)));
        assertEquals("2024-03-01T00:00", Quantity.DATE_TIME.text(days("2024-02-29T23:59:59"), 0.5));
        assertEquals("18:30", Quantity.TIME.text(18.5 + 0.2 / 60, 1));
        assertEquals("18:30:12", Quantity.TIME.text(18.5 + 0.2 / 60, 0.5 / 60));
    }

    @Test
    void what_no_calendar_holds_is_written_as_a_number() {
        assertEquals("1.00000e+300 days since 1970-01-01", Quantity.DATE.text(1e300));
        assertEquals("unknown days since 1970-01-01", Quantity.DATE_TIME.text(Double.NaN));
        assertEquals("minus infinite days since 1970-01-01", Quantity.DATE_TIME.text(Double.NEGATIVE_INFINITY, 2));
        assertEquals("25 hours", Quantity.TIME.text(25));
        assertEquals("-1 hours", Quantity.TIME.text(-1));
    }

    @Test
    void dates_with_and_without_time_are_alike_and_nothing_else_is() {
        for (Quantity one : Quantity.values()) {
            for (Quantity other : Quantity.values()) {
                assertEquals(one == other || one.isDate() && other.isDate(), one.isComparableTo(other));
            }
        }
        assertTrue(Quantity.TIME.isPointInTime());
        assertFalse(Quantity.DURATION.isPointInTime());
    }
}
