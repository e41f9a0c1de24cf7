package org.tessera.engine.metric;

import java.util.Objects;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.distance.Distance;

/**
 * How metrics are computed.
 *
 * @param noise what happens to noise rows
 * @param distance the distance of metrics that compare pairs of rows; the others are defined on Euclidean centroids and
 *     ignore it
 * @param exactUpTo maximum rows for which metrics that compare all pairs of rows are exact, at least 2; above it they are
 *     estimated from a sample or left out ({@link MetricCost})
 * @param sampleRows minimum rows of a sample, at least 2; each is compared with all rows
 */
public record MetricOptions(NoisePolicy noise, Distance distance, int exactUpTo, int sampleRows) {

    /** Default of {@link #exactUpTo()}: about half a second on two cores. */
    public static final int EXACT_UP_TO = 20_000;

    /** What makes a metric that compares all pairs of rows cheaper. */
    static final String SAMPLE_REMEDY = "lower 'Exact silhouette up to (customers)' to " + Numbers.count(EXACT_UP_TO);

    /** Smallest limit for exact values. */
    public static final int MIN_EXACT_UP_TO = 2;

    /** Default of {@link #sampleRows()}: a standard error of about 0.005. */
    public static final int SAMPLE_ROWS = 2_000;

    /** Checks the bounds. */
    public MetricOptions {
        Objects.requireNonNull(noise, "noise");
        Objects.requireNonNull(distance, "distance");
        if (exactUpTo < MIN_EXACT_UP_TO) {
            throw new IllegalArgumentException("Exact up to " + exactUpTo + " rows, but at least 2 are needed");
        }
        if (sampleRows < 2) {
            throw new IllegalArgumentException("A sample of " + sampleRows + " rows, but at least 2 are needed");
        }
    }

    /** @return noise left out, Euclidean, exact up to 20,000 rows */
    public static MetricOptions defaults() {
        return new MetricOptions(NoisePolicy.LEAVE_OUT, Distance.EUCLIDEAN, EXACT_UP_TO, SAMPLE_ROWS);
    }

    /**
     * The same without sampling.
     *
     * @return new options
     */
    public MetricOptions exact() {
        return withExactUpTo(Integer.MAX_VALUE);
    }

    /**
     * The same with another noise policy.
     *
     * @param policy what happens to noise rows
     * @return new options
     */
    public MetricOptions withNoise(NoisePolicy policy) {
        return new MetricOptions(policy, distance, exactUpTo, sampleRows);
    }

    /**
     * The same with another distance.
     *
     * @param other the distance of metrics that compare pairs of rows
     * @return new options
     */
    public MetricOptions withDistance(Distance other) {
        return new MetricOptions(noise, other, exactUpTo, sampleRows);
    }

    /**
     * The same with another limit.
     *
     * @param rows maximum rows for exact values, at least 2
     * @return new options
     */
    public MetricOptions withExactUpTo(int rows) {
        return new MetricOptions(noise, distance, rows, sampleRows);
    }
}
