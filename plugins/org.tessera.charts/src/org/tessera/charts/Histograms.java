package org.tessera.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Histograms of columns by segment, in front of the histogram of all customers; horizontal bars, with the categories at
 * their left, for categorical columns. A grid with a row per column and a column per segment.
 */
public final class Histograms {

    /** Default of the largest number of columns shown. */
    public static final int DEFAULT_COLUMNS = 6;

    /** Share of the highest bar below which the bars of a segment count as flattened. */
    private static final double FLAT = 0.25;

    /** Largest number of columns that the title names, with the number of the others. */
    private static final int NAMED = 3;

    private Histograms() {}

    /**
     * The specification of the grid.
     *
     * @param title the chart's title
     * @param subtitle how to read it
     * @param segments a heading per segment, noise last
     * @param rows a row per column
     */
    public record Spec(String title, String subtitle, List<SegmentHead> segments, List<Row> rows) implements ChartSpec {

        /** Copies the lists. */
        public Spec {
            segments = List.copyOf(segments);
            rows = List.copyOf(rows);
        }

        @Override
        public boolean isEmpty() {
            return rows.isEmpty() || segments.isEmpty();
        }

        @Override
        public List<String> names() {
            return rows.stream()
                    .flatMap(row -> Stream.concat(Stream.of(row.column()), row.bins().names().stream()))
                    .toList();
        }
    }

    /**
     * The histograms of one column.
     *
     * @param column the column's name
     * @param bins its bins
     * @param overall share of all customers with a value per bin, sum 1
     * @param perSegment per segment the share of its customers with a value per bin, sum 1 or all 0
     */
    public record Row(String column, Bins bins, double[] overall, double[][] perSegment) {

        /**
         * Whether each segment has a scale of its own, because on a common one the highest bar of some segment would be
         * lower than a quarter of the highest of all.
         */
        boolean scaledPerSegment() {
            double highest = highest();
            return Stream.of(perSegment).mapToDouble(Row::max).anyMatch(own -> own > 0 && own < FLAT * highest);
        }

        /** The share at the top of a segment's cell, above 0. */
        double top(int segment) {
            double own = max(perSegment[segment]);
            double top = !scaledPerSegment() ? highest() : own == 0 ? max(overall) : own;
            return top == 0 ? 1 : top;
        }

        private double highest() {
            return Math.max(
                    max(overall),
                    Stream.of(perSegment).mapToDouble(Row::max).max().orElse(0));
        }

        /** The largest of some shares, or 0. */
        static double max(double[] shares) {
            return DoubleStream.of(shares).max().orElse(0);
        }
    }

    /**
     * The bins of a column: intervals of a numeric column, categories of a categorical one.
     *
     * @param edges the edges of the intervals, one more than bins, ascending; the first and last bin include all values
     *     beyond; empty for categories
     * @param names the categories, the most frequent first, "other" last if there are more; empty for intervals
     * @param quantity what the edges measure
     */
    public record Bins(double[] edges, List<String> names, Quantity quantity) {

        /** Copies the names. */
        public Bins {
            names = List.copyOf(names);
            Objects.requireNonNull(quantity, "quantity");
        }

        /** Number of bins. */
        int count() {
            return names.isEmpty() ? Math.max(0, edges.length - 1) : names.size();
        }
    }

    /**
     * Computes the histograms of columns.
     *
     * @param customers the table
     * @param segmented the labels of the clustered rows
     * @param columns names of the columns to show, in order; those without any value are left out
     * @param run threads and cancel
     * @return the specification
     * @throws IllegalArgumentException if a name is not a column of the table
     */
    public static Spec spec(CustomerTable customers, SegmentedRows segmented, List<String> columns, RunContext run) {
        Labels labels = segmented.labels();
        List<SegmentHead> heads = SegmentHead.of(labels);
        List<Row> rows = new ArrayList<>();
        for (String name : columns) {
            Column column = customers
                    .column(name)
                    .orElseThrow(() -> new IllegalArgumentException("No column '" + name + "' among the "
                            + customers.columns().size() + " columns of the table"));
            Binning binning = column instanceof NumericColumn numeric
                    ? Binning.ofNumbers(numeric, segmented.rows(), run)
                    : Binning.ofCategories((CategoryColumn) column, segmented.rows(), run);
            if (binning.bins().count() > 0) {
                rows.add(row(name, binning, segmented, heads.size(), new CancellationCheck(run)));
            }
        }
        return new Spec(title(rows), subtitle(labels.size(), rows), heads, rows);
    }

    private static String title(List<Row> rows) {
        List<String> columns = rows.stream().map(Row::column).toList();
        return columns.isEmpty() ? "No column has a value" : "In each segment: " + Subtitles.listed(columns, NAMED);
    }

    private static String subtitle(int customers, List<Row> rows) {
        if (rows.isEmpty()) {
            return "None of the customers' own columns has a value: check the table.";
        }
        boolean numbers = rows.stream().anyMatch(row -> row.bins().names().isEmpty());
        boolean scaled = rows.stream().anyMatch(Row::scaledPerSegment);
        return "Colored: share of the segment's customers; gray: of all " + Numbers.count(customers)
                + (numbers ? ". The outermost bins also hold what lies beyond" : "")
                + (scaled ? ". Rows marked 'own scales' have a scale per segment" : "");
    }

    private static Row row(
            String name, Binning binning, SegmentedRows segmented, int groups, CancellationCheck cancellation) {
        int bins = binning.bins().count();
        double[] overall = new double[bins];
        double[][] perSegment = new double[groups][bins];
        for (int i = 0; i < segmented.rows().length; i++) {
            cancellation.step();
            int bin = binning.binOf(segmented.rows()[i]);
            if (bin >= 0) {
                int label = segmented.labels().at(i);
                overall[bin]++;
                perSegment[label == Labels.NOISE ? groups - 1 : label][bin]++;
            }
        }
        toShares(overall);
        for (double[] counts : perSegment) {
            toShares(counts);
        }
        return new Row(name, binning.bins(), overall, perSegment);
    }

    /** Divides counts by their sum, if it is not 0. */
    private static void toShares(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        for (int i = 0; i < counts.length && sum > 0; i++) {
            counts[i] /= sum;
        }
    }

    static Drawing create(Spec spec) {
        return (pen, area) -> {
            if (spec.isEmpty()) {
                pen.text("No column with a value", pen.theme().textFont(), Theme.MUTED, area, 0.5);
            } else {
                new HistogramGrid(spec, pen, area).draw();
            }
        };
    }
}
