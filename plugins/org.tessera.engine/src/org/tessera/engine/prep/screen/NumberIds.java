package org.tessera.engine.prep.screen;

import java.util.Optional;

/**
 * Recognizes whole numbers that identify the rows: customer numbers, running numbers, codes, phone numbers. Missing
 * entries do not matter, and a few customers may occur twice. Of n known values, at least {@value #MIN_ROWS}, with a
 * range R of possible whole numbers, one of these holds:
 *
 * <ul>
 *   <li>the column's name ends in a word such as id, no, nr, key, code, zip, phone, or is one such as CLIENTNUM, and at
 *       least half of the values are distinct, or all of them where there are only {@value #MIN_NAMED_ROWS} or more; with a
 *       weaker word, such as number or customer, nine in ten;
 *   <li>the values repeat far less often than independent values in the same range would: such values repeat at least
 *       D = n - R (1 - (1 - 1/R)^n) times (uniform ones; others more often). Without a repetition R at most 2 n + 1 or D
 *       at least 9.2 (probability 1e-4) is enough, with repetitions they have to be at most D / 7;
 *   <li>95 % are distinct, all have the same number of digits, they are not rounded, no points in time, and they have 10
 *       digits or more, or 8 and a standard deviation of at most a tenth of the mean, or 6 and, in 300 rows or more, are spread
 *       uniformly over all numbers of so many digits. Amounts of money are not so: their digits grow with the amount. The
 *       digits may differ where numbers of at most 8 or more digits are spread uniformly from 0 on, as leading zeros
 *       are lost, and where numbers exceed 2^53, as hashes and keys of 64 bits do.
 * </ul>
 *
 * <p>The last two are not applied to a column whose name has the word of a measure, such as income or price.
 */
public final class NumberIds {

    /** Smallest number of known values that can be told from chance. */
    public static final int MIN_ROWS = 20;

    private static final int MIN_NAMED_ROWS = 3;
    private static final double NAMED_DISTINCT = 0.5;
    private static final double DISTINCT = 0.9;
    private static final double CODE_DISTINCT = 0.95;
    /** Expected repetitions of which none has the probability 1e-4. */
    private static final double TELLING_REPEATS = 9.2;

    private static final int REPEATS_RATIO = 7;
    private static final int CODE_ROWS = 50;
    private static final int UNIFORM_ROWS = 300;
    private static final int LONG_DIGITS = 10;
    private static final int NARROW_DIGITS = 8;
    private static final int UNIFORM_DIGITS = 6;
    private static final double NARROW = 0.1;
    private static final double MAX_ROUNDED = 0.2;
    /** Critical value of the Kolmogorov-Smirnov statistic times the root of n, at 5 %. */
    private static final double KOLMOGOROV = 1.358;

    private NumberIds() {}

    /**
     * Recognizes ids. O(n).
     *
     * @param name the column's name
     * @param sorted its known numbers, ascending
     * @return why it looks like an id, as a predicate; empty if it does not
     */
    public static Optional<String> find(String name, double[] sorted) {
        int n = sorted.length;
        if (n < MIN_NAMED_ROWS || !WholeNumbers.allOfAnySize(sorted)) {
            return Optional.empty();
        }
        int distinct = WholeNumbers.distinct(sorted);
        if (n < MIN_ROWS) {
            return ColumnNames.isKey(name) && distinct == n
                    ? Optional.of(TextValues.looksLikeId(distinct, n))
                    : Optional.empty();
        }
        boolean named = ColumnNames.isKey(name) && distinct >= NAMED_DISTINCT * n;
        boolean weakly = ColumnNames.mayBeKey(name) && distinct >= DISTINCT * n;
        boolean values = !ColumnNames.isMeasure(name) && (fewRepetitions(sorted, distinct) || isCode(sorted, distinct));
        return named || weakly || values ? Optional.of(TextValues.looksLikeId(distinct, n)) : Optional.empty();
    }

    private static boolean fewRepetitions(double[] sorted, int distinct) {
        int n = sorted.length;
        double range = sorted[n - 1] - sorted[0] + 1;
        int repeats = n - distinct;
        double expected = n + range * Math.expm1(n * Math.log1p(-1 / range));
        return repeats == 0
                ? range <= 2.0 * n + 1 || expected >= TELLING_REPEATS
                : distinct >= DISTINCT * n && repeats <= expected / REPEATS_RATIO;
    }

    private static boolean isCode(double[] sorted, int distinct) {
        int n = sorted.length;
        if (n < CODE_ROWS || distinct < CODE_DISTINCT * n || isRounded(sorted) || PointsInTime.all(sorted)) {
            return false;
        }
        double largest = Math.max(-sorted[0], sorted[n - 1]);
        return largest > WholeNumbers.MAX_EXACT || (sorted[0] >= 0 && hasDigitsOfCodes(sorted));
    }

    private static boolean hasDigitsOfCodes(double[] sorted) {
        int n = sorted.length;
        int digits = digits(sorted[n - 1]);
        if (digits != digits(sorted[0])) {
            return n >= UNIFORM_ROWS && digits >= NARROW_DIGITS && isUniform(sorted, 0, Math.pow(10, digits));
        }
        return digits >= LONG_DIGITS
                || (digits >= NARROW_DIGITS && isNarrow(sorted))
                || (n >= UNIFORM_ROWS
                        && digits >= UNIFORM_DIGITS
                        && isUniform(sorted, Math.pow(10, digits - 1.0), Math.pow(10, digits)));
    }

    /** Number of digits of a whole number from 0 to 2^53. */
    private static int digits(double whole) {
        return Long.toString((long) whole).length();
    }

    /** Whether many numbers end in 0, or in four of them where doubles do not have the last digit. */
    private static boolean isRounded(double[] values) {
        int rounded = 0;
        for (double v : values) {
            rounded += v % (Math.abs(v) > WholeNumbers.MAX_EXACT ? 10_000 : 10) == 0 ? 1 : 0;
        }
        return rounded > MAX_ROUNDED * values.length;
    }

    private static boolean isNarrow(double[] values) {
        double mean = 0;
        for (double v : values) {
            mean += v / values.length;
        }
        double variance = 0;
        for (double v : values) {
            variance += (v - mean) * (v - mean) / values.length;
        }
        return Math.sqrt(variance) <= NARROW * mean;
    }

    /** Whether the Kolmogorov-Smirnov test at 5 % lets the numbers be uniform from low to below high. */
    private static boolean isUniform(double[] sorted, double low, double high) {
        int n = sorted.length;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double expected = (sorted[i] - low) / (high - low);
            largest = Math.max(largest, Math.max(expected - i / (double) n, (i + 1) / (double) n - expected));
        }
        return largest * Math.sqrt(n) <= KOLMOGOROV;
    }
}
