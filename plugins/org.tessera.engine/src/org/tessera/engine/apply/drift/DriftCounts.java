package org.tessera.engine.apply.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.tessera.engine.apply.SegmentShares;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.model.Baseline;
import org.tessera.engine.model.ColumnBaseline;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * Counts new customers in the bins of a baseline, part by part, and tests whether they come from the same distribution as the
 * training customers ({@link TwoSamples}). Memory does not depend on the number of customers. Not thread safe.
 */
public final class DriftCounts {

    /** The most new customers: they are counted in 32 bits. */
    public static final int MAX_CUSTOMERS = Integer.MAX_VALUE;

    /** The random numbers are those of this seed, so that the same customers have the same p-values. */
    private static final long SEED = 1;

    private final Baseline baseline;
    private final List<int[]> counts = new ArrayList<>();

    /**
     * Starts to count.
     *
     * @param baseline what is known of the training customers
     */
    public DriftCounts(Baseline baseline) {
        this.baseline = baseline;
        for (ColumnBaseline column : baseline.columns()) {
            counts.add(new int[column.counts().length]);
        }
    }

    /**
     * Counts more customers. O(n log b) per column of b bins.
     *
     * @param customers their own columns, as numbers and categories like those of training
     * @param run threads, cancel
     */
    public void add(CustomerTable customers, RunContext run) {
        run.forBlocks(counts.size(), c -> {
            ColumnBaseline column = baseline.columns().get(c);
            customers.column(column.column()).ifPresent(entries -> add(counts.get(c), count(column, entries)));
        });
    }

    /**
     * Adds customers that were counted elsewhere, so that parts can be counted at once and added in any order.
     *
     * @param others {@link #toList()} of counts in the bins of the same baseline
     */
    public void add(List<int[]> others) {
        for (int c = 0; c < counts.size(); c++) {
            add(counts.get(c), others.get(c));
        }
    }

    /** @return customers per bin, an array per column; copies */
    public List<int[]> toList() {
        return counts.stream().map(int[]::clone).toList();
    }

    private static int[] count(ColumnBaseline column, Column entries) {
        if (column instanceof ColumnBaseline.Numbers numbers && entries instanceof NumericColumn values) {
            return numbers.count(values);
        }
        if (column instanceof ColumnBaseline.Categories categories && entries instanceof CategoryColumn codes) {
            return categories.count(codes);
        }
        throw new IllegalArgumentException("Column '" + column.column() + "' is of another kind than in training");
    }

    private static void add(int[] sums, int... more) {
        Arrays.setAll(sums, b -> sums[b] + more[b]);
    }

    /**
     * Tests the customers counted so far.
     *
     * @param shares training and new customers per segment, at most {@link #MAX_CUSTOMERS} new ones
     * @param names the names of the segments, by the index of their shares
     * @param run threads, cancel
     * @return the drift
     * @throws ArithmeticException if a segment has more new customers
     */
    public Drift result(SegmentShares shares, IntFunction<String> names, RunContext run) {
        int[] assigned =
                Arrays.stream(shares.customers()).mapToInt(Math::toIntExact).toArray();
        int columns = counts.size();
        Difference[] differences = new Difference[columns + 1];
        double[] p = new double[columns + 1];
        run.forBlocks(columns + 1, c -> {
            boolean isColumn = c < columns;
            differences[c] = isColumn ? difference(c) : Difference.of(shares.training(), assigned, names);
            TwoSamples test = isColumn
                    ? test(baseline.columns().get(c), counts.get(c))
                    : new TwoSamples(TwoSamples.Bins.UNORDERED, shares.training(), assigned);
            p[c] = test.pValue(RandomStream.of(SEED, c), new CancellationCheck(run));
        });
        double[] corrected = Drift.holm(p);
        List<Drift.Row> rows = new ArrayList<>();
        for (int c = 0; c <= columns; c++) {
            rows.add(new Drift.Row(
                    c < columns ? baseline.columns().get(c).column() : "",
                    differences[c].words(),
                    differences[c].effect(),
                    p[c],
                    corrected[c],
                    differences[c].index(),
                    c < columns ? baseline.columns().get(c).total() : shares.trainingTotal(),
                    c < columns ? Arrays.stream(counts.get(c)).asLongStream().sum() : shares.total()));
        }
        return new Drift(rows);
    }

    private Difference difference(int c) {
        ColumnBaseline column = baseline.columns().get(c);
        if (column instanceof ColumnBaseline.Numbers numbers) {
            return Difference.of(numbers, counts.get(c));
        }
        List<String> levels = ((ColumnBaseline.Categories) column).levels();
        return Difference.of(column.counts(), counts.get(c), l -> {
            if (l < levels.size()) {
                return levels.get(l);
            }
            return l == levels.size() ? "another category" : "missing";
        });
    }

    /** The test of a column. */
    static TwoSamples test(ColumnBaseline column, int... counts) {
        if (column instanceof ColumnBaseline.Categories) {
            Combined combined = Combined.unordered(column.counts(), counts);
            return new TwoSamples(TwoSamples.Bins.UNORDERED, combined.first(), combined.second());
        }
        if (!((ColumnBaseline.Numbers) column).discrete()) {
            return new TwoSamples(TwoSamples.Bins.RANGES, column.counts(), counts);
        }
        Combined combined = Combined.ordered(column.counts(), counts);
        return new TwoSamples(TwoSamples.Bins.VALUES, combined.first(), combined.second());
    }
}
