package org.tessera.engine.metric;

import java.util.Arrays;
import java.util.List;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RunContext;

/**
 * Dunn index: separation of segments against their diameter; higher is better.
 *
 * <p>The smallest distance between two rows in different segments (the separation), divided by the largest distance
 * between two rows in the same segment (the maximum diameter). The value of a segment is its own separation from all
 * other segments divided by the same maximum diameter, so that the index is the smallest value of a segment. Reference:
 * Dunn 1974, doi:10.1080/01969727408546059. O(n² d / 2) time, O(n d) memory; two rows decide, so that a sample would
 * overestimate it: above {@link MetricOptions#exactUpTo()} rows the index is left out.
 *
 * <p>Fewer than two segments: not defined, NaN. Equal rows in two segments: 0. Singletons have diameter 0. All diameters 0,
 * because the rows of every segment coincide or are single: not defined, NaN. Duplicates within a segment and coincident
 * centroids are no special case.
 */
public final class Dunn implements Metric {

    /** The metric. */
    public static final Metric METRIC = new Dunn();

    private static final MetricInfo INFO = new MetricInfo(
            "dunn",
            "Dunn index",
            "Smallest distance between customers of different segments against the largest within one segment; two"
                    + " customers decide, so a single outlier changes it.",
            MetricRange.higherIsBetter(0, Double.POSITIVE_INFINITY),
            true,
            MetricCost.pairsOrNothing(0.6, 0.12),
            "Dunn, Well-separated clusters and optimal fuzzy partitions, 1974, doi:10.1080/01969727408546059",
            new Reading(
                    List.of(
                            new Reading.Band(1, "compact and separated: no segment is as wide as its gap to the next"),
                            Reading.last("not compact and separated: a segment is at least as wide as a gap between"
                                    + " segments")),
                    "about 0",
                    "Dunn 1974"));

    private Dunn() {}

    /**
     * The index.
     *
     * @param overall smallest value of a segment, at least 0, or NaN
     * @param perSegment per segment its separation from the others divided by the maximum diameter
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
     * @param options noise, distance, and the maximum number of rows
     * @param run threads, progress and cancel
     * @return the index
     * @throws IllegalArgumentException if the numbers of rows differ or a feature is not finite
     */
    public static Result of(Matrix x, Labels labels, MetricOptions options, RunContext run) {
        Groups groups = Groups.of(x, labels, options.noise());
        String undefined = groups.whyUndefined(INFO);
        if (undefined.isEmpty()) {
            undefined = INFO.whyLeftOut(x.rows(), options);
        }
        if (!undefined.isEmpty()) {
            return new Result(Double.NaN, groups.undefinedPerGroup(), undefined);
        }
        GroupedColumns columns = GroupedColumns.of(x, groups, options.distance(), run);
        PairExtremes extremes = PairExtremes.of(columns, groups.starts(), run);
        boolean squares = options.distance() == Distance.EUCLIDEAN;
        double diameter = Arrays.stream(extremes.diameters()).max().orElseThrow();
        if (diameter == 0) {
            return new Result(
                    Double.NaN,
                    groups.undefinedPerGroup(),
                    "The " + INFO.name()
                            + " needs a segment with rows that differ, but the rows of every segment are equal");
        }
        double[] perSegment = Arrays.stream(extremes.separations())
                .map(separation -> squares ? Math.sqrt(separation) / Math.sqrt(diameter) : separation / diameter)
                .toArray();
        return new Result(Arrays.stream(perSegment).min().orElseThrow(), perSegment, "");
    }

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public Result measure(Matrix x, Labels labels, MetricOptions options, RunContext run) {
        return of(x, labels, options, run);
    }
}
