package org.tessera.engine.choose.large;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.kernel.ExactSums;
import org.tessera.engine.model.ColumnBaseline;

/**
 * The distributions of the customers' own columns per segment: counts in the bins of a baseline that was made of a sample,
 * and exact sums of numbers and of their squares.
 */
final class Distributions implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Sums per column: of the numbers, of their squares in two parts. */
    private static final int SUMS = 3;

    private final transient List<ColumnBaseline> bins;
    private final int groups;
    /** Customers per group, column and bin. */
    private final long[][][] counts;
    /** Per column whether every number of all customers is the bound of a bin. */
    private final boolean[] discrete;

    private final ExactSums sums;

    /** Counts of no customer in the bins of a sample, for so many segments and the customers without one. */
    Distributions(List<ColumnBaseline> bins, int segments) {
        this.bins = bins;
        groups = segments + 1;
        counts = new long[groups][bins.size()][];
        discrete = new boolean[bins.size()];
        sums = new ExactSums(groups * bins.size() * SUMS);
        for (int c = 0; c < discrete.length; c++) {
            discrete[c] = bins.get(c) instanceof ColumnBaseline.Numbers numbers && numbers.discrete();
            for (long[][] group : counts) {
                group[c] = new long[bins.get(c).counts().length];
            }
        }
    }

    /** Adds some rows of own columns, each of a group. */
    void add(CustomerTable sources, int[] rows, int[] groupOf) {
        for (int c = 0; c < discrete.length; c++) {
            Column column = sources.columns().get(c);
            if (bins.get(c) instanceof ColumnBaseline.Numbers numbers) {
                addNumbers((NumericColumn) column, c, numbers, rows, groupOf);
            } else {
                addCategories((CategoryColumn) column, c, (ColumnBaseline.Categories) bins.get(c), rows, groupOf);
            }
        }
    }

    private void addNumbers(NumericColumn column, int c, ColumnBaseline.Numbers numbers, int[] rows, int[] groupOf) {
        for (int r = 0; r < rows.length; r++) {
            double value = column.values()[rows[r]] + 0.0;
            int bin = numbers.bin(value);
            counts[groupOf[r]][c][bin]++;
            if (!Double.isNaN(value)) {
                discrete[c] = discrete[c] && Double.compare(numbers.bounds()[bin], value) == 0;
                int at = (groupOf[r] * discrete.length + c) * SUMS;
                double square = value * value;
                sums.add(at, value);
                if (square < Double.POSITIVE_INFINITY) {
                    sums.add(at + 1, square);
                    sums.add(at + 2, Math.fma(value, value, -square));
                }
            }
        }
    }

    private void addCategories(
            CategoryColumn column, int c, ColumnBaseline.Categories categories, int[] rows, int[] groupOf) {
        int others = categories.levels().size();
        int[] binOf = column.levels().stream()
                .mapToInt(level -> {
                    int found = categories.levels().indexOf(level);
                    return found < 0 ? others : found;
                })
                .toArray();
        for (int r = 0; r < rows.length; r++) {
            int code = column.codes()[rows[r]];
            counts[groupOf[r]][c][code == CategoryColumn.MISSING ? others + 1 : binOf[code]]++;
        }
    }

    void add(Distributions other) {
        for (int g = 0; g < groups; g++) {
            for (int c = 0; c < discrete.length; c++) {
                for (int b = 0; b < counts[g][c].length; b++) {
                    counts[g][c][b] += other.counts[g][c][b];
                }
            }
        }
        for (int c = 0; c < discrete.length; c++) {
            discrete[c] &= other.discrete[c];
        }
        sums.add(other.sums);
    }

    /** The distributions of all customers, in the bins that these counts began with. */
    List<ColumnBaseline> all(List<ColumnBaseline> begun) {
        long[][] total = new long[discrete.length][];
        for (int c = 0; c < total.length; c++) {
            total[c] = new long[counts[0][c].length];
            for (long[][] group : counts) {
                for (int b = 0; b < total[c].length; b++) {
                    total[c][b] += group[c][b];
                }
            }
        }
        return baselines(begun, total);
    }

    /** The distributions of a segment. */
    List<ColumnBaseline> of(int segment, List<ColumnBaseline> begun) {
        return baselines(begun, counts[segment]);
    }

    private List<ColumnBaseline> baselines(List<ColumnBaseline> begun, long[][] found) {
        List<ColumnBaseline> columns = new ArrayList<>();
        for (int c = 0; c < found.length; c++) {
            int[] ints = new int[found[c].length];
            for (int b = 0; b < ints.length; b++) {
                ints[b] = Math.toIntExact(found[c][b]);
            }
            columns.add(
                    begun.get(c) instanceof ColumnBaseline.Numbers numbers
                            ? new ColumnBaseline.Numbers(
                                    numbers.column(), numbers.quantity(), numbers.bounds(), ints, discrete[c])
                            : new ColumnBaseline.Categories(
                                    begun.get(c).column(), ((ColumnBaseline.Categories) begun.get(c)).levels(), ints));
        }
        return columns;
    }

    /** Mean and standard deviation of the numbers of a segment, in the order of the columns. */
    List<SegmentFigures.Moments> moments(int segment, List<ColumnBaseline> begun) {
        List<SegmentFigures.Moments> moments = new ArrayList<>();
        for (int c = 0; c < discrete.length; c++) {
            if (begun.get(c) instanceof ColumnBaseline.Numbers numbers) {
                long[] inBins = counts[segment][c];
                long count = 0;
                for (int b = 0; b < inBins.length - 1; b++) {
                    count += inBins[b];
                }
                int at = (segment * discrete.length + c) * SUMS;
                moments.add(SegmentFigures.Moments.of(
                        numbers.column(),
                        count,
                        sums.exact(at),
                        sums.exact(at + 1).add(sums.exact(at + 2))));
            }
        }
        return moments;
    }
}
