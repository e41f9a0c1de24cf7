package org.tessera.engine.data;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** What the numbers of a column measure, so that they are written as people do. */
public enum Quantity {
    /** Plain numbers. */
    NUMBER,
    /** Dates: days since 1970-01-01. */
    DATE,
    /** Dates with the time of day: days since 1970-01-01, the time as a fraction. */
    DATE_TIME,
    /** Times of day: hours since midnight. */
    TIME,
    /** Lengths of time: days. */
    DURATION;

    /** Nanoseconds of a day. */
    public static final long DAY = 86_400_000_000_000L;

    private static final double HOUR = 3_600e9;
    /** Days up to which doubles tell microseconds apart: from 1790 to 2149. */
    private static final double EXACT = 1 << 16;

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final int DIGITS = 6;

    /**
     * The number of a date with time.
     *
     * @param epochDay days since 1970-01-01
     * @param nanoOfDay nanoseconds since midnight
     * @return days; rounded to the nearest double, which is a third of a microsecond in our times
     */
    public static double days(long epochDay, long nanoOfDay) {
        return epochDay + nanoOfDay / (double) DAY;
    }

    /**
     * The number of a time of day.
     *
     * @param nanoOfDay nanoseconds since midnight
     * @return hours
     */
    public static double hours(long nanoOfDay) {
        return nanoOfDay / HOUR;
    }

    /** @return whether the numbers are points in time, of which one is earlier or later than another */
    public boolean isPoint() {
        return isDate() || this == TIME;
    }

    /** @return whether the numbers are dates, with or without the time of day */
    public boolean isDate() {
        return this == DATE || this == DATE_TIME;
    }

    /**
     * Whether numbers of two quantities can be compared.
     *
     * @param other the other quantity
     * @return true for the same, and for dates with and without time
     */
    public boolean isLike(Quantity other) {
        return this == other || (isDate() && other.isDate());
    }

    /** @return what a column of this quantity holds, such as "dates" */
    public String plural() {
        return switch (this) {
            case NUMBER -> "numbers";
            case DATE, DATE_TIME -> "dates";
            case TIME -> "times of day";
            case DURATION -> "durations";
        };
    }

    /**
     * A value as people write it.
     *
     * @param value a number of this quantity
     * @return such as "1,234.5", "2024-02-29", "2024-02-29T18:30", "18:30", "3.5 days"; times to the microsecond (before
     *     1790 and after 2149: millisecond), dates to the nearest day
     */
    public String text(double value) {
        return text(value, 0);
    }

    /**
     * A value as people write it, with no more places than matter.
     *
     * @param value a number of this quantity
     * @param step a difference that is still of interest, 0 for any: from a day on times of day are left out, from a
     *     minute on seconds
     * @return such as "2024-02-29" or "18:30"
     */
    public String text(double value, double step) {
        double least = this == TIME ? 0 : LocalDate.MIN.toEpochDay();
        double most = this == TIME ? 24 : LocalDate.MAX.toEpochDay();
        if (isPoint() && !(value >= least && value < most)) {
            return Numbers.value(value, DIGITS) + (this == TIME ? " hours" : " days since 1970-01-01");
        }
        return switch (this) {
            case NUMBER -> Numbers.value(value, DIGITS);
            case DURATION -> Numbers.value(value, DIGITS) + (value == 1 ? " day" : " days");
            case DATE -> LocalDate.ofEpochDay((long) Math.floor(value + 0.5)).toString();
            case DATE_TIME -> dateTime(value, step);
            case TIME -> LocalTime.ofNanoOfDay(Math.min(DAY - MICRO, rounded(value * HOUR, unit(step / 24))))
                    .toString();
        };
    }

    private static String dateTime(double value, double step) {
        long day = (long) Math.floor(value);
        if (step >= 1) {
            return LocalDate.ofEpochDay(day).toString();
        }
        LocalDateTime midnight = LocalDate.ofEpochDay(day).atStartOfDay();
        long unit = Math.abs(value) < EXACT ? unit(step) : Math.max(MILLI, unit(step));
        return midnight.plusNanos(rounded((value - day) * DAY, unit)).toString();
    }

    /** What times are rounded to when so many days are of interest, in nanoseconds. */
    private static long unit(double step) {
        if (step * DAY >= MINUTE) {
            return MINUTE;
        }
        return step * DAY >= SECOND ? SECOND : MICRO;
    }

    private static long rounded(double nanos, long unit) {
        return Math.round(nanos / unit) * unit;
    }
}
