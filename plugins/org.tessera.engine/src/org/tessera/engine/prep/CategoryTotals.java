package org.tessera.engine.prep;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.numbers.ColumnStatistics;
import org.tessera.engine.run.RunContext;

/**
 * The categories of a column counted over all customers, exactly, up to {@value #MAX_COUNTED} different ones beside those of
 * the sample; where there are more, only those of the sample have a count of their own. Whether there are more does not
 * depend on the order of the customers.
 */
final class CategoryTotals implements Serializable {

    /** Most categories outside the sample that are counted one by one. */
    static final int MAX_COUNTED = 50_000;

    private static final long serialVersionUID = 1L;

    private final String name;
    /** The categories of the sample. */
    private final HashMap<String, Long> sampled = new HashMap<>();
    /** The other categories; empty if there are too many. */
    private final HashMap<String, Long> others = new HashMap<>();

    private boolean tooMany;
    private long unnamed;
    private long missing;
    private long rows;

    private CategoryTotals(String name, Collection<String> sampled) {
        this.name = name;
        sampled.forEach(level -> this.sampled.put(level, 0L));
    }

    /** Counts of no customer. */
    CategoryTotals(CategoryColumn sample) {
        this(
                sample.name(),
                Arrays.stream(sample.codes())
                        .filter(code -> code != CategoryColumn.MISSING)
                        .distinct()
                        .mapToObj(sample.levels()::get)
                        .toList());
    }

    /** Counts of no customer, for the same sample. */
    CategoryTotals empty() {
        return new CategoryTotals(name, sampled.keySet());
    }

    /** Adds the rows of a block that are not left out. */
    void add(CategoryColumn column, boolean[] leftOut) {
        long[] counts = new long[column.levels().size()];
        int[] codes = column.codes();
        for (int i = 0; i < codes.length; i++) {
            if (!leftOut[i]) {
                rows++;
                if (codes[i] == CategoryColumn.MISSING) {
                    missing++;
                } else {
                    counts[codes[i]]++;
                }
            }
        }
        for (int l = 0; l < counts.length; l++) {
            if (counts[l] > 0) {
                count(column.levels().get(l), counts[l]);
            }
        }
    }

    private void count(String category, long more) {
        if (sampled.computeIfPresent(category, (c, count) -> count + more) != null) {
            return;
        }
        if (!tooMany) {
            others.merge(category, more, Long::sum);
            if (others.size() > MAX_COUNTED) {
                stopCounting();
            }
        } else {
            unnamed += more;
        }
    }

    private void stopCounting() {
        tooMany = true;
        unnamed += others.values().stream().mapToLong(Long::longValue).sum();
        others.clear();
    }

    void add(CategoryTotals other) {
        rows += other.rows;
        missing += other.missing;
        unnamed += other.unnamed;
        if (other.tooMany && !tooMany) {
            stopCounting();
        }
        other.sampled.forEach((category, count) -> sampled.merge(category, count, Long::sum));
        other.others.forEach(this::count);
    }

    /** Why the column is free text over all customers, although not in the sample; empty if it is not. */
    Optional<DroppedColumn> text(ColumnOptions options) {
        return tooMany && options.leaveOutTexts() && !options.keep().contains(name)
                ? Optional.of(new DroppedColumn(
                        name,
                        DroppedColumn.Reason.TEXT,
                        "looks like names or free text: it has more than " + Numbers.count(MAX_COUNTED)
                                + " different values"))
                : Optional.empty();
    }

    /** The parameters of all customers. */
    FittedColumn fit(CategoryOptions options, FeatureScaler scaler, RunContext run) {
        Map<String, Integer> counts = new TreeMap<>();
        sampled.forEach((category, count) -> put(counts, category, count));
        others.forEach((category, count) -> put(counts, category, count));
        Categories fitted = CategoryLevels.fit(
                name, counts, new CategoryLevels.Others((int) rows, (int) missing, (int) unnamed), options, run);
        return new CategoryFitter(options, scaler).fit(fitted, (int) rows, raw -> scaled(raw, fitted, scaler));
    }

    private static void put(Map<String, Integer> counts, String category, long count) {
        if (count > 0) {
            counts.put(category, (int) count);
        }
    }

    /** Scales ranks or shares of levels, which are numbers with known counts. */
    private Feature scaled(Feature raw, Categories fitted, FeatureScaler scaler) {
        double[] shares = fitted.shares();
        TreeMap<Double, Long> counts = new TreeMap<>();
        for (int l = 0; l < shares.length; l++) {
            double value = raw.kind() == Feature.Kind.SHARE ? shares[l] : l;
            counts.merge(value, Math.round(shares[l] * rows), Long::sum);
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        double[] values = new double[counts.size()];
        long[] ends = new long[values.length];
        int next = 0;
        for (Map.Entry<Double, Long> entry : counts.entrySet()) {
            BigDecimal value = new BigDecimal(entry.getKey());
            BigDecimal weighted = value.multiply(BigDecimal.valueOf(entry.getValue()));
            sum = sum.add(weighted);
            squares = squares.add(weighted.multiply(value));
            values[next] = entry.getKey();
            ends[next] = entry.getValue() + (next == 0 ? 0 : ends[next - 1]);
            next++;
        }
        ColumnStatistics statistics = ColumnStatistics.ofSums((int) rows, sum, squares, rank -> {
            int found = Arrays.binarySearch(ends, rank + 1L);
            return values[found >= 0 ? found : -found - 1];
        });
        return scaler.scale(raw, statistics, values.length == 2);
    }
}
