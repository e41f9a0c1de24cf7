package org.tessera.engine.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.kernel.Statistics;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * The candidate conditions (terms) of rules on one column, and a code per clustered row that decides all of them.
 *
 * <p>Numeric columns: term t is "at least threshold t", with thresholds at rounded quantiles in ascending order; the
 * code of a row is the number of thresholds at or below its value, so that term t holds if the code exceeds t.
 * Categorical columns: term t is "equals category t", of the most frequent categories; the code is the index of the
 * row's category, or the number of terms for all other categories.
 */
final class RuleTerms {

    /** Code of a missing value, for which no term holds. */
    static final short MISSING = -1;

    /** Number of equal parts into which quantiles divide the rows. */
    private static final int QUANTILES = 40;
    /** Largest number of categories with a term. */
    private static final int MAX_LEVELS = 30;
    /** Rounding steps within the central 90 % of the values. */
    private static final int ROUNDING_STEPS = 50;

    private final Column column;
    private final short[] codes;
    private final List<String> texts;

    private RuleTerms(Column column, short[] codes, List<String> texts) {
        this.column = column;
        this.codes = codes;
        this.texts = texts;
    }

    /** The terms of a column. O(n log n). */
    static RuleTerms of(Column column, Grouping grouping, RunContext run) {
        if (column instanceof NumericColumn numeric) {
            return ofNumbers(numeric, grouping, run);
        }
        return ofCategories((CategoryColumn) column, grouping, run);
    }

    boolean numeric() {
        return column instanceof NumericColumn;
    }

    /** Number of terms. */
    int size() {
        return texts.size();
    }

    /** Code of clustered row i, at most {@link #size()}. */
    int code(int i) {
        return codes[i];
    }

    /** Whether a term holds for the rows of a code other than {@link #MISSING}. */
    boolean holds(int term, int code) {
        return numeric() ? code > term : code == term;
    }

    /** The column's name. */
    String column() {
        return column.name();
    }

    /** The threshold or category of a term. */
    String text(int term) {
        return texts.get(term);
    }

    private static RuleTerms ofNumbers(NumericColumn column, Grouping grouping, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        double[] sorted = new double[grouping.rows()];
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            cancellation.step();
            double value = column.values()[grouping.row(i)];
            if (Double.isFinite(value)) {
                sorted[count++] = value;
            }
        }
        sorted = Arrays.copyOf(sorted, count);
        KeySort.sort(sorted, run);
        List<Threshold> thresholds = thresholds(sorted, column);
        double[] values = thresholds.stream().mapToDouble(Threshold::value).toArray();
        short[] codes = new short[grouping.rows()];
        for (int i = 0; i < codes.length; i++) {
            cancellation.step();
            double value = column.values()[grouping.row(i)];
            codes[i] = Double.isFinite(value) ? (short) atOrBelow(values, value) : MISSING;
        }
        return new RuleTerms(
                column, codes, thresholds.stream().map(Threshold::text).toList());
    }

    private static List<Threshold> thresholds(double[] sorted, NumericColumn column) {
        Quantity quantity = column.quantity();
        if (quantity.isPointInTime()) {
            return TimeThresholds.of(sorted, quantity);
        }
        String unit = quantity == Quantity.DURATION ? " days" : "";
        return thresholds(sorted, column.integral()).stream()
                .map(t -> new Threshold(t.doubleValue(), text(t) + unit))
                .toList();
    }

    /**
     * A threshold of a numeric column.
     *
     * @param value the number
     * @param text the number as text
     */
    record Threshold(double value, String text) {}

    /** Number of thresholds at or below a value. */
    private static int atOrBelow(double[] thresholds, double value) {
        int index = Arrays.binarySearch(thresholds, value);
        return index >= 0 ? index + 1 : -index - 1;
    }

    private static String text(BigDecimal threshold) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, threshold.scale()) + "f", threshold);
    }

    /**
     * Rounded quantiles, and for each a rounded number that separates it from the next value; all above the minimum.
     */
    private static List<BigDecimal> thresholds(double[] sorted, boolean integral) {
        TreeSet<BigDecimal> found = new TreeSet<>();
        if (sorted.length == 0) {
            return List.of();
        }
        int scale = (int) Math.ceil(-Math.log10(resolution(sorted)));
        scale = integral ? Math.min(0, scale) : scale;
        for (int index : quantileIndices(sorted.length)) {
            double value = sorted[index];
            found.add(decimal(value).setScale(scale, RoundingMode.HALF_UP));
            int above = firstAbove(sorted, value);
            if (above < sorted.length) {
                found.add(between(decimal(value), decimal(sorted[above]), scale));
            }
        }
        List<BigDecimal> thresholds = new ArrayList<>();
        for (BigDecimal threshold : found) {
            double value = threshold.doubleValue();
            if (value > sorted[0] && value <= sorted[sorted.length - 1]) {
                thresholds.add(threshold.stripTrailingZeros());
            }
        }
        return thresholds;
    }

    /** The smallest difference of interest, to which thresholds are rounded. */
    static double resolution(double[] sorted) {
        double spread = Statistics.quantile(sorted, 0.95) - Statistics.quantile(sorted, 0.05);
        spread = spread > 0 ? spread : sorted[sorted.length - 1] - sorted[0];
        return Math.max(spread, Double.MIN_NORMAL) / ROUNDING_STEPS;
    }

    /**
     * Indices of evenly spaced quantiles, and exponentially spaced ones toward both tails, where small segments are.
     */
    static Set<Integer> quantileIndices(int n) {
        Set<Integer> indices = new TreeSet<>();
        for (int quantile = 1; quantile < QUANTILES; quantile++) {
            indices.add((int) ((long) n * quantile / QUANTILES));
        }
        for (int tail = 1; tail < n / QUANTILES; tail *= 2) {
            indices.add(tail - 1);
            indices.add(n - 1 - tail);
        }
        return indices;
    }

    /** The number with the fewest digits above one value and not above the next. */
    private static BigDecimal between(BigDecimal value, BigDecimal next, int scale) {
        for (int digits = scale; digits < next.scale(); digits++) {
            BigDecimal rounded = next.setScale(digits, RoundingMode.FLOOR);
            if (rounded.compareTo(value) > 0) {
                return rounded;
            }
        }
        return next;
    }

    /** The shortest decimal that is read as the same double. */
    private static BigDecimal decimal(double value) {
        return new BigDecimal(Double.toString(value));
    }

    /** Index of the first sorted value above a value, by binary search. */
    static int firstAbove(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static RuleTerms ofCategories(CategoryColumn column, Grouping grouping, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        int[] perLevel = new int[column.levels().size()];
        for (int i = 0; i < grouping.rows(); i++) {
            cancellation.step();
            int code = column.codes()[grouping.row(i)];
            if (code != CategoryColumn.MISSING) {
                perLevel[code]++;
            }
        }
        List<Integer> top = CategoryAnalysis.topLevels(column, perLevel, MAX_LEVELS, cancellation);
        short[] codeOfLevel = new short[perLevel.length];
        Arrays.fill(codeOfLevel, (short) top.size());
        for (short t = 0; t < top.size(); t++) {
            codeOfLevel[top.get(t)] = t;
        }
        short[] codes = new short[grouping.rows()];
        for (int i = 0; i < codes.length; i++) {
            cancellation.step();
            int code = column.codes()[grouping.row(i)];
            codes[i] = code == CategoryColumn.MISSING ? MISSING : codeOfLevel[code];
        }
        return new RuleTerms(
                column, codes, top.stream().map(column.levels()::get).toList());
    }
}
