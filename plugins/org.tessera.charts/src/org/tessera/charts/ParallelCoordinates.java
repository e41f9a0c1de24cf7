package org.tessera.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.kernel.Statistics;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * Parallel coordinates of the segments: an axis per column, all on the scale on which customers were compared, with labels
 * in the column's own units, and a line per segment through its medians, or its shares of categories. Inselberg (1985), The
 * plane with parallel coordinates, <a href="https://doi.org/10.1007/BF01898350">doi:10.1007/BF01898350</a>.
 */
public final class ParallelCoordinates {

    /** Default of the largest number of axes. */
    public static final int DEFAULT_AXES = 8;

    /** Largest number of standard deviations from the mean that are on the scale. */
    private static final double MAX_REACH = 4;
    /** Margin of the scale, in standard deviations. */
    private static final double MARGIN = 0.1;
    /** Share of the squares below which a variance is rounding. */
    private static final double TOLERANCE = 1e-12;
    /** Shares of variance that differ by less are equal. */
    private static final double TIE = 1e-9;

    /** Number of columns that the title names. */
    private static final int NAMED = 3;

    private ParallelCoordinates() {}

    /**
     * The specification of the chart.
     *
     * @param title the chart's title
     * @param subtitle how to read the chart, and what was left out
     * @param segments the segments, noise last
     * @param axes an axis per column, the one that separates the segments most first
     * @param low the lowest value on the scale
     * @param high the highest value on the scale
     */
    public record Spec(
            String title, String subtitle, List<SegmentHead> segments, List<Axis> axes, double low, double high)
            implements ChartSpec {

        /** Copies the lists. */
        public Spec {
            segments = List.copyOf(segments);
            axes = List.copyOf(axes);
        }

        @Override
        public boolean isEmpty() {
            return axes.isEmpty() || segments.isEmpty();
        }

        @Override
        public List<String> names() {
            return axes.stream().map(Axis::column).toList();
        }
    }

    /**
     * A column.
     *
     * @param column its name, or "column = category"
     * @param ticks where labels stand on the scale, ascending
     * @param labels the labels, in the column's units
     * @param middle per segment the median, for categories the mean; NaN for a segment without customers
     * @param lower per segment the lower quartile, for categories the mean
     * @param upper per segment the upper quartile, for categories the mean
     */
    public record Axis(
            String column, double[] ticks, List<String> labels, double[] middle, double[] lower, double[] upper) {

        /** Copies the labels. */
        public Axis {
            labels = List.copyOf(labels);
        }
    }

    /**
     * Chooses the columns that separate the segments most, of each the feature with the largest share of its variance
     * between the segments, and summarizes them. O(n d + n log n) per axis.
     *
     * @param features n x d finite features
     * @param names d names
     * @param preparation how the features were made; empty if they are columns themselves
     * @param labels n labels; a segment may have no row
     * @param maxAxes largest number of axes, at least 1
     * @param run threads, cancel
     * @return the specification
     * @throws IllegalArgumentException if the numbers of rows or columns differ
     */
    public static Spec spec(
            Matrix features,
            List<String> names,
            Optional<Preparation> preparation,
            Labels labels,
            int maxAxes,
            RunContext run) {
        if (features.rows() != labels.size() || features.columns() != names.size()) {
            throw new IllegalArgumentException(labels.size() + " labels and " + names.size() + " names for "
                    + features.rows() + " rows of " + features.columns() + " features: the numbers must be equal");
        }
        List<SegmentHead> heads = SegmentHead.of(labels);
        List<OwnUnits> units = IntStream.range(0, names.size())
                .mapToObj(j -> OwnUnits.of(names.get(j), j, preparation))
                .toList();
        Spread[] spreads = spreads(features, labels, run);
        Set<String> sources = new HashSet<>();
        List<OwnUnits> best = units.stream()
                .sorted(Comparator.comparingDouble(column -> -spreads[column.index()].between()))
                .filter(column -> spreads[column.index()].between() > 0 && sources.add(column.source()))
                .toList();
        List<OwnUnits> shown = best.subList(0, Math.min(maxAxes, best.size()));
        List<Quartiles> quartiles = shown.stream()
                .map(column -> Quartiles.of(features, column, labels, heads, run))
                .toList();
        double low = range(shown, spreads, quartiles, -1);
        double high = range(shown, spreads, quartiles, 1);
        List<Axis> axes = IntStream.range(0, shown.size())
                .mapToObj(i -> axis(shown.get(i), quartiles.get(i), low, high))
                .toList();
        List<String> named = shown.stream().map(OwnUnits::source).toList();
        String title = axes.isEmpty()
                ? "The segments differ in no column"
                : "The segments differ most in "
                        + Subtitles.listed(named.subList(0, Math.min(NAMED, named.size())), NAMED);
        return new Spec(title, subtitle(axes, best.size(), low, high), heads, axes, low, high);
    }

