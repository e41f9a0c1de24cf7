package org.tessera.engine.prep.reading;

/**
 * A text taken apart as a number: sign or parentheses, a unit before or after, digits in groups of three, a decimal
 * sign, an exponent. The decimal sign is not decided here: a text has a value for the decimal point and one for the
 * decimal comma.
 *
 * @param unit the unit as it is written, "" without one
 * @param point the value with a decimal point, NaN if the text is no such number
 * @param comma the value with a decimal comma, NaN if the text is no such number
 * @param style how the digits are written
 * @param digits number of digits before the exponent
 */
record NumberText(String unit, double point, double comma, Style style, int digits) {

    /** How the digits of a number are written. */
    enum Style {
        /** Not a number. */
        NONE,
        /** Digits alone, as in codes. */
        BARE,
        /** Digits in groups separated by blanks, as in amounts and in telephone numbers. */
        SPACED,
        /** Digits with a sign, a unit, groups, decimals or an exponent, which codes do not have. */
        DECORATED,
        /** With a letter for thousands and no currency: "54k". */
        THOUSANDS,
        /** With a letter that may stand for millions or billions, and no currency: "1.2M". */
        LETTER,
        /** Digits as no number is written: a leading zero, more than 15 digits, the plus sign of a telephone number. */
        CODE
    }

    /** No number. */
    static final NumberText NOT = new NumberText(Units.NONE, Double.NaN, Double.NaN, Style.NONE, 0);

    /** Longest text that is looked at. */
    private static final int MAX_LENGTH = 60;

    /** Longest text without digits that is looked at: an accounting zero such as "$ -". */
    private static final int MAX_ZERO_LENGTH = 8;

    /** Takes a text without blanks around it apart. O(length). */
    static NumberText of(String text) {
        if (text.length() > MAX_LENGTH) {
            return NOT;
        }
        for (int i = 0; i < text.length(); i++) {
            if (DigitGroups.isDigit(text.charAt(i))) {
                return new NumberScanner(text).scan();
            }
        }
        return text.length() <= MAX_ZERO_LENGTH ? new NumberScanner(text).scan() : NOT;
    }

    /** The value in a format of numbers, NaN if the text is no such number. */
    double value(TextFormat format) {
        return format == TextFormat.DECIMAL_COMMA ? comma : point;
    }

    /** Whether both decimal signs give a value, and not the same one. */
    boolean isAmbiguous() {
        return !Double.isNaN(point) && !Double.isNaN(comma) && point != comma;
    }

    /** Whether the text is nothing but digits, with or without blanks between groups. */
    boolean isDigitsOnly() {
        return style == Style.BARE || style == Style.SPACED;
    }

    boolean isNumber() {
        return !Double.isNaN(point) || !Double.isNaN(comma);
    }
}
