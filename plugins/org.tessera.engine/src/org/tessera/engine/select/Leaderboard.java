package org.tessera.engine.select;

import java.util.List;
import java.util.Map;
import org.tessera.engine.metric.MetricResult;

/**
 * The candidates in the order of their ranks, the selected one first.
 *
 * @param entries an entry per candidate, rank 1 first
 * @param guardsRelaxed whether no candidate passed the guards, so that the winner does not either
 * @param warning what the user should know about the choice, with numbers and a remedy; empty if nothing
 */
public record Leaderboard(List<Entry> entries, boolean guardsRelaxed, String warning) {

    /** Copies the entries. */
    public Leaderboard {
        entries = List.copyOf(entries);
    }

    /** @return the entry of the selected candidate */
    public Entry winner() {
        return entries.get(0);
    }

    /**
     * The rank of a candidate, and what it is based on.
     *
     * @param index its position in the list that was ranked
     * @param candidate the candidate
     * @param measures its metrics, segments, worst segment and likeness to a column
     * @param misses the guards that it does not pass
     * @param rank 1 for the winner
     * @param eligible whether it passes the guards and has a value of the metric
     * @param reason why it was chosen, set aside or beaten, as a sentence with numbers
     */
    public record Entry(
            int index,
            Candidate candidate,
            Measures measures,
            List<Miss> misses,
            int rank,
            boolean eligible,
            String reason) {

        /** Copies the misses. */
        public Entry {
            misses = List.copyOf(misses);
        }

        /** @return results by metric identifier, in the order of {@link SelectionOptions#computed()} */
        public Map<String, MetricResult> metrics() {
            return measures.metrics();
        }

        /** @return its segments and noise */
        public Shape shape() {
            return measures.shape();
        }

        /**
         * The overall value of a metric.
         *
         * @param metricId the metric's identifier
         * @return the value, NaN if not defined or not computed
         */
        public double value(String metricId) {
            return measures.value(metricId);
        }
    }
}
