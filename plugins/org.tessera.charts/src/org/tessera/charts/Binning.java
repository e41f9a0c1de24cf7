package org.tessera.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/** Assigns the rows of a table to the bins of a histogram or bar chart of one column. */
final class Binning {

    private static final int MAX_BINS = 24;
    private static final int MAX_LEVELS = 8;
    /** Share of the values in each tail, which do not count for the range of the bins. */
    private static final double TAIL = 0.01;

    private final Histograms.Bins bins;
    private final IntUnaryOperator binOfRow;

    private Binning(Histograms.Bins bins, IntUnaryOperator binOfRow) {
        this.bins = bins;
        this.binOfRow = binOfRow;
    }

    Histograms.Bins bins() {
        return bins;
    }

    /** The bin of a row of the table, or -1 if its value is missing. */
    int binOf(int row) {
        return binOfRow.applyAsInt(row);
    }

    /**
     * Bins of equal width over the central 98 % of the values; a small range of whole numbers or dates has a bin per
     * value.
     */
    static Binning ofNumbers(NumericColumn column, int[] rows, RunContext run) {
        double[] sorted = Arrays.stream(rows)
                .mapToDouble(row -> column.values()[row])
                .filter(Double::isFinite)
                .toArray();
        KeySort.sort(sorted, run);
        if (sorted.length == 0) {
            return new Binning(new Histograms.Bins(new double[0], List.of(), column.quantity()), row -> -1);
        }
        int tail = (int) (sorted.length * TAIL);
        boolean whole = column.integral() || column.quantity() == Quantity.DATE;
        double[] edges = edges(sorted[tail], sorted[sorted.length - 1 - tail], whole);
        return new Binning(
                new Histograms.Bins(edges, List.of(), column.quantity()), row -> binOf(column.values()[row], edges));
    }

    private static double[] edges(double low, double high, boolean integral) {
        double from = low;
        double to = high;
        int count = MAX_BINS;
        if (integral) {
            double perBin = Math.max(1, Math.ceil((high - low + 1) / MAX_BINS));
            count = (int) Math.ceil((high - low + 1) / perBin);
            from = low - 0.5;
            to = from + count * perBin;
        } else if (low == high) {
            count = 1;
            from = low - 0.5;
            to = high + 0.5;
        }
        double[] edges = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            edges[i] = from + (to - from) * i / count;
        }
        return edges;
    }

    private static int binOf(double value, double[] edges) {
        if (!Double.isFinite(value)) {
            return -1;
        }
        int last = edges.length - 2;
        double position = (value - edges[0]) / (edges[edges.length - 1] - edges[0]) * (last + 1);
        return (int) Math.max(0, Math.min(last, Math.floor(position)));
    }

    /** A bin per category by decreasing frequency (ties by name); the least frequent ones share the last bin. */
    static Binning ofCategories(CategoryColumn column, int[] rows, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        int[] counts = new int[column.levels().size()];
        for (int row : rows) {
            if (column.codes()[row] != CategoryColumn.MISSING) {
                counts[column.codes()[row]]++;
            }
        }
        Comparator<Integer> order = Comparator.comparingInt((Integer level) -> -counts[level])
                .thenComparing(level -> column.levels().get(level));
        List<Integer> levels = IntStream.range(0, counts.length)
                .filter(level -> counts[level] > 0)
                .boxed()
                .sorted((a, b) -> {
                    cancellation.step();
                    return order.compare(a, b);
                })
                .toList();
        int shown = levels.size() <= MAX_LEVELS ? levels.size() : MAX_LEVELS - 1;
        int[] bin = new int[counts.length];
        Arrays.fill(bin, shown);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            bin[levels.get(i)] = i;
            names.add(column.levels().get(levels.get(i)));
        }
        if (shown < levels.size()) {
            names.add("other (" + (levels.size() - shown) + ")");
        }
        return new Binning(new Histograms.Bins(new double[0], names, Quantity.NUMBER), row -> {
            int code = column.codes()[row];
            return code == CategoryColumn.MISSING ? -1 : bin[code];
        });
    }
}
