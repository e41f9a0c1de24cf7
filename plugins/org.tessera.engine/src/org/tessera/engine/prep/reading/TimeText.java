package org.tessera.engine.prep.reading;

import org.tessera.engine.data.Quantity;

/**
 * A text taken apart as a time of day without an offset from UTC.
 *
 * @param hours hours since midnight, NaN if the text is none
 * @param isHalfDay whether AM or PM is written
 */
record TimeText(double hours, boolean isHalfDay) {

    /** No time of day. */
    static final TimeText NOT = new TimeText(Double.NaN, false);

    private static final int SHORTEST = 4;
    private static final int LONGEST = 30;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Takes a text without blanks around it apart. O(length). */
    static TimeText of(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST || (text.charAt(1) != ':' && text.charAt(2) != ':')) {
            return NOT;
        }
        TimeScanner time = new TimeScanner(new TextCursor(text));
        return time.take() && !time.hasOffset()
                ? new TimeText(Quantity.hours(time.seconds() * NANOS_PER_SECOND + time.nanos()), time.isHalfDay())
                : NOT;
    }
}
