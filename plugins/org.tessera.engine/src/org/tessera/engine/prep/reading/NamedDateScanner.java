package org.tessera.engine.prep.reading;

import java.util.Locale;
import java.util.Set;
import org.tessera.engine.prep.reading.DateText.Order;

/**
 * Takes one text apart as a date with the name of its month, with or without a time of day: "5-Mar-2021",
 * "March 5th, 2021", "5 de marzo de 2021", "2021 Mar 5", "Mar 2021". Years are from 1900 to 2100, so that codes such as
 * "MAR1234" are none.
 */
final class NamedDateScanner {

    private static final int YEAR_DIGITS = 4;

    /** Words between day, month and year, and behind the number of the day. */
    private static final Set<String> BETWEEN = Set.of("de", "del", "di", "of", "st", "nd", "rd", "th", "er");

    /** First letters of months, days of the week, and the words between them. */
    private static final String INITIALS = MonthNames.INITIALS + "rtw";

    private final TextCursor cursor;
    private final int[] numbers = new int[2];
    private final int[] digits = new int[2];
    private int count;
    private int month;
    private int numbersBeforeMonth;

    NamedDateScanner(String text) {
        cursor = new TextCursor(text);
    }

    /**
     * Whether a text may be such a date: it starts with a letter or a digit, holds both, and its first word may be in a
     * date. Names and streets mostly are not, so that they need no closer look. O(length).
     */
    static boolean isPossible(String text) {
        boolean digit = false;
        char letter = 0;
        for (int i = 0; i < text.length() && !(digit && letter != 0); i++) {
            char c = text.charAt(i);
            if (DigitGroups.isDigit(c)) {
                digit = true;
            } else if (letter == 0 && Character.isLetter(c)) {
                letter = c;
            }
            if (i == 0 && !digit && letter == 0) {
                return false;
            }
        }
        return digit && INITIALS.indexOf(Character.toLowerCase(letter)) >= 0;
    }

    DateText scan() {
        while (!cursor.isAtEnd() && (month == 0 || count < 2)) {
            if (!(cursor.isAtDigit() ? takeNumber() : takeName())) {
                return DateText.NOT;
            }
        }
        DateText date = date();
        return date.order() == Order.NONE ? date : DateScanner.withTime(date, cursor);
    }

    /** Takes a number and what stands between it and the next part; false if it is the third number. */
    private boolean takeNumber() {
        if (count == numbers.length) {
            return false;
        }
        int start = cursor.at();
        numbers[count] = cursor.number(YEAR_DIGITS);
        digits[count++] = cursor.at() - start;
        if (month == 0 || count < 2) {
            takeSeparator();
        }
        return true;
    }

    /** Takes a word; false if it does not belong to a date. */
    private boolean takeName() {
        String word = cursor.word();
        int named = MonthNames.month(word);
        if (named > 0 && month == 0) {
            month = named;
            numbersBeforeMonth = count;
        } else if (count > 0 ? !BETWEEN.contains(word.toLowerCase(Locale.ROOT)) : !MonthNames.isDayOfWeek(word)) {
            return false;
        }
        takeSeparator();
        return true;
    }

    private void takeSeparator() {
        cursor.takeBlanks();
        boolean taken = cursor.take('-') || cursor.take('/') || cursor.take('.') || cursor.take(',');
        if (taken) {
            cursor.takeBlanks();
        }
    }

    private DateText date() {
        if (month == 0 || count == 0 || numbersBeforeMonth == 2) {
            return DateText.NOT;
        }
        if (count == 1) {
            return digits[0] == YEAR_DIGITS
                    ? date(numbers[0], 1, Order.MONTH_OF_YEAR)
                    : date(0, numbers[0], Order.MONTH_AND_NUMBER);
        }
        if (digits[0] <= 2 && digits[1] == YEAR_DIGITS) {
            return date(numbers[1], numbers[0], Order.MONTH_NAME);
        }
        if (digits[0] == YEAR_DIGITS && digits[1] <= 2 && numbersBeforeMonth == 1) {
            return date(numbers[0], numbers[1], Order.MONTH_NAME);
        }
        return digits[0] <= 2 && digits[1] == 2
                ? date(numbers[1], numbers[0], Order.MONTH_NAME_SHORT_YEAR)
                : DateText.NOT;
    }

    private DateText date(int year, int day, Order order) {
        boolean hasYear = order == Order.MONTH_OF_YEAR || order == Order.MONTH_NAME;
        return hasYear && !DateText.isPlausibleYear(year) ? DateText.NOT : new DateText(year, month, day, order, 0, 0);
    }
}
