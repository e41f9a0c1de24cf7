package org.tessera.engine.metric;

import java.util.Arrays;
import java.util.List;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;

/**
 * Dunn index: the gap between segments against their width; higher is better.
 *
 * <p>The smallest distance of two rows in different segments, divided by the largest of two rows in the same segment.
 * The value of a segment has its own smallest distance to other segments above the same largest width, so that the
 * index is the smallest value of a segment. Reference: Dunn 1974, doi:10.1080/01969727408546059. O(n² d / 2) time, O(n
 * d) memory; two rows decide, so that a sample would be too good: above {@link MetricOptions#exactUpTo()} rows the
 * index is left out.
 *
 * <p>Fewer than two segments: not defined, NaN. Equal rows in two segments: 0. Singletons have width 0 and a gap like
 * others. No width at all, because the rows of every segment coincide or are single: not defined, NaN. Duplicates
 * within a segment and coincident centroids need no care.
 */
public final class Dunn implements Metric {

    /** The metric. */
    public static final Metric METRIC = new Dunn();

    /** Nanoseconds of a pair of rows, and per feature. */
    private static final double PAIR = 0.6;

    private static final double FEATURE_OF_PAIR = 0.12;

    private Dunn() {}

    /**
     * The index.
     *
     * @param overall smallest value of a segment, at least 0, or NaN
     * @param perSegment per segment its gap to the others divided by the width of the widest segment
     * @param undefined why the index is not defined or left out, or empty
     */
    public record Result(double overall, double[] perSegment, String undefined) implements MetricResult {}

    /**
     * Computes the index with the Euclidean distance, for any number of rows.
     *
     * @param x n x d finite features
     * @param labels n labels
     * @param noise what happens to noise rows
     * @param run threads, progress and cancel
     * @return the index
     * @throws IllegalArgumentException if the numbers of rows differ or a feature is not finite
     */
    public static Result of(Matrix x, Labels labels, NoisePolicy noise, RunContext run) {
        return of(x, labels, MetricOptions.defaults().exact().withNoise(noise), run);
    }

    /**
     * Computes the index, up to the options' number of rows.
     *
     * @param x n x d finite features
     * @param labels n labels
     * @param options noise, distance, and the most rows
     * @param run threads, progress and cancel
     * @return the index
     * @throws IllegalArgumentException if the numbers of rows differ or a feature is not finite
     */
    public static Result of(Matrix x, Labels labels, MetricOptions options, RunContext run) {
        Groups groups = Groups.of(x, labels, options.noise());
        String undefined = groups.whyUndefined("The Dunn index");
        if (undefined.isEmpty() && x.rows() > options.exactUpTo()) {
            undefined = tooMany(x.rows(), options.exactUpTo());
        }
        if (!undefined.isEmpty()) {
            return new Result(Double.NaN, groups.undefinedPerGroup(), undefined);
        }
        GroupedColumns columns = GroupedColumns.of(x, groups, options.distance(), run);
        PairExtremes extremes = PairExtremes.of(columns, groups.starts(), run);
        boolean squares = options.distance() == Distance.EUCLIDEAN;
        double width = Arrays.stream(extremes.widest()).max().orElseThrow();
        if (width == 0) {
            return new Result(
                    Double.NaN,
                    groups.undefinedPerGroup(),
                    "The Dunn index needs a segment with rows that differ, but the rows of every segment are equal");
        }
        double[] perSegment = Arrays.stream(extremes.nearest())
                .map(gap -> squares ? Math.sqrt(gap) / Math.sqrt(width) : gap / width)
                .toArray();
        return new Result(Arrays.stream(perSegment).min().orElseThrow(), perSegment, "");
    }

    /**
     * Why the index is left out.
     *
     * @param rows the number of rows
     * @param limit the most rows
     * @return a sentence with the remedy
     */
    private static String tooMany(int rows, int limit) {
        return "The Dunn index compares all pairs of customers and cannot be estimated, so it is left out above "
                + Numbers.count(limit, "customer") + ", but there are " + Numbers.count(rows)
                + ": raise the limit for exact values to get it";
    }

    @Override
    public Result measure(Matrix x, Labels labels, MetricOptions options, RunContext run) {
        return of(x, labels, options, run);
    }

    @Override
    public Estimate estimate(DataSize size, int segments, int segmentations, MetricOptions options) {
        double n = size.rows();
        boolean measured = n <= options.exactUpTo();
        return size.estimate(
                "The Dunn index of",
                measured ? size.matrixBytes() + 8 * n : 0,
                measured ? segmentations * size.seconds(PAIR + FEATURE_OF_PAIR * size.columns(), n * n / 2) : 0,
                List.of("leave out the Dunn index", MetricOptions.SAMPLE_REMEDY));
    }

    @Override
    public String id() {
        return "dunn";
    }

    @Override
    public String title() {
        return "Dunn index";
    }

    @Override
    public double lowest() {
        return 0;
    }

    @Override
    public double highest() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public boolean comparesSegmentCounts() {
        return true;
    }

    @Override
    public boolean needsAllPairs() {
        return true;
    }

    @Override
    public String reference() {
        return "Dunn 1974, doi:10.1080/01969727408546059";
    }
}
