package org.tessera.workbench.csv;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Reads numbers from bytes, with the results of {@link Integer#parseInt}, {@link Long#parseLong} and {@link
 * Double#parseDouble}.
 *
 * <p>The usual spellings are read without creating objects; only rare ones (many digits, hexadecimal, "NaN", digits
 * that are not ASCII, grouped thousands) go through strings. A double with at most 15 significant digits and a decimal
 * exponent within ±22 is a quotient or product of two exact doubles and so correctly rounded. An instance keeps the last
 * value read and serves one thread.
 */
public final class CsvNumbers {
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final int EXACT_DIGITS = 15;

    private final char decimal;
    private final Pattern groupedInteger;
    private final Pattern groupedDouble;
    private final String group;
    private long longValue;
    private double doubleValue;

    /**
     * Creates a reader of numbers.
     *
     * @param decimal the decimal separator
     * @param thousands the separator of groups of three digits, or {@link CsvSyntax#NONE}
     * @throws IllegalArgumentException if both separators are the same
     */
    public CsvNumbers(char decimal, char thousands) {
        if (decimal == thousands) {
            throw new IllegalArgumentException(
                    "Decimal and thousands separator are both '" + decimal + "': choose two different characters");
        }
        this.decimal = decimal;
        group = thousands == CsvSyntax.NONE ? null : String.valueOf(thousands);
        String integer = group == null ? null : "[+-]?\\d{0,3}(" + Pattern.quote(group) + "\\d{3})*";
        groupedInteger = group == null ? null : Pattern.compile(integer);
        groupedDouble = group == null
                ? null
                : Pattern.compile(
                        integer + "(" + Pattern.quote(String.valueOf(decimal)) + "\\d*)?(e[+-]?\\d+)?[fd]?",
                        Pattern.CASE_INSENSITIVE);
    }

    /**
     * Returns the value of the last successful {@link #readLong} or {@link #readInt}.
     *
     * @return the integer
     */
    public long longValue() {
        return longValue;
    }

    /**
     * Returns the value of the last successful {@link #readDouble}.
     *
     * @return the number
     */
    public double doubleValue() {
        return doubleValue;
    }

    /**
     * Reads a 32-bit integer.
     *
     * @param bytes the text in UTF-8
     * @param from its first byte
     * @param to behind its last byte
     * @return whether the text is one; then {@link #longValue()} holds it
     */
    public boolean readInt(byte[] bytes, int from, int to) {
        return readLong(bytes, from, to) && longValue == (int) longValue;
    }

    /**
     * Reads a 64-bit integer.
     *
     * @param bytes the text in UTF-8
     * @param from its first byte
     * @param to behind its last byte
     * @return whether the text is one; then {@link #longValue()} holds it
     */
    public boolean readLong(byte[] bytes, int from, int to) {
        int p = from;
        if (p < to && (bytes[p] == '-' || bytes[p] == '+')) {
            p++;
        }
        int digits = to - p;
        if (digits < 1 || digits > 18 || group != null) {
            return digits > 0 && readLongSlowly(text(bytes, from, to));
        }
        long value = 0;
        for (; p < to; p++) {
            int digit = bytes[p] - '0';
            if (digit < 0 || digit > 9) {
                return bytes[p] < 0 && readLongSlowly(text(bytes, from, to));
            }
            value = value * 10 + digit;
        }
        longValue = bytes[from] == '-' ? -value : value;
        return true;
    }

    private boolean readLongSlowly(String text) {
        String digits = text;
        if (group != null) {
            if (!groupedInteger.matcher(text).matches()) {
                return false;
            }
            digits = text.replace(group, "");
        }
        try {
            longValue = Long.parseLong(digits);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * Reads a number.
     *
     * @param bytes the text in UTF-8
     * @param from its first byte
     * @param to behind its last byte
     * @return whether the text is one; then {@link #doubleValue()} holds it
     */
    public boolean readDouble(byte[] bytes, int from, int to) {
        if (group != null) {
            return readDoubleSlowly(text(bytes, from, to));
        }
        int p = from;
        boolean negative = p < to && bytes[p] == '-';
        if (negative || (p < to && bytes[p] == '+')) {
            p++;
        }
        long mantissa = 0;
        int digits = 0;
        int scale = 0;
        boolean fraction = false;
        int first = p;
        for (; p < to; p++) {
            int digit = bytes[p] - '0';
            if (digit >= 0 && digit <= 9) {
                mantissa = mantissa * 10 + digit;
                digits += mantissa == 0 ? 0 : 1;
                scale += fraction ? 1 : 0;
                if (digits > EXACT_DIGITS) {
                    return readDoubleSlowly(text(bytes, from, to));
                }
            } else if (bytes[p] == decimal && !fraction) {
                fraction = true;
            } else {
                return mayBeNumber(bytes[p]) && readDoubleSlowly(text(bytes, from, to));
            }
        }
        int length = p - first - (fraction ? 1 : 0);
        if (length == 0 || scale >= POWERS_OF_TEN.length) {
            return length > 0 && readDoubleSlowly(text(bytes, from, to));
        }
        double magnitude = mantissa / POWERS_OF_TEN[scale];
        doubleValue = negative ? -magnitude : magnitude;
        return true;
    }

    /** Whether a character that is no digit and no separator can be part of a number at all. */
    private static boolean mayBeNumber(byte b) {
        return switch (b) {
            case 'e', 'E', 'd', 'D', 'f', 'F', 'x', 'X', 'N', 'I', '+', '-' -> true;
            default -> b >= 0 && b <= ' ';
        };
    }

    private boolean readDoubleSlowly(String text) {
        String number = text;
        if (group != null) {
            if (!groupedDouble.matcher(text).matches()) {
                return false;
            }
            number = text.replace(group, "");
        }
        if (decimal != '.') {
            if (number.indexOf('.') >= 0) {
                return false;
            }
            number = number.replace(decimal, '.');
        }
        try {
            doubleValue = Double.parseDouble(number);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
