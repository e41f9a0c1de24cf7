package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * How customers become features, as learned from training customers: applied to the same customers it gives the same
 * features again, applied to new ones the same transformation. Immutable.
 *
 * @param options the options it was learned with
 * @param columns what was learned of each column that gives features, in the table's order
 * @param features the features: numbers first, then categories, each in the table's order
 * @param dropped columns that give no feature, and why
 * @param trainingRows number of customers it was learned from
 */
public record Preparation(
        PreparationOptions options,
        List<ColumnPreparation> columns,
        List<Feature> features,
        List<DroppedColumn> dropped,
        int trainingRows) {

    private static final int MOST_CELLS = Integer.MAX_VALUE - 8;

    private static final int BLOCK_CELLS = 1 << 16;

    /** Nanoseconds per feature of a customer. */
    private static final double FEATURE = 10;

    /** Copies the lists. */
    public Preparation {
        Objects.requireNonNull(options, "options");
        columns = List.copyOf(columns);
        features = List.copyOf(features);
        dropped = List.copyOf(dropped);
    }

    /**
     * What making the features takes.
     *
     * @param rows number of customers
     * @return 8 n d bytes for n customers and d features
     */
    public Estimate estimate(long rows) {
        DataSize size = DataSize.of(rows, featureNames().size());
        return size.estimate(
                "Preparing",
                size.matrixBytes(),
                size.secondsOnOneThread(FEATURE, (double) rows * size.columns()),
                List.of("take fewer categories per column ('Maximum categories per column')", DataSize.SAMPLE_ROWS));
    }

    /** @return the names of the features, in order */
    public List<String> featureNames() {
        return features.stream().map(Feature::name).toList();
    }

    /** @return the customers' columns that give features, in order */
    public List<String> sourceColumns() {
        return columns.stream().map(ColumnPreparation::column).toList();
    }

    /**
     * Turns customers into features. O(n d); rows are treated one by one, so a customer's features never depend on the
     * other customers: any of them, in any order, get the same features bit for bit, here or from a stored preparation.
     *
     * @param table customers with at least the {@link #sourceColumns()}, of the same kinds
     * @param run progress, cancel, threads
     * @return the features and what had to be filled
     * @throws SegmentationException if a column is absent, of another kind, or holds an infinite number
     */
    public PreparedRows apply(CustomerTable table, RunContext run) {
        Column[] sources = new Column[columns.size()];
        for (int c = 0; c < sources.length; c++) {
            sources[c] = source(table, columns.get(c), options.category().codes(), run);
        }
        int d = features.size();
        double[] values = new double[cells(table.rows(), d)];
        boolean[] leftOut = leftOut(sources, table.rows(), run);
        write(sources, table.rows(), values, run);
        int out = 0;
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int i = 0; i < leftOut.length; i++) {
            cancellation.step();
            if (leftOut[i]) {
                out++;
                Arrays.fill(values, i * d, (i + 1) * d, Double.NaN);
            }
        }
        return new PreparedRows(
                Matrix.wrap(table.rows(), d, values), out, filled(sources, run), Novelties.of(columns, sources, run));
    }

    /** By blocks of rows rather than by features, so that a block stays in the processor's cache. */
    private void write(Column[] sources, int rows, double[] values, RunContext run) {
        Map<String, SourceColumn> byName = new HashMap<>();
        for (int c = 0; c < sources.length; c++) {
            byName.put(columns.get(c).column(), new SourceColumn(columns.get(c), sources[c]));
        }
        List<SourceColumn> ofFeatures = features.stream()
                .map(f -> Optional.ofNullable(byName.get(f.source()))
                        .orElseThrow(
                                () -> new IllegalStateException("No column '" + f.source() + "' in the preparation")))
                .toList();
        int d = features.size();
        int step = Math.max(1, BLOCK_CELLS / Math.max(1, d));
        run.forBlocks((int) ((rows + (long) step - 1) / step), b -> {
            int from = b * step;
            var target = new SourceColumn.Target(values, d, from, (int) Math.min(rows, (long) from + step));
            for (int f = 0; f < d; f++) {
                ofFeatures.get(f).write(features.get(f), f, target);
            }
        });
    }

    private static int cells(int rows, int d) {
        long cells = (long) rows * d;
        if (cells > MOST_CELLS) {
            throw new SegmentationException(
                    Numbers.count(rows, "row") + " give " + Numbers.count(d, "feature") + " each, "
                            + Numbers.count(cells) + " numbers, but at most " + Numbers.count(MOST_CELLS)
                            + " can be held at once",
                    "take fewer rows at a time",
                    "take fewer categories per column");
        }
        return (int) cells;
    }

    private static Column source(CustomerTable table, ColumnPreparation learned, Set<String> codes, RunContext run) {
        Column column = table.column(learned.column())
                .map(c -> Codes.read(c, codes, run))
                .orElseThrow(() -> new SegmentationException(
                        "Column '" + learned.column() + "', which the preparation needs, is not in the table",
                        "add it",
                        "prepare again without it"));
        boolean numbers = learned instanceof ColumnPreparation.Numbers;
        if (numbers != (column instanceof NumericColumn)) {
            throw new SegmentationException(
                    "Column '" + learned.column() + "' held " + (numbers ? "numbers" : "categories")
                            + " when the preparation was made, but holds " + (numbers ? "categories" : "numbers")
                            + " now",
                    "convert the column to " + (numbers ? "numbers" : "texts"));
        }
        if (column instanceof NumericColumn n) {
            FiniteNumbers.check(n);
            requireLike((ColumnPreparation.Numbers) learned, n);
        }
        return column;
    }

    private static void requireLike(ColumnPreparation.Numbers learned, NumericColumn column) {
        if (!learned.takes(column.quantity())) {
            String before = learned.quantity().orElse(Quantity.NUMBER).plural();
            throw new SegmentationException(
                    "Column '" + learned.column() + "' held " + before + " when the preparation was made, but holds "
                            + column.quantity().plural() + " now",
                    "convert the column to " + before);
        }
    }

    private boolean[] leftOut(Column[] sources, int rows, RunContext run) {
        boolean[] leftOut = new boolean[rows];
        for (int c = 0; c < sources.length; c++) {
            run.checkCanceled();
            if (columns.get(c) instanceof ColumnPreparation.Numbers n
                    && n.fill().isEmpty()) {
                for (int i = 0; i < rows; i++) {
                    leftOut[i] |= sources[c].isMissing(i);
                }
            }
        }
        return leftOut;
    }

    private Map<String, Integer> filled(Column[] sources, RunContext run) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int c = 0; c < sources.length; c++) {
            run.checkCanceled();
            boolean fills = !(columns.get(c) instanceof ColumnPreparation.Numbers n
                    && n.fill().isEmpty());
            int missing = fills ? sources[c].missing() : 0;
            if (missing > 0) {
                counts.put(sources[c].name(), missing);
            }
        }
        return counts;
    }

    /**
     * The columns a message may name, joined.
     *
     * @return dropped columns with their reasons, one sentence part each
     */
    public List<String> droppedInWords() {
        List<String> words = new ArrayList<>();
        for (DroppedColumn column : dropped) {
            words.add("'" + column.column() + "' " + column.reason().text());
        }
        return words;
    }
}
