package org.tessera.engine.prep.reading;

import java.time.YearMonth;
import org.tessera.engine.data.Quantity;

/**
 * A text taken apart as a date of three numbers, with or without a time of day and an offset from UTC. Which of the
 * numbers is the day and which the month is not decided here, unless the year comes first.
 *
 * @param first the year if it comes first, else the first number
 * @param second the month if the year comes first, else the second number
 * @param third the day if the year comes first, else the year
 * @param order how the numbers are arranged
 * @param seconds seconds since midnight in UTC if there is an offset, otherwise since local midnight
 * @param nanos nanoseconds of the second
 */
record DateText(int first, int second, int third, Order order, int seconds, int nanos) {

    /** How the three numbers of a date are arranged. */
    enum Order {
        /** Not a date. */
        NONE,
        /** Year, month, day. */
        YEAR_FIRST,
        /** Year, month, day, and a time of day with its offset from UTC. */
        WITH_OFFSET,
        /** Day and month in one or the other order, year. */
        YEAR_LAST,
        /** The same with a year of two digits. */
        SHORT_YEAR_LAST
    }

    /** No date. */
    static final DateText NOT = new DateText(0, 0, 0, Order.NONE, 0, 0);

    private static final int SHORTEST = 6;
    private static final int LONGEST = 70;
    private static final int MONTHS = 12;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Takes a text without blanks around it apart. O(length). */
    static DateText of(String text) {
        boolean possible = text.length() >= SHORTEST && text.length() <= LONGEST && DigitGroups.isDigit(text.charAt(0));
        return possible ? new DateScanner(text).scan() : NOT;
    }

    /** Days since 1970-01-01 in a format of dates, NaN if the text is no such date. */
    double days(TextFormat format) {
        return switch (format) {
            case YEAR_FIRST -> order == Order.YEAR_FIRST ? days(first, second, third) : Double.NaN;
            case WITH_OFFSET -> order == Order.WITH_OFFSET ? days(first, second, third) : Double.NaN;
            case DAY_FIRST -> order == Order.YEAR_LAST ? days(third, second, first) : Double.NaN;
            case MONTH_FIRST -> order == Order.YEAR_LAST ? days(third, first, second) : Double.NaN;
            default -> Double.NaN;
        };
    }

    private double days(int year, int month, int day) {
        double midnight = midnight(year, month, day);
        long nanos = seconds * NANOS_PER_SECOND + this.nanos;
        long days = Math.floorDiv(nanos, Quantity.NANOS_PER_DAY);
        return Double.isNaN(midnight)
                ? Double.NaN
                : Quantity.days((long) midnight + days, nanos - days * Quantity.NANOS_PER_DAY);
    }

    /** Days since 1970-01-01, NaN if there is no such date. */
    static double midnight(int year, int month, int day) {
        if (month < 1
                || month > MONTHS
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return Double.NaN;
        }
        return YearMonth.of(year, month).atDay(day).toEpochDay();
    }
}
