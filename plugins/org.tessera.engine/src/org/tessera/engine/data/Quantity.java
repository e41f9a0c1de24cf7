package org.tessera.engine.data;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** What the numbers of a column measure, and in which unit; determines how they are written as text. */
public enum Quantity {
    /** Plain numbers. */
    NUMBER,
    /** Dates: days since 1970-01-01. */
    DATE,
    /** Dates with the time of day: days since 1970-01-01, the time as a fraction. */
    DATE_TIME,
    /** Times of day: hours since midnight. */
    TIME,
    /** Durations: days. */
    DURATION;

    /** Nanoseconds per day. */
    public static final long NANOS_PER_DAY = 86_400_000_000_000L;

    private static final double HOUR = 3_600e9;
    /** Days since 1970-01-01 up to which doubles resolve microseconds: from 1790 to 2149. */
    private static final double MAX_MICROSECOND_DAYS = 1 << 16;

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final int DIGITS = 6;

    /**
     * Encodes a date with time as a number.
     *
     * @param epochDay days since 1970-01-01
     * @param nanoOfDay nanoseconds since midnight
     * @return days since 1970-01-01, rounded to the nearest double: to about a third of a microsecond for present dates
     */
    public static double days(long epochDay, long nanoOfDay) {
        return epochDay + nanoOfDay / (double) NANOS_PER_DAY;
    }

    /**
     * Encodes a time of day as a number.
     *
     * @param nanoOfDay nanoseconds since midnight
     * @return hours since midnight
     */
    public static double hours(long nanoOfDay) {
        return nanoOfDay / HOUR;
    }

    /** @return whether the numbers are points in time: dates or times of day */
    public boolean isPointInTime() {
        return isDate() || this == TIME;
    }

    /** @return whether the numbers are dates, with or without the time of day */
    public boolean isDate() {
        return this == DATE || this == DATE_TIME;
    }

    /**
     * Whether numbers of two quantities share a scale, so that they can be compared.
     *
     * @param other the other quantity
     * @return true for the same quantity, and for dates with and without the time of day
     */
    public boolean isComparableTo(Quantity other) {
        return this == other || (isDate() && other.isDate());
    }

    /** @return the noun for numbers of this quantity in the plural, such as "dates" */
    public String plural() {
        return switch (this) {
            case NUMBER -> "numbers";
            case DATE, DATE_TIME -> "dates";
            case TIME -> "times of day";
            case DURATION -> "durations";
        };
    }

    /**
     * Formats a value.
     *
     * @param value a number of this quantity
     * @return such as "1,234.5", "2024-02-29", "2024-02-29T18:30", "18:30", "3.5 days"; times to the microsecond
     *     (before 1790 and after 2149: millisecond), dates to the nearest day
     */
    public String text(double value) {
        return text(value, 0);
    }

    /**
     * Formats a value to a resolution.
     *
     * @param value a number of this quantity
     * @param step the smallest difference of interest in the unit of the quantity, 0 for full precision: from a day on,
     *     the time of day is omitted, from a minute on, the seconds
     * @return such as "2024-02-29" or "18:30"
     */
    public String text(double value, double step) {
        double min = this == TIME ? 0 : LocalDate.MIN.toEpochDay();
        double max = this == TIME ? 24 : LocalDate.MAX.toEpochDay();
        if (isPointInTime() && !(value >= min && value < max)) {
            return Numbers.value(value, DIGITS) + (this == TIME ? " hours" : " days since 1970-01-01");
        }
        return switch (this) {
            case NUMBER -> Numbers.value(value, DIGITS);
            case DURATION -> Numbers.value(value, DIGITS) + (value == 1 ? " day" : " days");
            case DATE -> LocalDate.ofEpochDay((long) Math.floor(value + 0.5)).toString();
            case DATE_TIME -> dateTime(value, step);
            case TIME ->
                LocalTime.ofNanoOfDay(Math.min(NANOS_PER_DAY - MICRO, rounded(value * HOUR, unit(step / 24))))
                        .toString();
        };
    }

    private static String dateTime(double value, double step) {
        long day = (long) Math.floor(value);
        if (step >= 1) {
            return LocalDate.ofEpochDay(day).toString();
        }
        LocalDateTime midnight = LocalDate.ofEpochDay(day).atStartOfDay();
        long unit = Math.abs(value) < MAX_MICROSECOND_DAYS ? unit(step) : Math.max(MILLI, unit(step));
        return midnight.plusNanos(rounded((value - day) * NANOS_PER_DAY, unit)).toString();
    }

    /** The nanoseconds to which times are rounded for a resolution in days. */
    private static long unit(double step) {
        if (step * NANOS_PER_DAY >= MINUTE) {
            return MINUTE;
        }
        return step * NANOS_PER_DAY >= SECOND ? SECOND : MICRO;
    }

    private static long rounded(double nanos, long unit) {
        return Math.round(nanos / unit) * unit;
    }
}
