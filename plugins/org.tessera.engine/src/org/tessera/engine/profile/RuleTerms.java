package org.tessera.engine.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.kernel.Statistics;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * The thresholds or categories (terms) of which conditions on a column are made, and a code per row that decides all of them.
 *
 * <p>Numeric columns: thresholds at rounded quantiles, of all and of each group, in ascending order; the code of a row is the number of thresholds at
 * or below its value. Categorical columns: the most frequent categories; the code is the index of the row's category, or the
 * number of terms for all other categories.
 */
final class RuleTerms {

    /** Code of a missing value, for which no term holds. */
    static final int MISSING = -1;

    /** Number of equal parts into which quantiles divide the rows. */
    private static final int QUANTILES = 80;
    /** Quantiles of a group around which there are further thresholds. */
    private static final double[] GROUP_QUANTILES = {0, 0.03, 0.1, 0.2, 0.3, 0.7, 0.8, 0.9, 0.97, 1};
    /** Largest number of categories with a term. */
    private static final int MAX_LEVELS = 30;
    /** Rounding steps within the central 90 % of the values. */
    private static final int ROUNDING_STEPS = 50;

    private final Column column;
    private final List<String> texts;
    private final IntUnaryOperator codes;

    private RuleTerms(Column column, List<String> texts, IntUnaryOperator codes) {
        this.column = column;
        this.texts = texts;
        this.codes = codes;
    }

    /**
     * The terms of a column. O(n log n) for n rows.
     *
     * @param column the column
     * @param rows per group the rows of the table by which thresholds and categories are chosen
     * @param run cancel
     */
    static RuleTerms of(Column column, List<int[]> rows, RunContext run) {
        if (column instanceof NumericColumn numeric) {
            return ofNumbers(numeric, rows, run);
        }
        return ofCategories((CategoryColumn) column, rows, run);
    }

    boolean numeric() {
        return column instanceof NumericColumn;
    }

    /** Number of terms. */
    int size() {
        return texts.size();
    }

    /** Code of a row of the table, {@link #MISSING} to {@link #size()}. O(log t) for t thresholds. */
    int code(int row) {
        return codes.applyAsInt(row);
    }

    /** Whether a value is missing in the column. O(n) unless one is. */
    boolean hasMissing() {
        return IntStream.range(0, column.size()).anyMatch(row -> code(row) == MISSING);
    }

    /** Whether there are categories beside the terms. */
    boolean hasOthers() {
        return column instanceof CategoryColumn categories
                && categories.levels().size() > size();
    }

    /** The column's name. */
    String column() {
        return column.name();
    }

    /** The threshold or category of a term. */
    String text(int term) {
        return texts.get(term);
    }

    private static RuleTerms ofNumbers(NumericColumn column, List<int[]> rows, RunContext run) {
        List<double[]> perGroup =
                rows.stream().map(of -> sorted(column, of, run)).toList();
        double[] sorted = perGroup.stream().flatMapToDouble(Arrays::stream).toArray();
        KeySort.sort(sorted, run);
        List<Threshold> thresholds = thresholds(sorted, borders(sorted, perGroup), column);
        double[] values = thresholds.stream().mapToDouble(Threshold::value).toArray();
        List<String> texts = thresholds.stream().map(Threshold::text).toList();
        return new RuleTerms(column, texts, row -> {
            double value = column.values()[row];
            return Double.isFinite(value) ? atOrBelow(values, value) : MISSING;
        });
    }

    private static double[] sorted(NumericColumn column, int[] rows, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        double[] values = new double[rows.length];
        int count = 0;
        for (int row : rows) {
            cancellation.step();
            double value = column.values()[row];
            if (Double.isFinite(value)) {
                values[count++] = value;
            }
        }
        double[] sorted = Arrays.copyOf(values, count);
        KeySort.sort(sorted, run);
        return sorted;
    }

