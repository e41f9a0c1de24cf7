package org.tessera.engine.prep.reading;

import java.util.Optional;
import org.tessera.engine.prep.reading.NumberText.Style;

/** Takes one text apart as a number: signs, parentheses and unit are consumed from both ends until digits are left. */
final class NumberScanner {

    /** Digits up to which every whole number is a double of its own. */
    private static final int MAX_EXACT_DIGITS = 15;
    /** Digits from which a plus sign before a whole number is a telephone number's. */
    private static final int PHONE_DIGITS = 7;

    private final String text;
    private int from;
    private int to;
    private char sign;
    private boolean parentheses;
    private String unit = Units.NONE;
    /** Null without one. */
    private Magnitude magnitude;

    NumberScanner(String text) {
        this.text = text;
        to = text.length();
    }

    NumberText scan() {
        boolean fits = takeFront();
        if (fits && from == to && sign == '-' && !unit.isEmpty() && !parentheses) {
            return new NumberText(unit, 0, 0, Style.DECORATED, 1);
        }
        fits = fits && takeBack();
        if (!fits || from >= to || (parentheses && sign != 0)) {
            return NumberText.NOT;
        }
        return DigitGroups.of(text.substring(from, to)).map(this::number).orElse(NumberText.NOT);
    }

    /** Consumes parentheses, a sign and a unit; false if what stands there is none of them. */
    private boolean takeFront() {
        takeParentheses();
        takeSign();
        int start = from;
        while (from < to && !beginsNumber(from)) {
            from++;
        }
        boolean fits = takeUnit(text.substring(start, from), false);
        takeParentheses();
        takeSign();
        return fits;
    }

    /** Consumes a minus sign at the end or a unit; false if what stands there is none of them. */
    private boolean takeBack() {
        if (to - from > 1 && isMinus(text.charAt(to - 1)) && sign == 0) {
            sign = '-';
            to--;
            skipBlanks();
        }
        int end = to;
        while (to > from && !DigitGroups.isDigit(text.charAt(to - 1))) {
            to--;
        }
        return takeUnit(text.substring(to, end), true);
    }

    private boolean takeUnit(String written, boolean behind) {
        String candidate = PlainText.of(written);
        if (candidate.isEmpty()) {
            return true;
        }
        String kept = Units.isCurrency(candidate) ? candidate : behind ? Units.measure(candidate) : Units.NONE;
        if (unit.isEmpty() && !kept.isEmpty()) {
            unit = kept;
            return true;
        }
        return behind && takeMagnitude(candidate);
    }

    private boolean takeMagnitude(String candidate) {
        Optional<Magnitude.Suffix> suffix = Magnitude.suffix(candidate, !unit.isEmpty());
        if (suffix.isPresent()) {
            magnitude = suffix.get().magnitude();
            unit = unit.isEmpty() ? suffix.get().currency() : unit;
        }
        return suffix.isPresent();
    }

    private void takeParentheses() {
        skipBlanks();
        if (to - from > 2 && text.charAt(from) == '(' && text.charAt(to - 1) == ')' && !parentheses) {
            parentheses = true;
            from++;
            to--;
            skipBlanks();
        }
    }

    private void takeSign() {
        if (sign == 0 && from < to && (isMinus(text.charAt(from)) || text.charAt(from) == '+')) {
            sign = text.charAt(from) == '+' ? '+' : '-';
            from++;
            skipBlanks();
        }
    }

    private void skipBlanks() {
        while (from < to && PlainText.isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && PlainText.isBlank(text.charAt(to - 1))) {
            to--;
        }
    }

    /** Whether digits, their sign, parentheses or decimal sign begin at a place. */
    private boolean beginsNumber(int at) {
        char c = text.charAt(at);
        boolean decimal = c == '.' && at + 1 < to && DigitGroups.isDigit(text.charAt(at + 1));
        return DigitGroups.isDigit(c) || isMinus(c) || c == '+' || c == '(' || c == ',' || decimal;
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '\u2212';
    }

    private NumberText number(DigitGroups groups) {
        Style style = style(groups);
        int power = magnitude == null ? 0 : magnitude.exponent();
        double factor = sign == '-' || parentheses ? -1 : 1;
        double point = style == Style.CODE ? Double.NaN : factor * groups.value('.', power) + 0.0;
        double comma = style == Style.CODE || !groups.hasMark() ? point : factor * groups.value(',', power) + 0.0;
        boolean number = style == Style.CODE || !Double.isNaN(point) || !Double.isNaN(comma);
        return number ? new NumberText(unit, point, comma, style, groups.digits()) : NumberText.NOT;
    }

    private Style style(DigitGroups groups) {
        if (magnitude != null && unit.isEmpty()) {
            return magnitude.style();
        }
        if (!groups.isDigitsAndBlanks() || magnitude != null || !unit.isEmpty() || parentheses) {
            return Style.DECORATED;
        }
        boolean phone = sign == '+' && groups.digits() >= PHONE_DIGITS;
        if (groups.hasLeadingZero() || phone || groups.digits() > MAX_EXACT_DIGITS) {
            return Style.CODE;
        }
        if (sign != 0) {
            return Style.DECORATED;
        }
        return groups.isSpaced() ? Style.SPACED : Style.BARE;
    }
}
