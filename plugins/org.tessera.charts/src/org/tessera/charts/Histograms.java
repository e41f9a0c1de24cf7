package org.tessera.charts;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

/** The distribution of each column in each segment, in front of that of all customers: columns down, segments across. */
public final class Histograms {

    /** Columns shown at most unless told otherwise. */
    public static final int COLUMNS = 6;

    private Histograms() {}

    /**
     * A grid of distributions.
     *
     * @param title the chart's title
     * @param subtitle how to read it
     * @param segments a head per segment, noise last
     * @param rows a row per column
     */
    public record Spec(String title, String subtitle, List<Head> segments, List<Row> rows) implements ChartSpec {

        /** Copies the lists. */
        public Spec {
            segments = List.copyOf(segments);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A segment.
     *
     * @param label the segment, or -1 for noise
     * @param name the name shown
     * @param size number of customers
     */
    public record Head(int label, String name, int size) {}

    /**
     * One column.
     *
     * @param column the column's name
     * @param bins what the bins hold
     * @param overall share of all customers (with a value) per bin, sum 1
     * @param perSegment per segment the share of its customers (with a value) per bin, sum 1 or all 0
     */
    public record Row(String column, Bins bins, double[] overall, double[][] perSegment) {}

    /**
     * The bins of a column: numbers have edges, categories have names.
     *
     * @param edges one more than bins, ascending; the first and last bin also hold what lies beyond; empty for
     *     categories
     * @param names the categories, the most frequent first, "other" last if there are more; empty for numbers
     * @param quantity what the edges measure
     */
    public record Bins(double[] edges, List<String> names, Quantity quantity) {

        /** Copies the names. */
        public Bins {
            names = List.copyOf(names);
            Objects.requireNonNull(quantity, "quantity");
        }

        /** @return the number of bins */
        public int count() {
            return names.isEmpty() ? Math.max(0, edges.length - 1) : names.size();
        }
    }

    /**
     * The distributions of columns.
     *
     * @param customers the customers' own columns
     * @param segmented which rows have which label
     * @param columns names of the columns to show, in order; those without any value are left out
     * @param run threads and cancel
     * @return the specification
     * @throws IllegalArgumentException if a name is not a column of the table
     */
    public static Spec spec(CustomerTable customers, SegmentedRows segmented, List<String> columns, RunContext run) {
        Labels labels = segmented.labels();
        List<Head> heads = new ArrayList<>();
        for (int s = 0; s < labels.segments(); s++) {
            heads.add(new Head(s, Labels.name(s), labels.sizeOf(s)));
        }
        if (labels.noise() > 0) {
            heads.add(new Head(Labels.NOISE, Labels.NOISE_NAME, labels.noise()));
        }
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
        return new Spec(
                "Distributions in the segments",
                "Colored: share of the segment's customers; gray: of all " + Numbers.count(labels.size())
                        + ". The outermost bins also hold what lies beyond",
                heads,
                rows);
    }

    private static Row row(
            String name, Binning binning, SegmentedRows segmented, int groups, CancellationCheck cancellation) {
        int bins = binning.bins().count();
        double[] overall = new double[bins];
        double[][] perSegment = new double[groups][bins];
        for (int i = 0; i < segmented.rows().length; i++) {
            cancellation.step();
            int bin = binning.of(segmented.rows()[i]);
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
            if (spec.rows().isEmpty() || spec.segments().isEmpty()) {
                pen.text("No column with a value", pen.theme().textFont(), Theme.MUTED, area, 0.5);
            } else {
                new HistogramGrid(spec, pen).draw(area);
            }
        };
    }

    /** Space for the grid's parts; see {@link HistogramGrid}. */
    static Rectangle2D cell(Rectangle2D grid, int row, int rows, int column, int columns) {
        double width = grid.getWidth() / columns;
        double height = grid.getHeight() / rows;
        return Pen.box(grid.getX() + column * width, grid.getY() + row * height, width, height);
    }
}
