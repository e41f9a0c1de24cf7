package org.tessera.engine.prep.reading;

import java.util.Optional;

/**
 * The digits of a number with separators, and its exponent. Separators of groups are a point, a comma, an apostrophe or
 * a blank; blanks and apostrophes of any kind count as one of each.
 *
 * @param mantissa digits and separators
 * @param exponent digits with or without a sign, "" without an exponent
 */
record DigitGroups(String mantissa, String exponent) {

    private static final char BLANK = ' ';
    private static final char APOSTROPHE = '\'';
    private static final int GROUP = 3;

    /** Takes apart what signs and units are removed from; empty if it holds anything else. */
    static Optional<DigitGroups> of(String text) {
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        StringBuilder mantissa = new StringBuilder(text.length());
        for (int i = 0; i < (e < 0 ? text.length() : e); i++) {
            char c = plain(text.charAt(i));
            if (!isDigit(c) && c != '.' && c != ',' && c != BLANK && c != APOSTROPHE) {
                return Optional.empty();
            }
            mantissa.append(c);
        }
        String exponent = e < 0 ? "" : text.substring(e + 1);
        return mantissa.isEmpty() || (e >= 0 && !isExponent(exponent))
                ? Optional.empty()
                : Optional.of(new DigitGroups(mantissa.toString(), exponent));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char plain(char c) {
        if (c == '\u2019' || c == '\u02BC') {
            return APOSTROPHE;
        }
        return PlainText.isBlank(c) ? BLANK : c;
    }

    private static boolean isExponent(String text) {
        int from = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        String digits = text.substring(from);
        return !digits.isEmpty() && digits.length() <= GROUP && isDigits(digits);
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    /** Number of digits before the exponent. */
    int digits() {
        return digits(mantissa).length();
    }

    boolean isSpaced() {
        return mantissa.indexOf(BLANK) >= 0;
    }

    boolean isDigitsAndBlanks() {
        return exponent.isEmpty() && !hasMark() && mantissa.indexOf(APOSTROPHE) < 0;
    }

    /** Whether a point or comma is among the separators. */
    boolean hasMark() {
        return mantissa.indexOf('.') >= 0 || mantissa.indexOf(',') >= 0;
    }

    boolean hasLeadingZero() {
        return mantissa.length() > 1 && mantissa.charAt(0) == '0';
    }

    /** The value with a decimal sign times a power of ten, NaN if the text does not fit it or it is too large. */
    double value(char decimal, int power) {
        int at = mantissa.indexOf(decimal);
        String whole = at < 0 ? mantissa : mantissa.substring(0, at);
        String fraction = at < 0 ? "" : mantissa.substring(at + 1);
        boolean grouped = !isDigits(whole);
        if (!isDigits(fraction)
                || (at >= 0 && fraction.isEmpty())
                || (grouped && (!isGrouped(whole) || !exponent.isEmpty()))) {
            return Double.NaN;
        }
        String digits = digits(whole);
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            return Double.NaN;
        }
        String scale = exponent.isEmpty() && power > 0 ? String.valueOf(power) : exponent;
        double value = Double.parseDouble((digits.isEmpty() ? "0" : digits)
                + (fraction.isEmpty() ? "" : "." + fraction)
                + (scale.isEmpty() ? "" : "e" + scale));
        return Double.isInfinite(value) || (power > 0 && !exponent.isEmpty()) ? Double.NaN : value;
    }

    /**
     * Whether up to three digits are followed by groups of three behind one and the same separator; or, as in India, up
     * to two by groups of two behind commas, and one of three at the end.
     */
    private static boolean isGrouped(String whole) {
        int last = whole.length() - GROUP - 1;
        boolean isIndian = last >= GROUP && whole.charAt(last) == ',' && whole.charAt(last - GROUP) == ',';
        return isIndian
                ? isDigits(whole.substring(last + 1)) && isGrouped(whole.substring(0, last), GROUP - 1)
                : isGrouped(whole, GROUP);
    }

    /** Whether digits are followed by groups of a size, the first of which is not longer. */
    private static boolean isGrouped(String whole, int size) {
        int first = whole.length() % (size + 1);
        if (first == 0 || whole.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < whole.length(); i++) {
            boolean separator = i >= first && (i - first) % (size + 1) == 0;
            char c = whole.charAt(i);
            if (separator == isDigit(c) || (separator && c != whole.charAt(first))) {
                return false;
            }
        }
        return true;
    }
}
