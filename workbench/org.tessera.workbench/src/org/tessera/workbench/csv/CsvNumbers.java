package org.tessera.workbench.csv;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.nio.CharBuffer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * Reads numbers with the results of {@link Integer#parseInt}, {@link Long#parseLong} and {@link Double#parseDouble}, after
 * KNIME's rules for decimal and thousands separators, and tells dates and times. An instance keeps the last value read and serves one thread.
 */
public final class CsvNumbers {
    private final char decimal;
    private final String group;
    private final Pattern groupedInteger;
    private final Pattern groupedDouble;
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
        String integer = "[+-]?\\d{0,3}(" + Pattern.quote(String.valueOf(thousands)) + "\\d{3})*";
        String fraction = "(" + Pattern.quote(String.valueOf(decimal)) + "\\d*)?(e[+-]?\\d+)?[fd]?";
        groupedInteger = Pattern.compile(integer);
        groupedDouble = Pattern.compile(integer + fraction, Pattern.CASE_INSENSITIVE);
    }

    /**
     * Returns the integer read last.
     *
     * @return the integer
     */
    public long longValue() {
        return longValue;
    }

    /**
     * Returns the number read last.
     *
     * @return the number
     */
    public double doubleValue() {
        return doubleValue;
    }

    /**
     * Reads a value as a type.
     *
     * @param type the type
     * @param characters holds the text of the value
     * @param from its first character
     * @param to the position after its last character
     * @return whether the text is of the type; then {@link #longValue()} or {@link #doubleValue()} hold a number
     */
    public boolean read(CsvType type, char[] characters, int from, int to) {
        try {
            return switch (type) {
                case INT -> readLong(characters, from, to) && longValue == (int) longValue;
                case LONG -> readLong(characters, from, to);
                case DOUBLE -> readDouble(characters, from, to);
                case STRING -> true;
                case DATE -> LocalDate.parse(new String(characters, from, to - from)) != null;
                case TIME -> LocalTime.parse(new String(characters, from, to - from)) != null;
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            return false;
        }
    }

    private boolean readLong(char[] characters, int from, int to) {
        if (readDigits(characters, from, to)) {
            return true;
        }
        CharSequence text = CharBuffer.wrap(characters, from, to - from);
        if (group != null) {
            if (!groupedInteger.matcher(text).matches()) {
                return false;
            }
            text = text.toString().replace(group, "");
        }
        longValue = Long.parseLong(text, 0, text.length(), 10);
        return true;
    }

    /** Reads what most integers are: a minus or none and up to 18 digits, which no separator groups. */
    private boolean readDigits(char[] characters, int from, int to) {
        int first = from < to && characters[from] == '-' ? from + 1 : from;
        if (group != null || first == to || to - first > 18) {
            return false;
        }
        long value = 0;
        for (int i = first; i < to; i++) {
            int digit = characters[i] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            value = 10 * value + digit;
        }
        longValue = first == from ? value : -value;
        return true;
    }

    private boolean readDouble(char[] characters, int from, int to) {
        if (group == null && decimal == '.') {
            doubleValue = JavaDoubleParser.parseDouble(characters, from, to - from);
            return true;
        }
        String text = new String(characters, from, to - from);
        if (group != null) {
            if (!groupedDouble.matcher(text).matches()) {
                return false;
            }
            text = text.replace(group, "");
        }
        if (decimal != '.' && text.indexOf('.') >= 0) {
            return false;
        }
        doubleValue = JavaDoubleParser.parseDouble(text.replace(decimal, '.'));
        return true;
    }
}
