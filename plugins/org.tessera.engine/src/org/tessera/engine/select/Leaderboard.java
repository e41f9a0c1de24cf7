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
     * @param metrics results by metric identifier, in the order of {@link SelectionOptions#measured()}
     * @param shape its segments and noise
     * @param rank 1 for the winner
     * @param eligible whether it passes the guards and has a value of the metric
     * @param reason why it was chosen, set aside or beaten, as a sentence with numbers
     */
    public record Entry(
            int index,
            Candidate candidate,
            Map<String, MetricResult> metrics,
            Shape shape,
            int rank,
            boolean eligible,
            String reason) {

        /**
         * The overall value of a metric.
         *
         * @param metricId the metric's identifier
         * @return the value, NaN if not defined or not computed
         */
        public double value(String metricId) {
            MetricResult result = metrics.get(metricId);
            return result == null ? Double.NaN : result.overall();
        }
    }

    /**
     * Sizes of a segmentation.
     *
     * @param customers number of rows n, noise included
     * @param segments number of segments k, noise not counted
     * @param smallest rows of the smallest segment, 0 if there is none
     * @param noise rows that are noise
     */
    public record Shape(int customers, int segments, int smallest, int noise) {

        /** @return share of all customers in the smallest segment, 0 to 1; 0 if there is none */
        public double smallestShare() {
            return customers == 0 ? 0 : (double) smallest / customers;
        }

        /** @return share of all customers that are noise, 0 to 1 */
        public double noiseShare() {
            return customers == 0 ? 0 : (double) noise / customers;
        }
    }
}
