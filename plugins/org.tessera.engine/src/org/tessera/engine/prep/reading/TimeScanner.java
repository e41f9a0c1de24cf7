package org.tessera.engine.prep.reading;

/** Takes a time of day at the end of a text apart: "14:35", "2:35:10.5 PM", "14:35Z", "14:35:10+02:00[Europe/Berlin]". */
final class TimeScanner {

    private static final int NANO_DIGITS = 9;
    private static final int HOUR = 3600;
    private static final int MINUTE = 60;
    private static final int NOON = 12;
    private static final int LAST_HOUR = 23;
    private static final int LAST_MINUTE = 59;
    private static final int MAX_OFFSET = 18;

    private final TextCursor cursor;
    private int seconds;
    private int nanos;
    private boolean halfDay;
    private boolean offset;

    TimeScanner(TextCursor cursor) {
        this.cursor = cursor;
    }

    /** Seconds since midnight, in UTC if there is an offset. */
    int seconds() {
        return seconds;
    }

    /** Nanoseconds of the second. */
    int nanos() {
        return nanos;
    }

    /** Whether AM or PM follows. */
    boolean isHalfDay() {
        return halfDay;
    }

    /** Whether an offset from UTC follows. */
    boolean hasOffset() {
        return offset;
    }

    /** Takes the rest of the text; false if it is no time of day. */
    boolean take() {
        int hour = cursor.number(2);
        if (hour < 0 || hour > LAST_HOUR || !cursor.take(':')) {
            return false;
        }
        int minute = sixtieths();
        int second = cursor.take(':') ? sixtieths() : 0;
        if (minute < 0 || second < 0 || !takeFraction()) {
            return false;
        }
        cursor.takeBlanks();
        int shift = half(hour);
        if (shift < -NOON) {
            return false;
        }
        seconds = (hour + shift) * HOUR + minute * MINUTE + second;
        cursor.takeBlanks();
        return takeOffset() && cursor.isAtEnd();
    }

    /** Hours to add for AM or PM, 0 without one of them; below -12 if the hour does not go with it. */
    private int half(int hour) {
        boolean am = cursor.takeWord("AM") || cursor.takeWord("A.M.");
        boolean pm = !am && (cursor.takeWord("PM") || cursor.takeWord("P.M."));
        if (!am && !pm) {
            return 0;
        }
        halfDay = true;
        if (hour < 1 || hour > NOON) {
            return -LAST_HOUR;
        }
        return (hour == NOON ? -NOON : 0) + (pm ? NOON : 0);
    }

    private boolean takeFraction() {
        if (!cursor.take('.') && !cursor.take(',')) {
            return true;
        }
        int start = cursor.at();
        int value = cursor.number(NANO_DIGITS);
        if (value < 0) {
            return false;
        }
        for (int digits = cursor.at() - start; digits < NANO_DIGITS; digits++) {
            value *= 10;
        }
        nanos = value;
        return true;
    }

    /** "Z", "UTC", "+02", "+0200" or "+02:00", with or without the name of the zone in brackets. */
    private boolean takeOffset() {
        if (cursor.isAtEnd()) {
            return true;
        }
        offset = true;
        if (!cursor.takeWord("Z") && !cursor.takeWord("UTC") && !cursor.takeWord("GMT") && !takeHours()) {
            return false;
        }
        if (cursor.take('[')) {
            cursor.skipToLast();
            return cursor.take(']');
        }
        return true;
    }

    private boolean takeHours() {
        int direction = cursor.take('-') || cursor.take('\u2212') ? -1 : 1;
        if (direction > 0 && !cursor.take('+')) {
            return false;
        }
        int hours = cursor.twoDigits();
        int minutes = cursor.take(':') || cursor.isAtDigit() ? sixtieths() : 0;
        if (hours < 0 || hours > MAX_OFFSET || minutes < 0) {
            return false;
        }
        seconds -= direction * (hours * HOUR + minutes * MINUTE);
        return true;
    }

    /** Minutes or seconds, or -1. */
    private int sixtieths() {
        int value = cursor.twoDigits();
        return value <= LAST_MINUTE ? value : -1;
    }
}
