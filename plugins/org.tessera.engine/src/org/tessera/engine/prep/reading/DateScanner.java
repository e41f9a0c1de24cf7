package org.tessera.engine.prep.reading;

import org.tessera.engine.prep.reading.DateText.Order;

/** Takes one text apart as a date with or without a time of day, from left to right. */
final class DateScanner {

    private static final int YEAR_DIGITS = 4;
    private static final int NANO_DIGITS = 9;
    private static final int HOUR = 3600;
    private static final int MINUTE = 60;
    private static final int NOON = 12;
    private static final int LAST_HOUR = 23;
    private static final int LAST_MINUTE = 59;
    private static final int MAX_OFFSET = 18;

    private final String text;
    private int at;
    private int seconds;
    private int nanos;
    private boolean offset;

    DateScanner(String text) {
        this.text = text;
    }

    DateText scan() {
        int start = at;
        int first = number(YEAR_DIGITS);
        int firstDigits = at - start;
        char separator = at < text.length() ? text.charAt(at) : 0;
        if ((separator != '-' && separator != '/' && separator != '.') || !take(separator)) {
            return DateText.NOT;
        }
        int second = number(2);
        if (second < 0 || !take(separator)) {
            return DateText.NOT;
        }
        start = at;
        int third = number(YEAR_DIGITS);
        int thirdDigits = at - start;
        Order order = order(firstDigits, thirdDigits);
        if (third < 0 || order == Order.NONE || !takeTime()) {
            return DateText.NOT;
        }
        if (offset && order != Order.YEAR_FIRST) {
            return DateText.NOT;
        }
        return new DateText(first, second, third, offset ? Order.WITH_OFFSET : order, seconds, nanos);
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

    /** The time of day and its offset, if any; false if anything else follows the date. */
    private boolean takeTime() {
        if (at == text.length()) {
            return true;
        }
        if (!take('T') && !take('t') && !takeBlanks()) {
            return false;
        }
        int hour = number(2);
        if (hour < 0 || hour > LAST_HOUR || !take(':')) {
            return false;
        }
        int minute = twoDigits();
        int second = take(':') ? twoDigits() : 0;
        if (minute < 0 || second < 0 || !takeFraction()) {
            return false;
        }
        takeBlanks();
        int shift = half(hour);
        if (shift < -NOON) {
            return false;
        }
        seconds = (hour + shift) * HOUR + minute * MINUTE + second;
        takeBlanks();
        return takeOffset() && at == text.length();
    }

    /** Hours to add for AM or PM, 0 without one of them; below -12 if the hour does not go with it. */
    private int half(int hour) {
        boolean am = takeWord("AM");
        boolean pm = !am && takeWord("PM");
        if (!am && !pm) {
            return 0;
        }
        if (hour < 1 || hour > NOON) {
            return -LAST_HOUR;
        }
        return (hour == NOON ? -NOON : 0) + (pm ? NOON : 0);
    }

    private boolean takeFraction() {
        if (!take('.') && !take(',')) {
            return true;
        }
        int start = at;
        int value = number(NANO_DIGITS);
        if (value < 0) {
            return false;
        }
        for (int digits = at - start; digits < NANO_DIGITS; digits++) {
            value *= 10;
        }
        nanos = value;
        return true;
    }

    /** "Z", "UTC", "+02", "+0200" or "+02:00", with or without the name of the zone in brackets. */
    private boolean takeOffset() {
        if (at == text.length()) {
            return true;
        }
        offset = true;
        if (!takeWord("Z") && !takeWord("UTC") && !takeWord("GMT") && !takeHours()) {
            return false;
        }
        if (take('[')) {
            at = text.length() - 1;
            return take(']');
        }
        return true;
    }

    private boolean takeHours() {
        int direction = take('-') || take('\u2212') ? -1 : 1;
        if (direction > 0 && !take('+')) {
            return false;
        }
        int hours = twoDigits();
        boolean colon = take(':');
        boolean minutes = colon || (at < text.length() && DigitGroups.isDigit(text.charAt(at)));
        int minute = minutes ? twoDigits() : 0;
        if (hours < 0 || hours > MAX_OFFSET || minute < 0) {
            return false;
        }
        seconds -= direction * (hours * HOUR + minute * MINUTE);
        return true;
    }

    /** A number of exactly two digits up to 59, or -1. */
    private int twoDigits() {
        int start = at;
        int value = number(2);
        return at - start == 2 && value <= LAST_MINUTE ? value : -1;
    }

    /** A number of one to so many digits, or -1. */
    private int number(int maxDigits) {
        int start = at;
        int value = 0;
        while (at < text.length() && at - start < maxDigits && DigitGroups.isDigit(text.charAt(at))) {
            value = value * 10 + (text.charAt(at++) - '0');
        }
        return at == start ? -1 : value;
    }

    private boolean take(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private boolean takeWord(String word) {
        boolean there = text.regionMatches(true, at, word, 0, word.length());
        at += there ? word.length() : 0;
        return there;
    }

    private boolean takeBlanks() {
        int start = at;
        while (at < text.length() && Blanks.isBlank(text.charAt(at))) {
            at++;
        }
        return at > start;
    }
}
