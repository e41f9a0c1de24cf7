package org.tessera.engine.select;

import java.util.List;
import org.tessera.engine.metric.MetricResult;

/** A candidate with what is known of it, and the guards that it does not pass. */
record Contender(int index, Candidate candidate, Measures measures, List<Miss> misses, SelectionOptions options) {

    /** The value that decides; NaN if it is not defined. */
    double value() {
        return byStability() ? candidate.consistency().gain() : result().overall();
    }

    /** Whether stability decides, not a metric. */
    boolean byStability() {
        return options.stability().decides();
    }

    MetricResult result() {
        return measures.metrics().get(options.metric().info().id());
    }

    Shape shape() {
        return measures.shape();
    }

    boolean measured() {
        return !Double.isNaN(value());
    }

    /** Whether it passes the guards and has a value. */
    boolean eligible() {
        return measured() && misses.isEmpty();
    }

    /** How far it misses the guards: the sum over the guards, 0 if it passes all. */
    double missedBy() {
        return misses.stream().mapToDouble(Miss::by).sum();
    }

    Leaderboard.Entry entry(int rank, String reason) {
        return new Leaderboard.Entry(index, candidate, measures, misses, rank, eligible(), reason);
    }
}
