package org.tessera.engine.select;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.CalinskiHarabasz;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.MetricRange;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;

/**
 * How a segmentation is selected.
 *
 * @param metric the metric that decides; must compare segmentations with different numbers of segments
 * @param others metrics that are computed for the leaderboard, too, in this order; may contain the deciding one
 * @param guards what a segmentation has to fulfill whatever its metrics say
 * @param tie relative tolerance: values that differ from the best by at most this share of it tie, and fewer segments
 *     win; 0 to 0.5. Estimated values tie within the standard error of their difference, too
 * @param exactUpTo maximum rows for which metrics that compare all pairs of rows are exact, at least 2; above it they are
 *     estimated from a sample, and one that cannot be estimated is refused as the deciding metric
 * @param distance the distance of metrics that compare pairs of rows, that of the models if they agree
 * @param stability how the stability of the candidates takes part
 */
public record SelectionOptions(
        Metric metric,
        List<Metric> others,
        Guards guards,
        double tie,
        int exactUpTo,
        Distance distance,
        StabilityRule stability) {

    /**
     * Default of {@link #others()}: metrics with values for any number of rows. The list is fixed: a new metric of the
     * catalog does not enter it, so that selections made before keep their leaderboards.
     */
    public static final List<Metric> OTHERS = List.of(Silhouette.METRIC, DaviesBouldin.METRIC, CalinskiHarabasz.METRIC);

    /** Default tolerance of a tie. */
    public static final double TIE = 0.01;

    /** Largest tolerance of a tie. */
    public static final double MAX_TIE = 0.5;

    /** Checks the bounds. */
    public SelectionOptions {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(guards, "guards");
        Objects.requireNonNull(distance, "distance");
        Objects.requireNonNull(stability, "stability");
        others = List.copyOf(others);
        if (!metric.info().comparesSegmentCounts()) {
            throw new IllegalArgumentException("'" + metric.info().title()
                    + "' always improves with more segments and cannot choose: take the silhouette");
        }
        if (!(tie >= 0 && tie <= MAX_TIE)) {
            throw new IllegalArgumentException("Tie tolerance " + tie + " is outside 0 to " + MAX_TIE);
        }
        if (exactUpTo < MetricOptions.MIN_EXACT_UP_TO) {
            throw new IllegalArgumentException("Exact up to " + exactUpTo + " rows, but at least 2 are needed");
        }
    }

    /**
     * A selection in which stability takes no part.
     *
     * @param metric the metric that decides
     * @param others metrics that are computed for the leaderboard
     * @param guards what a segmentation has to fulfill
     * @param tie relative tolerance
     * @param exactUpTo maximum rows for which metrics that compare all pairs of rows are exact
     * @param distance the distance of metrics that compare pairs of rows
     */
    public SelectionOptions(
            Metric metric, List<Metric> others, Guards guards, double tie, int exactUpTo, Distance distance) {
        this(metric, others, guards, tie, exactUpTo, distance, StabilityRule.NONE);
    }

    /** @return silhouette, {@link Guards#defaults()}, ties within 1 %, exact up to 20,000 rows, Euclidean */
    public static SelectionOptions defaults() {
        return new SelectionOptions(
                Silhouette.METRIC, OTHERS, Guards.defaults(), TIE, MetricOptions.EXACT_UP_TO, Distance.EUCLIDEAN);
    }

    /**
     * The metrics of the leaderboard.
     *
     * @return the others, each once, and behind them the deciding one if it is not among them
     */
    public List<Metric> measured() {
        return Stream.concat(others.stream(), Stream.of(metric)).distinct().toList();
    }

    /**
     * The metrics to compute for every candidate.
     *
     * @return those of the leaderboard, and behind them the silhouette if it is not among them and a guard needs it
     */
    public List<Metric> computed() {
        Stream<Metric> guard = guards.needSilhouettes() ? Stream.of(Silhouette.METRIC) : Stream.of();
        return Stream.concat(measured().stream(), guard).distinct().toList();
    }

    /** @return how metrics are computed: noise counts 0 in a mean over rows and is left out elsewhere */
    public MetricOptions metricOptions() {
        return MetricOptions.defaults()
                .withNoise(NoisePolicy.ZERO)
                .withDistance(distance)
                .withExactUpTo(exactUpTo);
    }

    /**
     * The same with another metric.
     *
     * @param other the metric
     * @return new options
     */
    public SelectionOptions withMetric(Metric other) {
        return new SelectionOptions(other, others, guards, tie, exactUpTo, distance, stability);
    }

    /**
     * The same with other metrics in the leaderboard.
     *
     * @param metrics in the order of the leaderboard
     * @return new options
     */
    public SelectionOptions withOthers(List<Metric> metrics) {
        return new SelectionOptions(metric, metrics, guards, tie, exactUpTo, distance, stability);
    }

    /**
     * The same with other guards.
     *
     * @param other the guards
     * @return new options
     */
    public SelectionOptions withGuards(Guards other) {
        return new SelectionOptions(metric, others, other, tie, exactUpTo, distance, stability);
    }

    /**
     * The same with another tolerance of ties.
     *
     * @param tolerance share of the best value, 0 to 0.5
     * @return new options
     */
    public SelectionOptions withTie(double tolerance) {
        return new SelectionOptions(metric, others, guards, tolerance, exactUpTo, distance, stability);
    }

    /**
     * The same with another limit for exact values.
     *
     * @param rows at least 2
     * @return new options
     */
    public SelectionOptions withExactUpTo(int rows) {
        return new SelectionOptions(metric, others, guards, tie, rows, distance, stability);
    }

    /**
     * The same with another distance.
     *
     * @param other the distance of metrics that compare pairs of rows
     * @return new options
     */
    public SelectionOptions withDistance(Distance other) {
        return new SelectionOptions(metric, others, guards, tie, exactUpTo, other, stability);
    }

    /**
     * The same with another part of stability.
     *
     * @param rule how the stability of the candidates takes part
     * @return new options
     */
    public SelectionOptions withStability(StabilityRule rule) {
        return new SelectionOptions(metric, others, guards, tie, exactUpTo, distance, rule);
    }

    /** The value that decides, such as "silhouette". */
    String decides() {
        return stability.decides() ? StabilityRule.GAIN : metric.info().name();
    }

    /** The range of the value that decides. */
    MetricRange range() {
        return stability.decides() ? StabilityRule.GAIN_RANGE : metric.info().range();
    }
}
