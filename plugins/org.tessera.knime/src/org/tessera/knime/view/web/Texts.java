package org.tessera.knime.view.web;

import org.tessera.engine.data.Numbers;

/** Texts of the data, cut to what a page can show, and numbers as text. */
final class Texts {

    /** Characters of the name of a column or category. */
    static final int NAME = 160;
    /** Characters of a sentence or rule. */
    static final int SENTENCE = 800;
    /** Characters of a value in a tooltip. */
    static final int VALUE = 40;

    private static final String[] UNITS = {" million", " billion", " trillion"};
    /** Largest number of decimals of millions and more, and of fractions of a unit on an axis. */
    private static final int DECIMALS = 3;

    private static final double LARGE = 1e15;
    private static final String POWERS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Texts() {}

    /** The text, or its beginning with an ellipsis. */
    static String cut(String text, int characters) {
        if (text.codePointCount(0, text.length()) <= characters) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, characters - 1)) + "…";
    }

    /** A number as text with a minus sign instead of a hyphen. */
    static String minus(String number) {
        return number.startsWith("-") ? "−" + number.substring(1) : number;
    }

    /**
     * A number at an axis, as exact as the axis needs it and short enough to be read there.
     *
     * @param value the number
     * @param largest largest absolute number at the axis, by which its unit is chosen
     * @param step distance of two numbers at the axis
     * @return such as "1,250", "2.5 million", "4×10¹⁸"
     */
    static String tick(double value, double largest, double step) {
        if (value == 0) {
            return "0";
        }
        if (largest >= LARGE) {
            int exponent = (int) Math.floor(Math.log10(largest));
            double unit = Math.pow(10, exponent);
            return rounded(value / unit, step / unit) + "×10" + power(exponent);
        }
        for (int u = UNITS.length - 1; u >= 0; u--) {
            double unit = Math.pow(1_000, u + 2.0);
            if (largest >= unit && step >= unit * Math.pow(10, -DECIMALS)) {
                return rounded(value / unit, step / unit) + UNITS[u];
            }
        }
        return rounded(value, step);
    }

    /** A number, rounded to a hundredth of a step or so. */
    static String rounded(double value, double step) {
        double unit = Math.pow(10, Math.floor(Math.log10(step)) - 1);
        return minus(Numbers.value(Math.rint(value / unit) * unit, DECIMALS + 1));
    }

    private static String power(int exponent) {
        StringBuilder text = new StringBuilder();
        Integer.toString(exponent).chars().forEach(digit -> text.append(POWERS.charAt(digit - '0')));
        return text.toString();
    }
}
