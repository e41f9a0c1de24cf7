package org.tessera.engine.metric;

import java.util.Arrays;
import java.util.List;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RunContext;

/**
 * Silhouette coefficient: how much nearer a row is to its own segment than to the nearest other one, from -1 (in the wrong
 * segment) over 0 (on the border of two) to 1.
 *
 * <p>With a(i) the mean distance of row i to the other rows of its segment and b(i) the smallest mean distance of row i to
 * the rows of another segment, s(i) = (b(i) - a(i)) / max(a(i), b(i)); the overall value is the mean of s(i) over rows.
 * Reference: Rousseeuw 1987, doi:10.1016/0377-0427(87)90125-7. Distances are computed from differences, so an offset of
 * the data costs no digits. Exact: O(n² d / 2) time, O(n (k + d)) memory. Sampled: m rows, stratified by segment, are
 * compared with all n rows in O(m n d); the overall value then is the stratified mean and has a standard error.
 *
 * <p>Fewer than two segments: not defined, NaN. The only row of a segment has s(i) = 0 (Rousseeuw), so that as many
 * segments as rows give 0. Rows with a(i) = b(i) = 0 (duplicates in two segments) have s(i) = 0. Coincident centroids are
 * no special case.
 */
public final class Silhouette implements Metric {

    /** The metric. */
    public static final Metric METRIC = new Silhouette();

    private static final MetricInfo INFO = new MetricInfo(
            "silhouette",
            "silhouette",
            "How much nearer customers are to their own segment than to the next.",
            MetricRange.higherIsBetter(-1, 1),
            true,
            MetricCost.pairsOrSample(1.2, 0.12),
            "Rousseeuw, Silhouettes, 1987, doi:10.1016/0377-0427(87)90125-7",
            new Reading(
                    List.of(
                            new Reading.Band(0.7, "strong: segments are clearly apart"),
                            new Reading.Band(0.5, "reasonable: segments are apart"),
                            new Reading.Band(0.25, "weak: segments overlap"),
                            Reading.last("no substantial structure: segments blend into each other")),
                    "about 0 or less",
                    "Kaufman and Rousseeuw 1990"));

    /** Sampled rows that are compared with all rows as one unit of parallel work. */
    private static final int BLOCK = 64;

    private Silhouette() {}

    /**
     * The silhouettes.
     *
     * @param overall mean of s(i) over the rows, -1 to 1, or NaN; with {@link NoisePolicy#ZERO} over all n rows
     * @param perSegment mean of s(i) over the (sampled) rows of each segment
     * @param perRow s(i) of the n rows; NaN for noise left out and for rows outside the sample, 0 for noise that counts 0
     * @param sampledRows the number of rows in the sample, 0 if exact
     * @param standardError standard error of the overall value, NaN if exact
     * @param undefined why the silhouette is not defined, or empty
     */
    public record Result(
            double overall,
            double[] perSegment,
            double[] perRow,
            int sampledRows,
            double standardError,
            String undefined)
            implements MetricResult {}

    /**
     * Computes the exact silhouette with the Euclidean distance.
     *
     * @param x n x d finite features
     * @param labels n labels
     * @param noise what happens to noise rows
     * @param run threads, progress and cancel
     * @return the silhouettes
     * @throws IllegalArgumentException if the numbers of rows differ or a feature is not finite
     */
    public static Result of(Matrix x, Labels labels, NoisePolicy noise, RunContext run) {
        return of(x, labels, MetricOptions.defaults().exact().withNoise(noise), run);
    }

    /**
     * Computes the exact silhouette with any distance.
     *
     * @param x n x d finite features
     * @param labels n labels
     * @param distance the distance of rows
     * @param noise what happens to noise rows
     * @param run threads, progress and cancel
     * @return the silhouettes
     * @throws IllegalArgumentException if the numbers of rows differ or a feature is not finite
     */
    public static Result of(Matrix x, Labels labels, Distance distance, NoisePolicy noise, RunContext run) {
        return of(x, labels, MetricOptions.defaults().exact().withNoise(noise).withDistance(distance), run);
    }

