package org.tessera.engine.select;

import java.util.Map;
import org.tessera.engine.metric.MetricResult;

/** A candidate with the values of its metrics, and whether it passes the guards. */
record Contender(
        int index,
        Candidate candidate,
        Map<String, MetricResult> metrics,
        Leaderboard.Shape shape,
        SelectionOptions options) {

    /** The value of the metric that decides; NaN if it is not defined. */
    double value() {
        return result().overall();
    }

    MetricResult result() {
        return metrics.get(options.metric().info().id());
    }

    boolean measured() {
        return !Double.isNaN(value());
    }

    boolean tooSmall() {
        return shape.smallestShare() < options.minimumShare();
    }

    boolean tooNoisy() {
        return shape.noiseShare() > options.maximumNoise();
    }

    /** Whether it passes the guards and has a value. */
    boolean eligible() {
        return measured() && !tooSmall() && !tooNoisy();
    }

    /** Whether the value equals that of the best candidate within the relative tolerance. */
    boolean tiesWith(Contender best) {
        return Math.abs(value() - best.value()) <= options.tie() * Math.abs(best.value());
    }

    Leaderboard.Entry entry(int rank, String reason) {
        return new Leaderboard.Entry(index, candidate, metrics, shape, rank, eligible(), reason);
    }
}