    /** Indices of sorted values around which thresholds are: quantiles of all, and those of each group. */
    private static SortedSet<Integer> borders(double[] sorted, List<double[]> perGroup) {
        SortedSet<Integer> borders = new TreeSet<>(quantileIndices(sorted.length));
        for (double[] group : perGroup) {
            for (double share : GROUP_QUANTILES) {
                if (group.length > 0) {
                    double value = group[(int) Math.round(share * (group.length - 1))];
                    borders.add(firstAbove(sorted, value) - 1);
                }
            }
        }
        return borders;
    }

    private static List<Threshold> thresholds(double[] sorted, SortedSet<Integer> borders, NumericColumn column) {
        Quantity quantity = column.quantity();
        if (quantity.isPointInTime()) {
            return TimeThresholds.of(sorted, borders, quantity);
        }
        String unit = quantity == Quantity.DURATION ? " days" : "";
        return thresholds(sorted, borders, column.integral()).stream()
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
     * Rounded quantiles, and for each rounded numbers that separate it from both its neighbors; all above the minimum.
     */
    private static List<BigDecimal> thresholds(double[] sorted, SortedSet<Integer> borders, boolean integral) {
        TreeSet<BigDecimal> found = new TreeSet<>();
        if (sorted.length == 0) {
            return List.of();
        }
        int scale = (int) Math.ceil(-Math.log10(resolution(sorted)));
        scale = integral ? Math.min(0, scale) : scale;
        for (int index : borders) {
            double value = sorted[index];
            found.add(decimal(value).setScale(scale, RoundingMode.HALF_UP));
            for (int next : neighbors(sorted, value)) {
                found.add(between(decimal(sorted[next - 1]), decimal(sorted[next]), scale));
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
    private static Set<Integer> quantileIndices(int n) {
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

    /** The number with the fewest digits above one value and not above the next, the nearest to the middle between them. */
    private static BigDecimal between(BigDecimal value, BigDecimal next, int scale) {
        BigDecimal middle = value.add(next).divide(BigDecimal.valueOf(2));
        for (int digits = scale; digits < next.scale(); digits++) {
            BigDecimal rounded = middle.setScale(digits, RoundingMode.HALF_UP);
            if (rounded.compareTo(value) > 0 && rounded.compareTo(next) <= 0) {
                return rounded;
            }
        }
        return next;
    }

    /** The shortest decimal that is read as the same double. */
    private static BigDecimal decimal(double value) {
        return new BigDecimal(Double.toString(value));
    }

    /** Indices of the first of the sorted values equal to one, and above it, as far as there is another one before. */
    static int[] neighbors(double[] sorted, double value) {
        return IntStream.of(firstAbove(sorted, Math.nextDown(value)), firstAbove(sorted, value))
                .filter(i -> i > 0 && i < sorted.length)
                .toArray();
    }

    /** Index of the first sorted value above a value, by binary search. */
    private static int firstAbove(double[] sorted, double value) {
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

    private static RuleTerms ofCategories(CategoryColumn column, List<int[]> rows, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        int[] perLevel = new int[column.levels().size()];
        for (int[] group : rows) {
            for (int row : group) {
                cancellation.step();
                int code = column.codes()[row];
                if (code != CategoryColumn.MISSING) {
                    perLevel[code]++;
                }
            }
        }
        List<Integer> top = CategoryAnalysis.topLevels(column, perLevel, MAX_LEVELS, cancellation);
        int[] codeOfLevel = new int[perLevel.length];
        Arrays.fill(codeOfLevel, top.size());
        for (int t = 0; t < top.size(); t++) {
            codeOfLevel[top.get(t)] = t;
        }
        List<String> texts = top.stream().map(column.levels()::get).toList();
        return new RuleTerms(column, texts, row -> {
            int code = column.codes()[row];
            return code == CategoryColumn.MISSING ? MISSING : codeOfLevel[code];
        });
    }
}
