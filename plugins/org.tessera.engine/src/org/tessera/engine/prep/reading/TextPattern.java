package org.tessera.engine.prep.reading;

import java.util.Objects;
import java.util.Set;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * How the values of a column are read from text. Whether and as what a text is read depends on that text alone.
 *
 * <ul>
 *   <li>Numbers: a sign, or parentheses for negative numbers, before or after the unit; groups of three digits separated
 *       by blanks, apostrophes or the mark that is not the decimal sign, or as in India; an exponent where digits are not
 *       in groups; a unit and a dash, the zero of accounting formats; a letter or word for thousands, millions or
 *       billions.
 *   <li>Dates: numbers separated by "-", "/" or ".", or with the name of the month, and a time of day.
 *   <li>Times of day: hours, minutes and seconds separated by ":", with or without AM or PM.
 * </ul>
 *
 * <p>A number of zeros beside dates of eight digits stands for a missing value. Blanks and invisible signs at either end
 * are ignored, and full-width digits are digits.
 *
 * @param format the format
 * @param unit the unit beside every number, as it is written: "%", or a currency or a measure, which may be left out
 *     where a number stands alone, see {@link Units}; "" without a unit
 */
public record TextPattern(TextFormat format, String unit) {

    /**
     * Checks the unit.
     *
     * @throws IllegalArgumentException if it is neither empty nor percent nor a currency nor a measure, or stands beside dates or times
     */
    public TextPattern {
        Objects.requireNonNull(format, "format");
        if (!Units.isUnit(unit) || (!format.isNumber() && !unit.isEmpty())) {
            throw new IllegalArgumentException("'" + unit + "' is no unit of " + format.words());
        }
    }

    /**
     * A pattern without a unit.
     *
     * @param format the format
     * @return the pattern
     */
    public static TextPattern of(TextFormat format) {
        return new TextPattern(format, Units.NONE);
    }

    /**
     * Reads a text.
     *
     * @param text any text
     * @return the number, days since 1970-01-01, or hours since midnight; NaN if it does not read as such
     */
    public double value(String text) {
        String plain = PlainText.of(text);
        return switch (format) {
            case DECIMAL_POINT, DECIMAL_COMMA -> {
                NumberText number = NumberText.of(plain);
                yield fits(number.unit()) ? number.value(format) : Double.NaN;
            }
            case COMPACT_DATE -> CompactDates.days(plain);
            case TIME_OF_DAY -> TimeText.of(plain).hours();
            default -> DateText.of(plain).days(format);
        };
    }

    private boolean fits(String found) {
        return found.equals(unit) || (found.isEmpty() && !unit.equals(Units.PERCENT));
    }

    /**
     * Whether a text stands for a missing value.
     *
     * @param text any text
     * @return true for "", "N/A", "-", "unknown" and the like
     */
    public static boolean isMissing(String text) {
        return MissingMarkers.contains(PlainText.of(text));
    }

    /**
     * The texts that stand for a missing value.
     *
     * @return the texts in lower case, without blanks around them
     */
    public static Set<String> missingTexts() {
        return MissingMarkers.all();
    }

    /**
     * Reads a column, every distinct text once. O(n) and the length of the distinct texts.
     *
     * @param column the texts
     * @param run cancel
     * @return the numbers or dates; whole numbers are marked as such where all texts are nothing but digits
     */
    public ReadColumn read(CategoryColumn column, RunContext run) {
        int levels = column.levels().size();
        double[] valueOf = new double[levels];
        boolean[] missing = new boolean[levels];
        boolean whole = true;
        boolean bare = true;
        CancellationCheck cancellation = new CancellationCheck(run, TextDetector.OPERATIONS_PER_TEXT);
        for (int l = 0; l < levels; l++) {
            cancellation.step();
            String text = column.levels().get(l);
            missing[l] =
                    isMissing(text) || (format == TextFormat.COMPACT_DATE && CompactDates.isZero(PlainText.of(text)));
            valueOf[l] = missing[l] ? Double.NaN : value(text);
            if (!Double.isNaN(valueOf[l])) {
                whole &= valueOf[l] == Math.rint(valueOf[l]);
                bare &= DigitGroups.isDigits(text);
            }
        }
        double[] values = new double[column.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.isMissing(i) ? Double.NaN : valueOf[column.codes()[i]];
        }
        var numbers =
                new NumericColumn(column.name(), values, whole && bare && format.isNumber(), format.quantity(whole));
        return ReadColumn.of(column, numbers, missing, run);
    }
}
