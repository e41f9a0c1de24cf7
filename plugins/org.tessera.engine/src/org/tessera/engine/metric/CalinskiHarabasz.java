package org.tessera.engine.metric;

import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/**
 * Caliński-Harabasz index (variance ratio, pseudo F): variance between segments over variance within; higher is better.
 *
 * <p>(B / (k - 1)) / (W / (n - k)) with B the sum over segments of size times squared distance of the centroid to the
 * mean of all rows, and W the sum of squared distances of rows to their centroid. The value of a single segment is the
 * index of the segmentation into that segment and all others. Reference: Caliński and Harabasz 1974,
 * doi:10.1080/03610927408827101. O(n d + k d), memory O(k d) per block of rows.
 *
 * <p>Fewer than two segments, or as many segments as rows: not defined, NaN. No variance within (W = 0): 1, as in
 * scikit-learn. Coincident centroids only: 0. Singletons and duplicated rows count like others.
 */
public final class CalinskiHarabasz implements Metric {

    /** The metric. */
    public static final Metric METRIC = new CalinskiHarabasz();

    private static final MetricInfo INFO = new MetricInfo(
            "calinski-harabasz",
            "Calinski-Harabasz index",
            "Variance between segments against variance within them.",
            MetricRange.higherIsBetter(0, Double.POSITIVE_INFINITY),
            true,
            MetricCost.LINEAR,
            "Caliński and Harabasz, A dendrite method for cluster analysis, 1974, doi:10.1080/03610927408827101",
            Reading.withoutScale(MetricInfo.SAME_CUSTOMERS, "about 1"));

    private CalinskiHarabasz() {}

    /**
     * The index.
     *
     * @param overall the index, at least 0, or NaN
     * @param perSegment per segment the index of that segment against all others
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
        int n = groups.rows();
        int k = groups.count();
        String undefined = groups.whyUndefined(INFO);
        if (undefined.isEmpty() && n == k) {
            undefined = "The " + INFO.name() + " needs more rows than segments, but there are " + n + " of each";
        }
        if (!undefined.isEmpty()) {
            return new Result(Double.NaN, groups.undefinedPerGroup(), undefined);
        }
        GroupCentroids centroids = GroupCentroids.of(x, groups, run);
        double[] toMean = centroids.squaredDistancesToMean();
        double within = sum(centroids.squaredDistances(run));
        double between = 0;
        for (int g = 0; g < k; g++) {
            between += groups.sizeOf(g) * toMean[g];
        }
        double[] perSegment = new double[k];
        for (int g = 0; g < k; g++) {
            int size = groups.sizeOf(g);
            double betweenOfTwo = size * toMean[g] * ((double) n / (n - size));
            perSegment[g] = ratio(betweenOfTwo, 1, between + within - betweenOfTwo, n - 2);
        }
        return new Result(ratio(between, k - 1, within, n - k), perSegment, "");
    }

    /** Ratio of two variances, each a sum of squares over its degrees of freedom. */
    private static double ratio(double between, int betweenDegrees, double within, int withinDegrees) {
        return within <= 0 ? 1 : between / betweenDegrees / (within / withinDegrees);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
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
