package org.tessera.engine.apply.drift;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.ColumnBaseline;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.run.RunContext;

/**
 * Makes the baseline of a model from its training customers. Numbers of at most {@value #MAX_BINS} different values have a bin
 * per value, others about {@value #MAX_BINS} bins of equally many customers; a value that many customers share is not
 * divided. Of categories the {@value #MAX_LEVELS} most frequent have counts of their own.
 */
public final class Baselines {

    /** Largest number of bins of a column of numbers. */
    public static final int MAX_BINS = 20;

    /** Largest number of categories with counts of their own. */
    public static final int MAX_LEVELS = 100;

    private Baselines() {}

    /**
     * The distributions of columns. O(n log n) per column.
     *
     * @param customers the own columns of the customers that are clustered
     * @param run threads, cancel
     * @return the distributions, in the order of the columns
     */
    public static List<ColumnBaseline> columns(CustomerTable customers, RunContext run) {
        ColumnBaseline[] columns = new ColumnBaseline[customers.columns().size()];
        run.forBlocks(columns.length, c -> columns[c] = of(customers.columns().get(c)));
        return List.of(columns);
    }

    /**
     * The training customers per segment as the model assigns customers: a tree may assign its training customers to other
     * segments than it has made of them. O(n), for trees O(n k d).
     *
     * @param clusters the fitted model
     * @param x n x d features of the training customers
     * @param labels their segments
     * @param run threads, cancel
     * @return customers per segment, those of noise last
     */
    public static int[] shares(ClusterModel clusters, Matrix x, Labels labels, RunContext run) {
        int[] shares = Arrays.copyOf(labels.sizes(), labels.segments() + 1);
        shares[labels.segments()] = labels.noise();
        if (clusters instanceof TreeModel) {
            Assignment assignment = Assigner.assign(clusters, x, run);
            for (int s = 0; s < labels.segments(); s++) {
                shares[s] = assignment.count(s);
            }
        }
        return shares;
    }

    /**
     * The distribution of a column. O(n log n).
     *
     * @param column n entries; infinite numbers count as missing
     * @return counts of customers in bins
     */
    public static ColumnBaseline of(Column column) {
        return column instanceof NumericColumn numbers ? ofNumbers(numbers) : ofCategories((CategoryColumn) column);
    }

    private static ColumnBaseline ofNumbers(NumericColumn column) {
        double[] sorted = Arrays.stream(column.values())
                .filter(Double::isFinite)
                .map(v -> v + 0.0)
                .sorted()
                .toArray();
        double[] bounds = Arrays.stream(sorted).distinct().limit(MAX_BINS + 1L).toArray();
        boolean discrete = bounds.length <= MAX_BINS;
        if (!discrete) {
            bounds = IntStream.rangeClosed(1, MAX_BINS)
                    .mapToDouble(b -> sorted[(int) ((long) b * sorted.length / MAX_BINS) - 1])
                    .distinct()
                    .toArray();
        }
        ColumnBaseline.Numbers empty = new ColumnBaseline.Numbers(
                column.name(), column.quantity(), bounds, new int[bounds.length + 1], discrete);
        return new ColumnBaseline.Numbers(column.name(), column.quantity(), bounds, empty.count(column), discrete);
    }

    private static ColumnBaseline ofCategories(CategoryColumn column) {
        int[] sizes = new int[column.levels().size()];
        for (int code : column.codes()) {
            if (code != CategoryColumn.MISSING) {
                sizes[code]++;
            }
        }
        List<String> levels = IntStream.range(0, sizes.length)
                .filter(l -> sizes[l] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(l -> -sizes[l])
                        .thenComparing(l -> column.levels().get(l)))
                .limit(MAX_LEVELS)
                .map(l -> column.levels().get(l))
                .toList();
        ColumnBaseline.Categories empty =
                new ColumnBaseline.Categories(column.name(), levels, new int[levels.size() + 2]);
        return new ColumnBaseline.Categories(column.name(), levels, empty.count(column));
    }
}