    /**
     * Computes the silhouette, exactly up to the options' number of rows and from a sample above it.
     *
     * @param x n x d finite features
     * @param labels n labels
     * @param options noise, distance and sampling
     * @param run seed of the sample, threads, progress and cancel
     * @return the silhouettes
     * @throws IllegalArgumentException if the numbers of rows differ or a feature is not finite
     */
    public static Result of(Matrix x, Labels labels, MetricOptions options, RunContext run) {
        Groups groups = Groups.of(x, labels, options.noise());
        double[] perRow = new double[x.rows()];
        Arrays.fill(perRow, Double.NaN);
        String undefined = groups.whyUndefined(INFO);
        if (!undefined.isEmpty()) {
            return new Result(Double.NaN, groups.undefinedPerGroup(), perRow, 0, Double.NaN, undefined);
        }
        return new Instance(x, groups, options, run).measure(perRow, run);
    }

    /** One computation. */
    private static final class Instance {

        private final Matrix x;
        private final Groups groups;
        private final MetricOptions options;
        private final int[] order;
        private final int[] starts;
        private final GroupedColumns columns;

        Instance(Matrix x, Groups groups, MetricOptions options, RunContext run) {
            this.x = x;
            this.groups = groups;
            this.options = options;
            this.order = groups.sorted();
            this.starts = groups.starts();
            this.columns = GroupedColumns.of(x, groups, options.distance(), run);
        }

        Result measure(double[] perRow, RunContext run) {
            boolean sampled = order.length > options.exactUpTo();
            int[] rows = sampled
                    ? SilhouetteSample.draw(x, order, starts, SilhouetteSample.size(order.length, options), run)
                    : allRows();
            double[] sums = sampled ? sampledSums(rows, run) : DistanceSums.exact(columns, starts, run);
            SilhouetteSummary summary = new SilhouetteSummary(groups.count());
            int group = 0;
            for (int i = 0; i < rows.length; i++) {
                while (rows[i] >= starts[group + 1]) {
                    group++;
                }
                double silhouette = silhouette(sums, rows.length, i, group);
                perRow[order[rows[i]]] = silhouette;
                summary.add(group, silhouette);
            }
            double counted = options.noise() == NoisePolicy.ZERO ? countNoise(perRow) : 1;
            return new Result(
                    counted * summary.overall(groups),
                    summary.perGroup(),
                    perRow,
                    sampled ? rows.length : 0,
                    sampled ? counted * summary.standardError(groups) : Double.NaN,
                    "");
        }

        /** Gives noise the value 0; returns the share of the other rows, by which noise lowers the mean. */
        private double countNoise(double[] perRow) {
            for (int i = 0; i < perRow.length; i++) {
                perRow[i] = groups.of(i) == Labels.NOISE ? 0 : perRow[i];
            }
            return (double) order.length / perRow.length;
        }

        private int[] allRows() {
            int[] rows = new int[order.length];
            Arrays.setAll(rows, i -> i);
            return rows;
        }

        /** The silhouette s(i) of the row whose sum of distances to group g is at g * stride + column of the sums. */
        private double silhouette(double[] sums, int stride, int column, int own) {
            if (groups.sizeOf(own) == 1) {
                return 0;
            }
            double a = sums[own * stride + column] / (groups.sizeOf(own) - 1);
            double b = Double.POSITIVE_INFINITY;
            for (int g = 0; g < groups.count(); g++) {
                if (g != own) {
                    b = Math.min(b, sums[g * stride + column] / groups.sizeOf(g));
                }
            }
            double max = Math.max(a, b);
            return max == 0 ? 0 : (b - a) / max;
        }

        /** Per group the sum of the distances of sampled rows to its rows; see {@link DistanceSums}. */
        private double[] sampledSums(int[] rows, RunContext run) {
            double[] sums = new double[Math.multiplyExact(rows.length, groups.count())];
            int blocks = (rows.length + BLOCK - 1) / BLOCK;
            run.forBlocks(blocks, block -> {
                double[][] sampled =
                        new double[Math.min(rows.length, (block + 1) * BLOCK) - block * BLOCK][x.columns()];
                for (int p = 0; p < sampled.length; p++) {
                    columns.row(rows[block * BLOCK + p], sampled[p]);
                }
                double[] distances = new double[columns.tileRows()];
                for (int tile = 0; tile < columns.tiles(); tile++) {
                    run.checkCanceled();
                    for (int p = 0; p < sampled.length; p++) {
                        columns.distances(sampled[p], tile, distances);
                        columns.addToGroups(tile, distances, sums, rows.length, block * BLOCK + p);
                    }
                }
                run.progress((block + 1.0) / blocks, "Silhouette: distances of a sample to all customers");
            });
            return sums;
        }
    }

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public boolean countsNoise() {
        return true;
    }

    @Override
    public Result measure(Matrix x, Labels labels, MetricOptions options, RunContext run) {
        return of(x, labels, options, run);
    }
}
