package org.tessera.engine.prep.reading;

/**
 * Texts without what only looks different: blanks and invisible signs at either end, and full-width forms of ASCII, as
 * input methods for Chinese and Japanese write digits.
 */
final class PlainText {

    private static final char FIRST_FULL_WIDTH = '\uFF01';
    private static final char LAST_FULL_WIDTH = '\uFF5E';
    private static final int FULL_WIDTH_SHIFT = FIRST_FULL_WIDTH - '!';

    private PlainText() {}

    /** The text without blanks at either end, in ASCII where it is full-width. O(length). */
    static String of(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        String stripped = text.substring(from, to);
        for (int i = 0; i < stripped.length(); i++) {
            if (isFullWidth(stripped.charAt(i))) {
                return narrow(stripped);
            }
        }
        return stripped;
    }

    /** Whether a sign is a blank of any width, ASCII, no-break or another of Unicode, or invisible. */
    static boolean isBlank(char c) {
        return c <= ' ' || (c >= '\u0085' && (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT));
    }

    private static boolean isFullWidth(char c) {
        return c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH;
    }

    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            narrow.append(isFullWidth(c) ? (char) (c - FULL_WIDTH_SHIFT) : c);
        }
        return narrow.toString();
    }
}
