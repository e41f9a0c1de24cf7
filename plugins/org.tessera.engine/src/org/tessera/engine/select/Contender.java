package org.tessera.engine.select;

import java.util.Map;
import org.tessera.engine.metric.MetricResult;

/** A measured candidate and what the guards say about it. */
record Contender(
        int index,
        Candidate candidate,
        Map<String, MetricResult> metrics,
        Leaderboard.Shape shape,
        SelectionOptions options) {

    double value() {
        return result().overall();
    }

    MetricResult result() {
        return metrics.get(options.metric().id());
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

    boolean eligible() {
        return measured() && !tooSmall() && !tooNoisy();
    }

    /** Whether the value is as good as the best, within the tolerance. */
    boolean tiesWith(Contender best) {
        return Math.abs(value() - best.value()) <= options.tie() * Math.abs(best.value());
    }

    Leaderboard.Entry entry(int rank, String reason) {
        return new Leaderboard.Entry(index, candidate, metrics, shape, rank, eligible(), reason);
    }
}
