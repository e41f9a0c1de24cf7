package org.tessera.engine.prep.reading;

import org.tessera.engine.prep.reading.DateText.Order;

/**
 * Takes one text apart as a date of three numbers with or without a time of day, or as a year of four digits and a month
 * of two, from left to right.
 */
final class DateScanner {

    private static final int YEAR_DIGITS = 4;
    private static final char YEAR_SIGN = '\u5E74';
    private static final char MONTH_SIGN = '\u6708';
    private static final char DAY_SIGN = '\u65E5';

    private final TextCursor cursor;

    DateScanner(String text) {
        cursor = new TextCursor(text);
    }

    DateText scan() {
        int first = cursor.number(YEAR_DIGITS);
        int firstDigits = cursor.at();
        char separator = cursor.peek();
        if (separator == YEAR_SIGN) {
            return eastAsian(first, firstDigits);
        }
        if ((separator != '-' && separator != '/' && separator != '.') || !takeSeparator(separator)) {
            return DateText.NOT;
        }
        int secondStart = cursor.at();
        int second = cursor.number(2);
        boolean year = firstDigits == YEAR_DIGITS && DateText.isPlausibleYear(first);
        if (year && cursor.at() - secondStart == 2 && separator != '.' && cursor.isAtEnd()) {
            return new DateText(first, second, 1, Order.YEAR_MONTH, 0, 0);
        }
        if (second < 0 || !takeSeparator(separator)) {
            return DateText.NOT;
        }
        int start = cursor.at();
        int third = cursor.number(YEAR_DIGITS);
        Order order = order(firstDigits, cursor.at() - start);
        return third < 0 || order == Order.NONE
                ? DateText.NOT
                : withTime(new DateText(first, second, third, order, 0, 0), cursor);
    }

    /** The date with the signs for year, month and day behind the numbers. */
    private DateText eastAsian(int year, int yearDigits) {
        cursor.take(YEAR_SIGN);
        int month = cursor.number(2);
        boolean isMonth = month > 0 && cursor.take(MONTH_SIGN);
        int day = cursor.number(2);
        return isMonth && day > 0 && cursor.take(DAY_SIGN) && yearDigits == YEAR_DIGITS
                ? withTime(new DateText(year, month, day, Order.YEAR_FIRST, 0, 0), cursor)
                : DateText.NOT;
    }

    /** A sign between numbers, with blanks behind a point: "5. 3. 2021". */
    private boolean takeSeparator(char separator) {
        boolean there = cursor.take(separator);
        if (there && separator == '.') {
            cursor.takeBlanks();
        }
        return there;
    }

    private static Order order(int firstDigits, int thirdDigits) {
        if (firstDigits == YEAR_DIGITS) {
            return thirdDigits <= 2 ? Order.YEAR_FIRST : Order.NONE;
        }
        if (firstDigits > 2) {
            return Order.NONE;
        }
        return switch (thirdDigits) {
            case YEAR_DIGITS -> Order.YEAR_LAST;
            case 2 -> Order.SHORT_YEAR_LAST;
            default -> Order.NONE;
        };
    }

    /**
     * The date with the time of day that follows it; no date if anything else follows. An offset from UTC belongs to
     * dates whose order of day and month is known.
     */
    static DateText withTime(DateText date, TextCursor cursor) {
        if (cursor.isAtEnd()) {
            return date;
        }
        boolean comma = cursor.take(',');
        if (!cursor.takeBlanks() && (comma || !cursor.takeWord("T"))) {
            return DateText.NOT;
        }
        TimeScanner time = new TimeScanner(cursor);
        boolean ordered = date.order() == Order.YEAR_FIRST || date.order() == Order.MONTH_NAME;
        if (!time.take() || (time.hasOffset() && !ordered)) {
            return DateText.NOT;
        }
        Order order = time.hasOffset() ? Order.WITH_OFFSET : date.order();
        return new DateText(date.first(), date.second(), date.third(), order, time.seconds(), time.nanos());
    }
}
