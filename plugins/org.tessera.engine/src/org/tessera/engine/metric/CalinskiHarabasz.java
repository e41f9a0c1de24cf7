package org.tessera.engine.metric;

import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/**
 * Caliński-Harabasz index (variance ratio, pseudo F): spread between segments over spread within; higher is better.
 *
 * <p>(B / (k - 1)) / (W / (n - k)) with B the sum over segments of size times squared distance of the centroid to the
 * mean of all rows, and W the sum of squared distances of rows to their centroid. The value of a single segment is the
 * index of the segmentation into that segment and all others. Reference: Caliński and Harabasz 1974,
 * doi:10.1080/03610927408827101. O(n d + k d), memory O(k d) per block of rows.
 *
 * <p>Fewer than two segments, or as many segments as rows: not defined, NaN. No spread within (W = 0): 1, as in
 * scikit-learn. Coincident centroids only: 0. Singletons and duplicated rows count like others.
 */
public final class CalinskiHarabasz implements Metric {

    /** The metric. */
    public static final Metric METRIC = new CalinskiHarabasz();

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
        String undefined = groups.whyUndefined("The Calinski-Harabasz index");
        if (undefined.isEmpty() && n == k) {
            undefined = "The Calinski-Harabasz index needs more rows than segments, but there are " + n + " of each";
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
            double alone = size * toMean[g] * ((double) n / (n - size));
            perSegment[g] = ratio(alone, 1, between + within - alone, n - 2);
        }
        return new Result(ratio(between, k - 1, within, n - k), perSegment, "");
    }

    private static double ratio(double between, int betweenFreedom, double within, int withinFreedom) {
        return within <= 0 ? 1 : between / betweenFreedom / (within / withinFreedom);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    @Override
    public Result measure(Matrix x, Labels labels, MetricOptions options, RunContext run) {
        return of(x, labels, options.noise(), run);
    }

    @Override
    public String id() {
        return "calinski-harabasz";
    }

    @Override
    public String title() {
        return "Calinski-Harabasz index";
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
    public String reference() {
        return "Caliński, Harabasz 1974, doi:10.1080/03610927408827101";
    }
}
