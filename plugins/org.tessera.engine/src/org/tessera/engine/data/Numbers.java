package org.tessera.engine.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Formats numbers for users: English, with thousands separators and significant digits only, rounded half up. */
public final class Numbers {

    private Numbers() {}

    /**
     * Formats a count.
     *
     * @param count any whole number
     * @return e.g. "4,372"
     */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /**
     * Formats a count with its noun.
     *
     * @param count any whole number
     * @param thing the noun in the singular, whose plural ends in s
     * @return e.g. "1 row", "4,372 rows"
     */
    public static String count(long count, String thing) {
        return count(count) + " " + thing + (count == 1 ? "" : "s");
    }

    /**
     * Formats a share as a percentage.
     *
     * @param share usually 0 to 1
     * @return e.g. "31.7 %", "2 %", "0.02 %"; a share between 0.995 and 1 never reads "100 %"
     */
    public static String percent(double share) {
        double percent = share * 100;
        if (!Double.isFinite(percent)) {
            return "unknown";
        }
        int decimals = percent == 0 ? 0 : Math.max(1, 1 - exponent(percent));
        String text = plain(percent, decimals);
        if (text.equals("100") && percent < 100) {
            text = plain(Math.floor(percent * 100) / 100, 2);
        }
        return text + " %";
    }

    /**
     * Formats a share as a percentage without decimals, for sentences.
     *
     * @param share 0 to 1
     * @return e.g. "91 %", "under 1 %"; only 0 reads "0 %" and only 1 reads "100 %"
     */
    public static String roughPercent(double share) {
        if (share > 0 && share < 0.01) {
            return "under 1 %";
        }
        if (share > 0.99 && share < 1) {
            return "over 99 %";
        }
        return plain(share * 100, 0) + " %";
    }

    /**
     * Formats a value.
     *
     * @param value any number
     * @param digits significant digits for fractions, at least 1; whole parts are never rounded
     * @return e.g. for 3 digits "0.214", "12.3", "1,234", "unknown" for NaN
     */
    public static String value(double value, int digits) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "minus infinite";
        }
        if (value == 0) {
            return "0";
        }
        int exponent = exponent(value);
        if (exponent < -6 || exponent > 15) {
            return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
        }
        return plain(value, Math.max(0, digits - 1 - exponent));
    }

    private static int exponent(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_UP));
        return rounded.precision() - rounded.scale() - 1;
    }

    private static String plain(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(Double.toString(value)).setScale(decimals, RoundingMode.HALF_UP);
        BigDecimal stripped = rounded.stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, stripped.scale()) + "f", stripped);
    }
}
