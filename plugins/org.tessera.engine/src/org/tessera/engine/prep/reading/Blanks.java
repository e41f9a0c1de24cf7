package org.tessera.engine.prep.reading;

/** Blanks of any width: ASCII, no-break, narrow no-break and the other spaces of Unicode. */
final class Blanks {

    private static final char ZERO_WIDTH_NO_BREAK = '\uFEFF';

    private Blanks() {}

    static boolean isBlank(char c) {
        return c <= ' ' || (c >= '\u0085' && (Character.isSpaceChar(c) || c == ZERO_WIDTH_NO_BREAK));
    }

    /** The text without blanks at either end. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
