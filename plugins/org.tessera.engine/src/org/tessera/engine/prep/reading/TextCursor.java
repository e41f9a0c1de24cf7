package org.tessera.engine.prep.reading;

/** A place in a text that moves from left to right over what is taken. */
final class TextCursor {

    private final String text;
    private int at;

    TextCursor(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /** The next sign, 0 at the end. */
    char peek() {
        return isAtEnd() ? 0 : text.charAt(at);
    }

    boolean isAtDigit() {
        return DigitGroups.isDigit(peek());
    }

    /** A number of one to so many digits, or -1. */
    int number(int maxDigits) {
        int start = at;
        int value = 0;
        while (isAtDigit() && at - start < maxDigits) {
            value = value * 10 + (text.charAt(at++) - '0');
        }
        return at == start ? -1 : value;
    }

    /** A number of exactly two digits, or -1. */
    int twoDigits() {
        int start = at;
        int value = number(2);
        return at - start == 2 ? value : -1;
    }

    /** The letters that follow, "" without any. */
    String word() {
        int start = at;
        while (!isAtEnd() && isLetter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Letters, and the accents that follow them in decomposed texts. */
    private static boolean isLetter(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    boolean take(char c) {
        boolean there = peek() == c && !isAtEnd();
        at += there ? 1 : 0;
        return there;
    }

    boolean takeWord(String word) {
        boolean there = text.regionMatches(true, at, word, 0, word.length());
        at += there ? word.length() : 0;
        return there;
    }

    boolean takeBlanks() {
        int start = at;
        while (!isAtEnd() && PlainText.isBlank(text.charAt(at))) {
            at++;
        }
        return at > start;
    }

    /** Takes all but the last sign. */
    void skipToLast() {
        at = text.length() - 1;
    }
}
