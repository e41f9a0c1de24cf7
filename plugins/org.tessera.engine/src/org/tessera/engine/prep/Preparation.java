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
import org.tessera.engine.prep.numbers.NumericCategories;
import org.tessera.engine.prep.reading.ColumnReading;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * A fitted preparation: reading of texts, imputation, encoding and scaling with parameters of the training rows. Applied
 * to the training rows it reproduces their features, applied to new rows it repeats the same transformation. Immutable.
 *
 * @param options the options it was fitted with
 * @param columns the parameters of each source column with features, in the table's order
 * @param features the features: those of numeric columns first, then those of categorical ones, each in the table's
 *     order
 * @param dropped source columns without a feature, and why
 * @param trainingRows number of rows it was fitted to
 * @param readings source columns of texts that are numbers or dates, or look like it, in the table's order
 */
public record Preparation(
        PreparationOptions options,
        List<ColumnPreparation> columns,
        List<Feature> features,
        List<DroppedColumn> dropped,
        int trainingRows,
        List<ColumnReading> readings) {

    /** Largest length of a Java array. */
    private static final int MAX_CELLS = Integer.MAX_VALUE - 8;

    /** Values of a block of rows that stay in the processor's cache. */
    private static final int BLOCK_CELLS = 1 << 16;

    /** Time per value of the feature matrix. */
    private static final double NANOSECONDS_PER_VALUE = 10;

    /** Copies the lists. */
    public Preparation {
        Objects.requireNonNull(options, "options");
        columns = List.copyOf(columns);
        features = List.copyOf(features);
        dropped = List.copyOf(dropped);
        readings = List.copyOf(readings);
    }

    /**
     * Estimates time and memory of {@link #apply}.
     *
     * @param rows number of rows n
     * @return the estimate, 8 n d bytes for d features
     */
    public Estimate estimate(long rows) {
        DataSize size = DataSize.of(rows, featureNames().size());
        return size.estimate(
                "Preparing",
                size.matrixBytes(),
                size.secondsOnOneThread(NANOSECONDS_PER_VALUE, (double) rows * size.columns()),
                List.of("take fewer categories per column ('Maximum categories per column')", DataSize.SAMPLE_ROWS));
    }

    /** @return the names of the features, in order */
    public List<String> featureNames() {
        return features.stream().map(Feature::name).toList();
    }

    /** @return the names of the source columns with features, in order */
    public List<String> sourceColumns() {
        return columns.stream().map(ColumnPreparation::column).toList();
    }

    /**
     * Whether rows of which nothing is known get no features: every source column is missing or says so by one of the
     * {@link #missingTexts()}.
     *
     * @return true if they get none
     */
    public boolean setsUnknownApart() {
        return UnknownRows.areApart(options, columns.stream().anyMatch(ColumnPreparation.Numbers.class::isInstance));
    }

    /**
     * The texts that say that nothing is known of a row, such as "n/a".
     *
     * @return the texts in lower case, without blanks around them
     */
    public static Set<String> missingTexts() {
        return UnknownRows.texts();
    }

    /**
     * Computes the features of rows. O(n d). A row's features depend on that row alone: they are the same bit for bit
     * in any selection and order of rows, and from a stored preparation.
     *
     * @param table a table with at least the {@link #sourceColumns()}, of the same kinds or of kinds that can be
     *     converted: texts that read as numbers or dates, numbers that are the categories of training
     * @param run cancel, threads
     * @return the features, with counts of imputed and left out entries
     * @throws SegmentationException if a column is absent, of another kind, or holds an infinite number
     */
    public PreparedRows apply(CustomerTable table, RunContext run) {
        Column[] sources = new Column[columns.size()];
        List<NoveltyReport.Unread> unread = new ArrayList<>();
        Map<String, ColumnReading> patterns = patterns();
        for (int c = 0; c < sources.length; c++) {
            SourceColumn source = source(table, columns.get(c), patterns, run);
            sources[c] = source.column();
            source.unread().ifPresent(unread::add);
        }
        int d = features.size();
        double[] values = new double[cells(table.rows(), d)];
        boolean[] unknown = UnknownRows.find(sources, table.rows(), options, run);
        PreparedRows.Unknown unknownRows = UnknownRows.count(unknown);
        boolean[] leftOut = leftOut(sources, table.rows(), run);
        encode(sources, table.rows(), values, run);
        int out = 0;
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int i = 0; i < leftOut.length; i++) {
            cancellation.step();
            if (leftOut[i] || unknown[i]) {
                out += unknown[i] ? 0 : 1;
                Arrays.fill(values, i * d, (i + 1) * d, Double.NaN);
            }
        }
        return new PreparedRows(
                Matrix.wrap(table.rows(), d, values),
                out,
                unknownRows,
                filled(sources, unknown, run),
                NoveltyReport.of(columns, sources, unknown, run).withUnread(unread));
    }

    /**
     * The source columns of a table as the numbers and categories of which the features are made: texts are read and numbers
     * taken for categories as in training. O(n) per column.
     *
     * @param table a table with at least the {@link #sourceColumns()}
     * @param run cancel
     * @return the source columns in the order of the preparation; what does not read is missing
     * @throws SegmentationException as {@link #apply}
     */
    public CustomerTable sources(CustomerTable table, RunContext run) {
        Map<String, ColumnReading> patterns = patterns();
        List<Column> sources = new ArrayList<>();
        for (ColumnPreparation column : columns) {
            sources.add(source(table, column, patterns, run).column());
        }
        return new CustomerTable(table.rows(), sources);
    }

    /**
     * Encodes all features of a block of rows before the next block, so that a block stays in the processor's cache.
     */
    private void encode(Column[] sources, int rows, double[] values, RunContext run) {
        Map<String, ColumnEncoder> encoders = new HashMap<>();
        for (int c = 0; c < sources.length; c++) {
            encoders.put(columns.get(c).column(), new ColumnEncoder(columns.get(c), sources[c]));
        }
        List<ColumnEncoder> ofFeatures = features.stream()
                .map(f -> Optional.ofNullable(encoders.get(f.source()))
                        .orElseThrow(
                                () -> new IllegalStateException("No column '" + f.source() + "' in the preparation")))
                .toList();
        int d = features.size();
        int step = Math.max(1, BLOCK_CELLS / Math.max(1, d));
        run.forBlocks((int) ((rows + (long) step - 1) / step), b -> {
            int from = b * step;
            var target = new ColumnEncoder.Target(values, d, from, (int) Math.min(rows, (long) from + step));
            for (int f = 0; f < d; f++) {
                ofFeatures.get(f).encode(features.get(f), f, target);
            }
        });
    }

    private static int cells(int rows, int d) {
        long cells = (long) rows * d;
        if (cells > MAX_CELLS) {
            throw new SegmentationException(
                    Numbers.count(rows, "row") + " give " + Numbers.count(d, "feature") + " each, "
                            + Numbers.count(cells) + " numbers, but at most " + Numbers.count(MAX_CELLS)
                            + " can be held at once",
                    "take fewer rows at a time",
                    "take fewer categories per column");
        }
        return (int) cells;
    }

    private SourceColumn source(
            CustomerTable table, ColumnPreparation fitted, Map<String, ColumnReading> patterns, RunContext run) {
        Column column = table.column(fitted.column())
                .map(c -> NumericCategories.convert(c, options.category().codeColumns(), run))
                .orElseThrow(() -> new SegmentationException(
                        "Column '" + fitted.column() + "', which the preparation needs, is not in the table",
                        "add it",
                        "prepare again without it"));
        return SourceColumn.of(column, fitted, Optional.ofNullable(patterns.get(column.name())), run);
    }

    /** How columns with numbers or dates are read, by their names. */
    private Map<String, ColumnReading> patterns() {
        Map<String, ColumnReading> patterns = new HashMap<>();
        readings.stream().filter(ColumnReading::isRead).forEach(r -> patterns.put(r.column(), r));
        return patterns;
    }

    /**
     * Reads the columns of a table that this preparation reads as numbers or dates, so that they can be described as
     * such. O(n) per column that is read.
     *
     * @param table any columns
     * @param run cancel
     * @return the same columns, those read among them as numbers or dates; what does not read is missing
     */
    public CustomerTable readTexts(CustomerTable table, RunContext run) {
        Map<String, ColumnReading> patterns = patterns();
        patterns.keySet().retainAll(sourceColumns());
        return TextColumns.read(table, patterns, run);
    }

    /** The same with other columns of texts that are, or look like, numbers or dates. */
    Preparation withReadings(List<ColumnReading> other) {
        return new Preparation(options, columns, features, dropped, trainingRows, other);
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

    private Map<String, Integer> filled(Column[] sources, boolean[] unknown, RunContext run) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int c = 0; c < sources.length; c++) {
            run.checkCanceled();
            boolean fills = !(columns.get(c) instanceof ColumnPreparation.Numbers n
                    && n.fill().isEmpty());
            int missing = fills ? UnknownRows.missing(sources[c], unknown) : 0;
            if (missing > 0) {
                counts.put(sources[c].name(), missing);
            }
        }
        return counts;
    }

    /**
     * The dropped columns for messages.
     *
     * @return per column its quoted name and the reason
     */
    public List<String> droppedInWords() {
        List<String> words = new ArrayList<>();
        for (DroppedColumn column : dropped) {
            words.add("'" + column.column() + "' " + column.text());
        }
        return words;
    }
}
