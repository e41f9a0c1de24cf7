package org.tessera.knime.kit;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.time.duration.DurationValue;
import org.knime.core.data.time.localdate.LocalDateValue;
import org.knime.core.data.time.localdatetime.LocalDateTimeValue;
import org.knime.core.data.time.localtime.LocalTimeValue;
import org.knime.core.data.time.zoneddatetime.ZonedDateTimeValue;
import org.tessera.engine.data.Quantity;

/**
 * KNIME's types of dates and times, and their conversion to numbers. Durations in years, months and days have no fixed
 * length and are treated as texts.
 */
enum TimeKind {
    /** Days since 1970-01-01. */
    DATE(
            LocalDateValue.class,
            Quantity.DATE,
            value -> ((LocalDateValue) value).getLocalDate().toEpochDay()),
    /** Days since 1970-01-01 with the time of day as a fraction. */
    DATE_TIME(
            LocalDateTimeValue.class,
            Quantity.DATE_TIME,
            value -> days(((LocalDateTimeValue) value).getLocalDateTime())),
    /** Days since 1970-01-01 of the instant in UTC, comparable across time zones. */
    ZONED(
            ZonedDateTimeValue.class,
            Quantity.DATE_TIME,
            value -> days(((ZonedDateTimeValue) value)
                    .getZonedDateTime()
                    .withZoneSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime())),
    /** Hours since midnight. */
    TIME(
            LocalTimeValue.class,
            Quantity.TIME,
            value -> Quantity.hours(((LocalTimeValue) value).getLocalTime().toNanoOfDay())),
    /** Days. */
    DURATION(DurationValue.class, Quantity.DURATION, value -> days(((DurationValue) value).getDuration()));

    private final Class<? extends DataValue> type;
    private final Quantity quantity;
    private final ToDoubleFunction<DataValue> number;

    TimeKind(Class<? extends DataValue> type, Quantity quantity, ToDoubleFunction<DataValue> number) {
        this.type = type;
        this.quantity = quantity;
        this.number = number;
    }

    /** The kind of a column, empty if it holds no dates or times. */
    static Optional<TimeKind> of(DataColumnSpec column) {
        return Arrays.stream(values())
                .filter(kind -> column.getType().isCompatible(kind.type))
                .findFirst();
    }

    Quantity quantity() {
        return quantity;
    }

    double number(DataValue value) {
        return number.applyAsDouble(value);
    }

    private static double days(LocalDateTime time) {
        return Quantity.days(time.toLocalDate().toEpochDay(), time.toLocalTime().toNanoOfDay());
    }

    private static double days(Duration length) {
        long days = length.toDays();
        return Quantity.days(days, length.minusDays(days).toNanos());
    }
}