    /** The end of the scale: that of the quartiles with a margin, but at most the reach of some column from its mean. */
    private static double range(List<OwnUnits> shown, Spread[] spreads, List<Quartiles> quartiles, int direction) {
        double end = quartiles.stream()
                .flatMapToDouble(q -> Arrays.stream(direction < 0 ? q.lower() : q.upper()))
                .filter(v -> !Double.isNaN(v))
                .map(v -> direction * v)
                .max()
                .orElse(1);
        double reach = shown.stream()
                .map(column -> spreads[column.index()])
                .mapToDouble(spread -> direction * spread.mean() + MAX_REACH * spread.deviation())
                .max()
                .orElse(1);
        double margin = shown.stream()
                .mapToDouble(column -> MARGIN * spreads[column.index()].deviation())
                .max()
                .orElse(0);
        return direction * Math.min(end + margin, reach);
    }

    private static String subtitle(List<Axis> axes, int columns, double low, double high) {
        long beyond = axes.stream()
                .flatMapToDouble(axis -> Arrays.stream(axis.middle()))
                .filter(v -> v < low || v > high)
                .count();
        return "Lines: medians of the segments, of categories their shares; bars: the middle half of the customers. One"
                + " scale for all axes, the one on which customers were compared; labels are in the columns' units"
                + (axes.size() < columns ? ". " + axes.size() + " of " + Numbers.count(columns) + " columns" : "")
                + (beyond == 0 ? "" : ". " + Numbers.count(beyond, "value") + " beyond the scale at its edge");
    }

    private static Axis axis(OwnUnits column, Quartiles quartiles, double low, double high) {
        List<Double> ticks = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (OwnUnits.Tick tick : column.ticks(low, high)) {
            ticks.add(tick.at());
            labels.add(tick.text());
        }
        return new Axis(
                column.name(),
                ticks.stream().mapToDouble(Double::doubleValue).toArray(),
                labels,
                quartiles.middle(),
                quartiles.lower(),
                quartiles.upper());
    }

    /**
     * The spread of a feature.
     *
     * @param mean its mean
     * @param deviation its standard deviation
     * @param between the share of its variance between the segments, noise being one; rounded, so that equal ones tie
     */
    private record Spread(double mean, double deviation, double between) {}

    private static Spread[] spreads(Matrix features, Labels labels, RunContext run) {
        Spread[] spreads = new Spread[features.columns()];
        run.forBlocks(spreads.length, j -> spreads[j] = spread(features, j, labels, new CancellationCheck(run)));
        return spreads;
    }

    private static Spread spread(Matrix features, int j, Labels labels, CancellationCheck cancellation) {
        int n = features.rows();
        double[] sums = new double[labels.segments() + 1];
        int[] counts = new int[sums.length];
        double shift = n == 0 ? 0 : features.at(0, j);
        double squares = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            cancellation.step();
            int group = labels.at(i) == Labels.NOISE ? labels.segments() : labels.at(i);
            double value = features.at(i, j) - shift;
            sums[group] += value;
            counts[group]++;
            squares += value * value;
            sum += value;
        }
        double ofMean = sum * sum / Math.max(1, n);
        double between = -ofMean;
        for (int g = 0; g < sums.length; g++) {
            between += counts[g] == 0 ? 0 : sums[g] * sums[g] / counts[g];
        }
        double total = squares - ofMean;
        boolean varies = total > TOLERANCE * squares;
        return new Spread(
                shift + sum / Math.max(1, n),
                varies ? Math.sqrt(total / n) : 0,
                varies ? Math.rint(Math.max(0, between / total) / TIE) * TIE : 0);
    }

    /**
     * Median and quartiles of a feature per segment; for indicators of a category the mean, three times.
     *
     * @param lower lower quartiles
     * @param middle medians
     * @param upper upper quartiles
     */
    private record Quartiles(double[] lower, double[] middle, double[] upper) {

        static Quartiles of(Matrix x, OwnUnits column, Labels labels, List<SegmentHead> heads, RunContext run) {
            double[][] values = new double[3][heads.size()];
            for (int s = 0; s < heads.size(); s++) {
                int label = heads.get(s).label();
                double[] sorted = IntStream.range(0, x.rows())
                        .filter(i -> labels.at(i) == label)
                        .mapToDouble(i -> x.at(i, column.index()))
                        .toArray();
                KeySort.sort(sorted, run);
                for (int q = 0; q < values.length; q++) {
                    values[q][s] = column.isShare() ? mean(sorted) : quantile(sorted, 0.25 * (q + 1));
                }
            }
            return new Quartiles(values[0], values[1], values[2]);
        }

        private static double mean(double[] values) {
            return Arrays.stream(values).average().orElse(Double.NaN);
        }

        private static double quantile(double[] sorted, double probability) {
            return sorted.length == 0 ? Double.NaN : Statistics.quantile(sorted, probability);
        }
    }

    static Drawing create(Spec spec) {
        return (pen, area) -> {
            if (spec.isEmpty()) {
                pen.text("Nothing to compare", pen.theme().textFont(), Theme.MUTED, area, 0.5);
            } else {
                new ParallelBody(spec, pen).draw(area);
            }
        };
    }
}
