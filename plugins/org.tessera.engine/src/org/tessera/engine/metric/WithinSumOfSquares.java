package org.tessera.engine.metric;

import java.util.Arrays;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/**
 * Within-segment sum of squares (inertia, SSE): the sum over rows of the squared Euclidean distance to the mean of
 * their segment, in squared units of the features; lower is better, but only for the same number of segments: it decreases
 * with every split. Reference: MacQueen 1967, Proc. 5th Berkeley Symposium 1, 281-297. O(n d), memory O(k d) per block
 * of rows.
 *
 * <p>One segment: the total sum of squares. Singletons and coincident rows add 0. No row, or all noise left out: not
 * defined, NaN.
 */
public final class WithinSumOfSquares implements Metric {

    /** The metric. */
    public static final Metric METRIC = new WithinSumOfSquares();

    private static final MetricInfo INFO = new MetricInfo(
            "within-sum-of-squares",
            "within-segment sum of squares",
            "Sum of the squared distances of customers to the mean of their segment; it falls with every split.",
            MetricRange.lowerIsBetter(0, Double.POSITIVE_INFINITY),
            false,
            MetricCost.LINEAR,
            "MacQueen, Some methods for classification and analysis of multivariate observations, 1967, Proc. 5th"
                    + " Berkeley Symposium on Mathematical Statistics and Probability 1, 281-297",
            Reading.withoutScale(MetricInfo.SAME_CUSTOMERS + " with the same number of segments", ""));

    private WithinSumOfSquares() {}

    /**
     * The sums.
     *
     * @param overall sum over the segments, at least 0, or NaN
     * @param perSegment the sum of each segment
     * @param undefined why the sum is not defined, or empty
     */
    public record Result(double overall, double[] perSegment, String undefined) implements MetricResult {}

    /**
     * Computes the sums.
     *
     * @param x n x d finite features
     * @param labels n labels
     * @param noise what happens to noise rows
     * @param run threads and cancel
     * @return the sums
     * @throws IllegalArgumentException if the numbers of rows differ or a feature is not finite
     */
    public static Result of(Matrix x, Labels labels, NoisePolicy noise, RunContext run) {
        Groups groups = Groups.of(x, labels, noise);
        if (groups.count() == 0) {
            return new Result(
                    Double.NaN,
                    new double[0],
                    "The " + INFO.name() + " needs at least 1 segment, but "
                            + (labels.size() == 0 ? "there is no row" : Groups.allNoise(labels.size())));
        }
        double[] sums = GroupCentroids.of(x, groups, run).squaredDistances(run);
        double unit = 1 / groups.scale();
        for (int g = 0; g < sums.length; g++) {
            sums[g] = sums[g] * unit * unit;
        }
        return new Result(Arrays.stream(sums).sum(), sums, "");
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
