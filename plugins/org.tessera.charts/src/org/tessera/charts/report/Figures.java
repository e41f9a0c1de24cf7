package org.tessera.charts.report;

import java.util.Locale;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.Quantity;

/** Figures as a person reads them: three significant digits, whole parts never rounded, true minus signs. */
final class Figures {

    private static final int DIGITS = 3;

    private Figures() {}

    /** A number, or a dash if it is not known. */
    static String number(double value) {
        return Double.isNaN(value) ? "–" : minus(Numbers.value(value, DIGITS));
    }

    /**
     * A value of a column in its units.
     *
     * @param quantity what it measures
     * @param value the value
     * @param step the smallest difference of interest
     */
    static String value(Quantity quantity, double value, double step) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return switch (quantity) {
            case NUMBER -> number(value);
            case DURATION -> number(value) + " days";
            case DATE, DATE_TIME, TIME -> quantity.text(value, step);
        };
    }

    /** A share as a percentage, or a dash if it is not known. */
    static String percent(double share) {
        return Double.isNaN(share) ? "–" : Numbers.percent(share);
    }

    /** A number with two decimals. */
    static String twoDecimals(double value) {
        return minus(String.format(Locale.ROOT, "%.2f", value));
    }

    /** A difference in standard deviations with its sign and one decimal. */
    static String signed(double difference) {
        String text = String.format(Locale.ROOT, "%+.1f", difference);
        return text.equals("+0.0") || text.equals("-0.0") ? "0.0" : minus(text);
    }

    /** The minus sign of typography in place of a hyphen before a digit. */
    private static String minus(String number) {
        return number.startsWith("-") ? "−" + number.substring(1) : number;
    }
}
