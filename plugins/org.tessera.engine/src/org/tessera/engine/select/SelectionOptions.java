package org.tessera.engine.select;

import java.util.Objects;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.Silhouette;

/**
 * How a segmentation is chosen.
 *
 * @param metric what is compared; must compare numbers of segments
 * @param minimumShare the smallest share of all customers that every segment must hold, 0 to 1
 * @param maximumNoise the largest share of all customers that may be noise, 0 to 1
 * @param tie values that differ from the best by at most this share of it count as equal, and fewer segments win; 0 to
 *     0.5
 * @param exactUpTo the most rows for an exact silhouette, at least 2; above it is sampled, and a metric that needs all
 *     pairs is refused
 */
public record SelectionOptions(Metric metric, double minimumShare, double maximumNoise, double tie, int exactUpTo) {

    /** Default smallest share of a segment. */
    public static final double MINIMUM_SHARE = 0.02;

    /** Default largest share of noise. */
    public static final double MAXIMUM_NOISE = 0.20;

    /** Default tolerance of a tie. */
    public static final double TIE = 0.01;

    /** Largest tolerance of a tie. */
    public static final double MAX_TIE = 0.5;

    /** Checks the bounds. */
    public SelectionOptions {
        Objects.requireNonNull(metric, "metric");
        if (!metric.comparesSegmentCounts()) {
            throw new IllegalArgumentException("'" + metric.title()
                    + "' always improves with more segments and cannot choose: take the silhouette");
        }
        check("Smallest segment share", minimumShare, 1);
        check("Largest noise share", maximumNoise, 1);
        check("Tie tolerance", tie, MAX_TIE);
        if (exactUpTo < MetricOptions.MIN_EXACT_UP_TO) {
            throw new IllegalArgumentException("Exact up to " + exactUpTo + " rows, but at least 2 are needed");
        }
    }

    private static void check(String what, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(what + " " + value + " is outside 0 to " + most);
        }
    }

    /** @return silhouette, 2 % per segment, 20 % noise, ties within 1 %, exact up to 20,000 rows */
    public static SelectionOptions defaults() {
        return new SelectionOptions(Silhouette.METRIC, MINIMUM_SHARE, MAXIMUM_NOISE, TIE, MetricOptions.EXACT_UP_TO);
    }

    /**
     * The same with another metric.
     *
     * @param other the metric
     * @return new options
     */
    public SelectionOptions withMetric(Metric other) {
        return new SelectionOptions(other, minimumShare, maximumNoise, tie, exactUpTo);
    }

    /**
     * The same with other guards.
     *
     * @param share smallest share of a segment, 0 to 1
     * @param noise largest share of noise, 0 to 1
     * @return new options
     */
    public SelectionOptions withGuards(double share, double noise) {
        return new SelectionOptions(metric, share, noise, tie, exactUpTo);
    }

    /**
     * The same with another tolerance of ties.
     *
     * @param tolerance share of the best value, 0 to 0.5
     * @return new options
     */
    public SelectionOptions withTie(double tolerance) {
        return new SelectionOptions(metric, minimumShare, maximumNoise, tolerance, exactUpTo);
    }

    /**
     * The same with another limit for exact silhouettes.
     *
     * @param rows at least 2
     * @return new options
     */
    public SelectionOptions withExactUpTo(int rows) {
        return new SelectionOptions(metric, minimumShare, maximumNoise, tie, rows);
    }
}
