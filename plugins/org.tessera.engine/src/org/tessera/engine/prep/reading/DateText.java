package org.tessera.engine.prep.reading;

import java.time.YearMonth;
import org.tessera.engine.data.Quantity;

/**
 * A text taken apart as a date of three parts, with or without a time of day and an offset from UTC. Where all of them
 * are numbers and the year does not come first, which of them is the day and which the month is not decided here.
 *
 * @param first the year, except for {@link Order#YEAR_LAST} and {@link Order#SHORT_YEAR_LAST}: the first number
 * @param second the month, with the same exceptions: the second number
 * @param third the day, with the same exceptions: the year
 * @param order how the parts are arranged
 * @param seconds seconds since midnight in UTC if there is an offset, otherwise since local midnight
 * @param nanos nanoseconds of the second
 */
record DateText(int first, int second, int third, Order order, int seconds, int nanos) {

    /** How the parts of a date are arranged. */
    enum Order {
        /** Not a date. */
        NONE,
        /** Year, month, day. */
        YEAR_FIRST,
        /** Year, month, day in any order that is known, and a time of day with its offset from UTC. */
        WITH_OFFSET,
        /** Day and month in one or the other order, year. */
        YEAR_LAST,
        /** Three numbers of up to two digits: one is the year, and it is the first or the last. */
        SHORT_YEAR_LAST,
        /** Day, name of the month, year. */
        MONTH_NAME,
        /** Day, name of the month, last two digits of the year. */
        MONTH_NAME_SHORT_YEAR,
        /** Name of the month, year. */
        MONTH_OF_YEAR,
        /** Year of four digits, month of two. */
        YEAR_MONTH,
        /** Name of the month, and a number of up to two digits that may be the day or the year. */
        MONTH_AND_NUMBER;

        /** Whether a year of two digits is, or may be, among the parts. */
        boolean hasShortYear() {
            return this == SHORT_YEAR_LAST || this == MONTH_NAME_SHORT_YEAR || this == MONTH_AND_NUMBER;
        }
    }

    /** No date. */
    static final DateText NOT = new DateText(0, 0, 0, Order.NONE, 0, 0);

    /** A century to tell dates with years of two digits from others: it does not matter which, but for 1900. */
    static final int SOME_CENTURY = 2000;

    private static final int FIRST_OPEN_YEAR = 30;
    private static final int LAST_OPEN_YEAR = 68;
    private static final int PREVIOUS_CENTURY = 1900;
    private static final int FIRST_PLAUSIBLE_YEAR = 1900;
    private static final int LAST_PLAUSIBLE_YEAR = 2100;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 70;
    private static final int MONTHS = 12;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Takes a text without blanks around it apart. O(length). */
    static DateText of(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return NOT;
        }
        DateText numbers = DigitGroups.isDigit(text.charAt(0)) ? new DateScanner(text).scan() : NOT;
        return numbers.order() == Order.NONE && NamedDateScanner.isPossible(text)
                ? new NamedDateScanner(text).scan()
                : numbers;
    }

    /** Days since 1970-01-01 in a format of dates, NaN if the text is no such date. */
    double days(TextFormat format) {
        return order != format.order()
                ? Double.NaN
                : switch (format) {
                    case DAY_FIRST -> days(third, second, first);
                    case MONTH_FIRST -> days(third, first, second);
                    case DAY_FIRST_SHORT_YEAR -> days(year(third), second, first);
                    case MONTH_FIRST_SHORT_YEAR -> days(year(third), first, second);
                    case MONTH_NAME_SHORT_YEAR -> days(year(first), second, third);
                    default -> days(first, second, third);
                };
    }

    /**
     * The year of two digits: 2000 to 2029, or 1969 to 1999, where POSIX and spreadsheets agree; -1 between, where they
     * do not, as birthdays are in the past and the ends of contracts in the future.
     */
    static int year(int twoDigits) {
        if (twoDigits < FIRST_OPEN_YEAR) {
            return SOME_CENTURY + twoDigits;
        }
        return twoDigits > LAST_OPEN_YEAR ? PREVIOUS_CENTURY + twoDigits : -1;
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
        return isDate(year, month, day) ? YearMonth.of(year, month).atDay(day).toEpochDay() : Double.NaN;
    }

    /** Whether a year is from 1900 to 2100, so that codes such as "1234-05" and "MAR1234" are no dates. */
    static boolean isPlausibleYear(int year) {
        return year >= FIRST_PLAUSIBLE_YEAR && year <= LAST_PLAUSIBLE_YEAR;
    }

    /** Whether there is such a date. */
    static boolean isDate(int year, int month, int day) {
        return year >= 0
                && month >= 1
                && month <= MONTHS
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }
}
