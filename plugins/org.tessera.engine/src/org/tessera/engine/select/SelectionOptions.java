package org.tessera.engine.select;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tessera.engine.metric.CalinskiHarabasz;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.Silhouette;

/**
 * How a segmentation is selected.
 *
 * @param metric the metric that decides; must compare segmentations with different numbers of segments
 * @param others metrics that are computed for the leaderboard, too, in this order; may contain the deciding one
 * @param minimumShare the smallest share of all customers that every segment must hold, 0 to 1
 * @param maximumNoise the largest share of all customers that may be noise, 0 to 1
 * @param tie relative tolerance: values that differ from the best by at most this share of it tie, and fewer segments
 *     win; 0 to 0.5
 * @param exactUpTo maximum rows for which metrics that compare all pairs of rows are exact, at least 2; above it they are
 *     estimated from a sample, and one that cannot be estimated is refused as the deciding metric
 */
public record SelectionOptions(
        Metric metric, List<Metric> others, double minimumShare, double maximumNoise, double tie, int exactUpTo) {

    /**
     * Default of {@link #others()}: metrics with values for any number of rows. The list is fixed: a new metric of the
     * catalog does not enter it, so that selections made before keep their leaderboards.
     */
    public static final List<Metric> OTHERS = List.of(Silhouette.METRIC, DaviesBouldin.METRIC, CalinskiHarabasz.METRIC);

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
        others = List.copyOf(others);
        if (!metric.info().comparesSegmentCounts()) {
            throw new IllegalArgumentException("'" + metric.info().title()
                    + "' always improves with more segments and cannot choose: take the silhouette");
        }
        check("Smallest segment share", minimumShare, 1);
        check("Largest noise share", maximumNoise, 1);
        check("Tie tolerance", tie, MAX_TIE);
        if (exactUpTo < MetricOptions.MIN_EXACT_UP_TO) {
            throw new IllegalArgumentException("Exact up to " + exactUpTo + " rows, but at least 2 are needed");
        }
    }

    private static void check(String what, double value, double max) {
        if (!(value >= 0 && value <= max)) {
            throw new IllegalArgumentException(what + " " + value + " is outside 0 to " + max);
        }
    }

    /** @return silhouette, 2 % per segment, 20 % noise, ties within 1 %, exact up to 20,000 rows */
    public static SelectionOptions defaults() {
        return new SelectionOptions(
                Silhouette.METRIC, OTHERS, MINIMUM_SHARE, MAXIMUM_NOISE, TIE, MetricOptions.EXACT_UP_TO);
    }

    /**
     * The metrics to compute for every candidate.
     *
     * @return the others, each once, and behind them the deciding one if it is not among them
     */
    public List<Metric> measured() {
        return Stream.concat(others.stream(), Stream.of(metric)).distinct().toList();
    }

    /** @return how metrics are computed: without noise, by the Euclidean distance */
    public MetricOptions metricOptions() {
        return MetricOptions.defaults().withExactUpTo(exactUpTo);
    }

    /**
     * The same with another metric.
     *
     * @param other the metric
     * @return new options
     */
    public SelectionOptions withMetric(Metric other) {
        return new SelectionOptions(other, others, minimumShare, maximumNoise, tie, exactUpTo);
    }

    /**
     * The same with other metrics in the leaderboard.
     *
     * @param metrics in the order of the leaderboard
     * @return new options
     */
    public SelectionOptions withOthers(List<Metric> metrics) {
        return new SelectionOptions(metric, metrics, minimumShare, maximumNoise, tie, exactUpTo);
    }

    /**
     * The same with other guards.
     *
     * @param share smallest share of a segment, 0 to 1
     * @param noise largest share of noise, 0 to 1
     * @return new options
     */
    public SelectionOptions withGuards(double share, double noise) {
        return new SelectionOptions(metric, others, share, noise, tie, exactUpTo);
    }

    /**
     * The same with another tolerance of ties.
     *
     * @param tolerance share of the best value, 0 to 0.5
     * @return new options
     */
    public SelectionOptions withTie(double tolerance) {
        return new SelectionOptions(metric, others, minimumShare, maximumNoise, tolerance, exactUpTo);
    }

    /**
     * The same with another limit for exact values.
     *
     * @param rows at least 2
     * @return new options
     */
    public SelectionOptions withExactUpTo(int rows) {
        return new SelectionOptions(metric, others, minimumShare, maximumNoise, tie, rows);
    }
}
