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
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * The conditions a rule may have on one column, and a code per clustered row that decides them all.
 *
 * <p>Numbers: thresholds near quantiles, rounded to what is readable; the code counts the thresholds at or below the
 * value, so "at least threshold t" is code above t and "less than" is the rest. Categories: the code is the place of
 * the category among the most frequent ones, or one past them for the rest.
 */
final class RuleTerms {

    /** Code of a missing value: no condition holds. */
    static final short MISSING = -1;

    private static final int CUTS = 40;
    private static final int LEVELS = 30;
    private static final int DIGITS_STEP = 50;

    private final Column column;
    private final short[] codes;
    private final List<String> texts;

    private RuleTerms(Column column, short[] codes, List<String> texts) {
        this.column = column;
        this.codes = codes;
        this.texts = texts;
    }

    static RuleTerms of(Column column, Grouping grouping, RunContext run) {
        if (column instanceof NumericColumn numeric) {
            return ofNumbers(numeric, grouping, run);
        }
        return ofCategories((CategoryColumn) column, grouping, run);
    }

    boolean numeric() {
        return column instanceof NumericColumn;
    }

    /** Number of thresholds or categories. */
    int size() {
        return texts.size();
    }

    /** Code of clustered row i, at most {@link #size()}. */
    int code(int i) {
        return codes[i];
    }

    /** Whether a row fulfills a term, or (positive = false) its opposite. */
    boolean holds(int i, int term, boolean positive) {
        int code = codes[i];
        if (code == MISSING) {
            return false;
        }
        return (numeric() ? code > term : code == term) == positive;
    }

    Rule.Condition condition(int term, boolean positive) {
        String operator;
        if (numeric()) {
            operator = positive ? ">=" : "<";
        } else {
            operator = positive ? "=" : "is not";
        }
        return new Rule.Condition(column.name(), operator, texts.get(term));
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
        if (quantity.isPoint()) {
            return TimeThresholds.of(sorted, quantity);
        }
        String unit = quantity == Quantity.DURATION ? " days" : "";
        return thresholds(sorted, column.integral()).stream()
                .map(t -> new Threshold(t.doubleValue(), text(t) + unit))
                .toList();
    }

    /**
     * A number that divides customers.
     *
     * @param value the number
     * @param text how it is written
     */
    record Threshold(double value, String text) {}

    private static int atOrBelow(double[] thresholds, double value) {
        int place = Arrays.binarySearch(thresholds, value);
        return place >= 0 ? place + 1 : -place - 1;
    }

    private static String text(BigDecimal threshold) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, threshold.scale()) + "f", threshold);
    }

    /** Rounded quantiles, and the first value above one that many customers share; none at or below the smallest. */
    private static List<BigDecimal> thresholds(double[] sorted, boolean integral) {
        TreeSet<BigDecimal> found = new TreeSet<>();
        if (sorted.length == 0) {
            return List.of();
        }
        int scale = (int) Math.ceil(-Math.log10(step(sorted)));
        scale = integral ? Math.min(0, scale) : scale;
        for (int place : places(sorted.length)) {
            double value = sorted[place];
            found.add(exact(value).setScale(scale, RoundingMode.HALF_UP));
            int above = firstAbove(sorted, value);
            if (above < sorted.length) {
                found.add(between(exact(value), exact(sorted[above]), scale));
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

    /** A difference that thresholds need not be finer than. */
    static double step(double[] sorted) {
        double spread = NumericSummary.quantile(sorted, 0.95) - NumericSummary.quantile(sorted, 0.05);
        spread = spread > 0 ? spread : sorted[sorted.length - 1] - sorted[0];
        return Math.max(spread, Double.MIN_NORMAL) / DIGITS_STEP;
    }

    /** Evenly spread, and ever closer to both ends, where small segments are. */
    static Set<Integer> places(int n) {
        Set<Integer> places = new TreeSet<>();
        for (int cut = 1; cut < CUTS; cut++) {
            places.add((int) ((long) n * cut / CUTS));
        }
        for (int tail = 1; tail < n / CUTS; tail *= 2) {
            places.add(tail - 1);
            places.add(n - 1 - tail);
        }
        return places;
    }

    /** The shortest number above one value and not above the next. */
    private static BigDecimal between(BigDecimal value, BigDecimal next, int scale) {
        for (int digits = scale; digits < next.scale(); digits++) {
            BigDecimal rounded = next.setScale(digits, RoundingMode.FLOOR);
            if (rounded.compareTo(value) > 0) {
                return rounded;
            }
        }
        return next;
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(Double.toString(value));
    }

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
        List<Integer> top = CategoryStudy.topLevels(column, perLevel, LEVELS, cancellation);
        short[] place = new short[perLevel.length];
        Arrays.fill(place, (short) top.size());
        for (short t = 0; t < top.size(); t++) {
            place[top.get(t)] = t;
        }
        short[] codes = new short[grouping.rows()];
        for (int i = 0; i < codes.length; i++) {
            cancellation.step();
            int code = column.codes()[grouping.row(i)];
            codes[i] = code == CategoryColumn.MISSING ? MISSING : place[code];
        }
        return new RuleTerms(
                column, codes, top.stream().map(column.levels()::get).toList());
    }
}
