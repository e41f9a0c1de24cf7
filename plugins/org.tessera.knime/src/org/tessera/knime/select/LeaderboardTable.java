package org.tessera.knime.select;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.Agreement;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.select.Leaderboard;
import org.tessera.engine.select.SelectionOptions;
import org.tessera.engine.select.Shape;
import org.tessera.engine.select.column.ColumnLikeness;
import org.tessera.knime.kit.SmallTable;

/** The leaderboard as a table: one row per segmentation, the best first. */
public final class LeaderboardTable {

    private LeaderboardTable() {}

    /**
     * Columns that only some leaderboards have.
     *
     * @param columns the columns, which stand before the reason
     * @param values a value per column for a candidate, by its index
     */
    public record More(List<DataColumnSpec> columns, IntFunction<List<?>> values) {

        /** No more columns. */
        public static final More NONE = new More(List.of(), index -> List.of());

        /** Copies the list. */
        public More {
            columns = List.copyOf(columns);
        }
    }

    /**
     * The spec, with a column per metric.
     *
     * @param options how segmentations are selected
     * @param more columns that only some leaderboards have
     * @return the spec
     */
    public static DataTableSpec spec(SelectionOptions options, More more) {
        List<DataColumnSpec> columns = new ArrayList<>(List.of(
                SmallTable.whole("Rank"),
                SmallTable.text("Segmentation"),
                SmallTable.text("Algorithm"),
                SmallTable.whole("Segments"),
                SmallTable.text("Sizes"),
                SmallTable.number("Smallest segment share"),
                SmallTable.number("Largest segment share"),
                SmallTable.number("Noise share")));
        options.measured().forEach(metric -> columns.add(SmallTable.number(title(metric))));
        columns.addAll(List.of(
                SmallTable.text("Silhouette in words"),
                SmallTable.number("Silhouette of worst segment"),
                SmallTable.text("Most like column"),
                SmallTable.number("Agreement with best"),
                SmallTable.flag("Passes guards"),
                SmallTable.text("Distance"),
                SmallTable.text("Implementation")));
        columns.addAll(more.columns());
        columns.add(SmallTable.text("Reason"));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /** The metric's name and what it does with noise. */
    static String title(Metric metric) {
        return metric.info().title() + (metric.countsNoise() ? " (noise as 0)" : " (without noise)");
    }

    /**
     * Fills the table.
     *
     * @param board the leaderboard
     * @param options how it was made
     * @param implementations the implementation that made each candidate, by its index
     * @param more columns that only some leaderboards have
     * @param run cancel
     * @return a row per segmentation
     */
    public static SmallTable table(
            Leaderboard board,
            SelectionOptions options,
            IntFunction<String> implementations,
            More more,
            RunContext run) {
        SmallTable table = new SmallTable(spec(options, more));
        String distance = options.distance() == Distance.MANHATTAN ? "Manhattan" : "Euclidean";
        for (Leaderboard.Entry entry : board.entries()) {
            List<Object> row = new ArrayList<>();
            addShape(row, entry);
            options.measured()
                    .forEach(metric -> row.add(entry.value(metric.info().id())));
            row.add(textOrMissing(Silhouette.METRIC
                    .info()
                    .reading()
                    .of(entry.value(Silhouette.METRIC.info().id()))));
            row.add(entry.measures().worst().silhouette());
            row.add(textOrMissing(likeness(entry.measures().likeness())));
            row.add(agreement(board.winner(), entry, run));
            row.add(entry.eligible());
            row.add(distance);
            row.add(implementations.apply(entry.index()));
            row.addAll(more.values().apply(entry.index()));
            row.add(entry.reason());
            table.add("Rank " + entry.rank(), row.toArray());
        }
        return table;
    }

    private static void addShape(List<Object> row, Leaderboard.Entry entry) {
        Shape shape = entry.shape();
        row.add(entry.rank());
        row.add(entry.candidate().name());
        row.add(algorithm(entry.candidate().algorithm()));
        row.add(shape.segments());
        row.add(shape.sizesInWords());
        row.add(shape.smallestShare());
        row.add(shape.largestShare());
        row.add(shape.noiseShare());
    }

    /** The title of an algorithm of the catalog, otherwise its identifier. */
    private static String algorithm(String id) {
        return Algorithms.ALL.stream()
                .filter(algorithm -> algorithm.id().equals(id))
                .map(Algorithm::title)
                .findFirst()
                .orElse(id);
    }

    private static String likeness(ColumnLikeness likeness) {
        return likeness.columns().isEmpty()
                ? likeness.note()
                : likeness.inWords() + " (" + Numbers.value(likeness.adjustedRand(), 2) + ")";
    }

    private static String textOrMissing(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The adjusted Rand index; noise counts as a segment, because it is part of what a segmentation says. */
    private static double agreement(Leaderboard.Entry best, Leaderboard.Entry other, RunContext run) {
        return Agreement.of(best.candidate().labels(), other.candidate().labels(), NoisePolicy.OWN_SEGMENT, run)
                .adjustedRand();
    }
}
