package org.tessera.engine.select.column;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * A column as a bounded number of levels per row, so that its cost does not depend on how many values it has. Missing
 * entries are a level of their own, the last one.
 *
 * <p>Categories: the {@value #MAX_CATEGORIES} most frequent, all others together. Numbers with at most {@value #FEW}
 * values: a level per value. Other numbers: a level per value, or up to {@value #MAX_BINS} levels of about equally many rows
 * in ascending order.
 *
 * @param column the column
 * @param codes a level per row
 * @param levels number of levels, that of missing entries included if there are any
 * @param ordered number of levels at the beginning that are ascending numbers and are cut into intervals; 0 for levels in
 *     no order, each of which is guessed for itself
 * @param upper per ordered level its largest value
 */
record ColumnLevels(Column column, short[] codes, int levels, int ordered, double[] upper) {

    static final int MAX_CATEGORIES = 100;
    static final int FEW = 10;
    static final int MAX_BINS = 1_000;

    /** Codes a column. O(n log n). */
    static ColumnLevels of(Column column, RunContext run) {
        return column instanceof CategoryColumn categories
                ? ofCategories(categories, run)
                : ofNumbers((NumericColumn) column, run);
    }

    /** Whether the levels are categories, or the two values of a number. */
    boolean isCategory() {
        return ordered == 0 && (column instanceof CategoryColumn || upper.length <= 2);
    }

    /** Whether there are so few levels that they may be crossed with those of another column. */
    boolean isFew() {
        return ordered == 0 && levels <= FEW;
    }

    private static ColumnLevels ofCategories(CategoryColumn column, RunContext run) {
        int[] counts = new int[column.levels().size()];
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int code : column.codes()) {
            cancellation.step();
            if (code != CategoryColumn.MISSING) {
                counts[code]++;
            }
        }
        int[] frequent = IntStream.range(0, counts.length)
                .filter(level -> counts[level] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer level) -> -counts[level])
                        .thenComparing(column.levels()::get))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] numbers = new int[counts.length];
        for (int rank = 0; rank < frequent.length; rank++) {
            numbers[frequent[rank]] = Math.min(rank, MAX_CATEGORIES);
        }
        int missing = Math.min(frequent.length, MAX_CATEGORIES + 1);
        short[] codes = new short[column.size()];
        boolean anyMissing = false;
        for (int i = 0; i < codes.length; i++) {
            cancellation.step();
            anyMissing |= column.isMissing(i);
            codes[i] = (short) (column.isMissing(i) ? missing : numbers[column.codes()[i]]);
        }
        return new ColumnLevels(column, codes, anyMissing ? missing + 1 : missing, 0, new double[0]);
    }

    private static ColumnLevels ofNumbers(NumericColumn column, RunContext run) {
        double[] sorted = column.values().clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0;
        }
        KeySort.sort(sorted, run);
        int known = sorted.length;
        while (known > 0 && Double.isNaN(sorted[known - 1])) {
            known--;
        }
        double[] upper = uppers(sorted, known);
        short[] codes = new short[sorted.length];
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int i = 0; i < codes.length; i++) {
            cancellation.step();
            codes[i] = (short) (column.isMissing(i) ? upper.length : level(upper, column.values()[i] + 0.0));
        }
        int levels = known < sorted.length ? upper.length + 1 : upper.length;
        return new ColumnLevels(column, codes, levels, upper.length <= FEW ? 0 : upper.length, upper);
    }

    /** The distinct values, or the largest values of bins of equally many rows. */
    private static double[] uppers(double[] sorted, int known) {
        double[] distinct = new double[MAX_BINS];
        int count = 0;
        for (int i = 0; i < known && count <= MAX_BINS; i++) {
            if (i == known - 1 || sorted[i] != sorted[i + 1]) {
                if (count < MAX_BINS) {
                    distinct[count] = sorted[i];
                }
                count++;
            }
        }
        if (count <= MAX_BINS) {
            return Arrays.copyOf(distinct, count);
        }
        return IntStream.rangeClosed(1, MAX_BINS)
                .mapToDouble(bin -> sorted[(int) ((long) bin * known / MAX_BINS) - 1])
                .distinct()
                .toArray();
    }

    private static int level(double[] upper, double value) {
        int index = Arrays.binarySearch(upper, value);
        return index >= 0 ? index : -index - 1;
    }

    /** The names of columns. */
    static List<String> names(ColumnLevels... columns) {
        return Arrays.stream(columns).map(c -> c.column().name()).toList();
    }
}
