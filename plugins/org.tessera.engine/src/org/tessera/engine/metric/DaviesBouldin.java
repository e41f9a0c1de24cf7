package org.tessera.engine.metric;

import java.util.List;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/**
 * Davies-Bouldin index: how similar each segment is to the one most similar to it; 0 is best.
 *
 * <p>With s(g) the mean Euclidean distance of segment g's rows to its centroid and m(g, h) the distance of two centroids,
 * the value of segment g is the maximum over h of (s(g) + s(h)) / m(g, h), and the index is the mean over segments.
 * Reference: Davies and Bouldin 1979, doi:10.1109/TPAMI.1979.4766909. O(n d + k² d), memory O(k d) per block of rows.
 *
 * <p>Fewer than two segments: not defined, NaN. Pairs of segments with coincident centroids have no ratio and are
 * skipped, as in scikit-learn; a segment without any ratio has the value 0. Singletons have spread 0, so that as many
 * segments as rows give 0. Duplicated rows change nothing.
 */
public final class DaviesBouldin implements Metric {

    /** The metric. */
    public static final Metric METRIC = new DaviesBouldin();

    private static final MetricInfo INFO = new MetricInfo(
            "davies-bouldin",
            "Davies-Bouldin index",
            "Spread within segments against the distance between them, for each segment and the one it overlaps most.",
            MetricRange.lowerIsBetter(0, Double.POSITIVE_INFINITY),
            true,
            MetricCost.LINEAR,
            "Davies and Bouldin, A cluster separation measure, 1979, doi:10.1109/TPAMI.1979.4766909",
            new Reading(
                    List.of(
                            new Reading.Band(
                                    1,
                                    "on average, the spreads of a segment and its next one add up to more than the"
                                            + " distance of their centers"),
                            Reading.last("on average, the spreads of a segment and its next one add up to no more than"
                                    + " the distance of their centers")),
                    "",
                    ""));

    private DaviesBouldin() {}

    /**
     * The index.
     *
     * @param overall mean over the segments, at least 0, or NaN
     * @param perSegment per segment its maximum ratio
     * @param undefined why the index is not defined, or empty
     */
    public record Result(double overall, double[] perSegment, String undefined) implements MetricResult {}

    /**
     * Computes the index.
     *
     * @param x n x d finite features
     * @param labels n labels
     * @param noise what happens to noise rows
     * @param run threads and cancel
     * @return the index
     * @throws IllegalArgumentException if the numbers of rows differ or a feature is not finite
     */
    public static Result of(Matrix x, Labels labels, NoisePolicy noise, RunContext run) {
        Groups groups = Groups.of(x, labels, noise);
        String undefined = groups.whyUndefined(INFO);
        if (!undefined.isEmpty()) {
            return new Result(Double.NaN, groups.undefinedPerGroup(), undefined);
        }
        GroupCentroids centroids = GroupCentroids.of(x, groups, run);
        double[] spread = centroids.distances(run);
        int k = groups.count();
        for (int g = 0; g < k; g++) {
            spread[g] /= groups.sizeOf(g);
        }
        double[] maxima = new double[k];
        for (int g = 0; g < k; g++) {
            for (int h = 0; h < g; h++) {
                double distance = centroids.between(g, h);
                double ratio = distance == 0 ? 0 : (spread[g] + spread[h]) / distance;
                maxima[g] = Math.max(maxima[g], ratio);
                maxima[h] = Math.max(maxima[h], ratio);
            }
        }
        double sum = 0;
        for (double ratio : maxima) {
            sum += ratio;
        }
        return new Result(sum / k, maxima, "");
    }

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public Result measure(Matrix x, Labels labels, MetricOptions options, RunContext run) {
        return of(x, labels, options.noise(), run);
    }
}
