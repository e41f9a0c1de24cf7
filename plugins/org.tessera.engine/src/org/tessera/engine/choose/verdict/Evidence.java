package org.tessera.engine.choose.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the customers show beside tables without segments.
 *
 * @param gainP p-value of T1, the largest standardized gain of k-means over all numbers of segments: small if more than
 *     margins and correlations are at work
 * @param depthP p-value of D: small if a segment is more isolated than without segments. Where there are categories or
 *     numbers with spikes, D is also measured on the other numbers alone, and the clearer of the two is told, with twice its
 *     p-value
 * @param depth D, the depth of the valleys around the most isolated segment, 0 to 1
 * @param nullDepth the mean of D without segments
 */
public record Evidence(double gainP, double depthP, double depth, double nullDepth) {

    /** Smallest depth of natural segments. */
    private static final double MIN_DEPTH = 0.3;
    /** A difference to the mean depth without segments that makes up for a smaller depth. */
    private static final double CLEAR_EXCESS = 0.2;
    /** Smallest difference to the mean depth without segments: with many rows the smallest misfit is significant. */
    private static final double MIN_EXCESS = 0.1;
    /** The same as a share of what is left to 1, where the depth without segments is large. */
    private static final double MIN_EXCESS_SHARE = 0.15;

    /** @return whether there are valleys, deeper than without segments */
    public boolean hasValleys() {
        double excess = Math.min(MIN_EXCESS, MIN_EXCESS_SHARE * (1 - nullDepth));
        return depthP <= Verdict.LEVEL
                && depth >= Math.min(MIN_DEPTH, nullDepth + CLEAR_EXCESS)
                && depth >= nullDepth + excess;
    }

    /** Compares a table with null samples. */
    static Evidence of(Structure table, List<Structure> samples) {
        int sizes = table.gains().length;
        double[] largest = new double[samples.size() + 1];
        for (int k = 0; k < sizes; k++) {
            double[] gains = new double[largest.length];
            gains[0] = table.gains()[k];
            for (int b = 0; b < samples.size(); b++) {
                gains[b + 1] = samples.get(b).gains()[k];
            }
            standardize(gains);
            for (int b = 0; b < gains.length; b++) {
                largest[b] = k == 0 ? gains[b] : Math.max(largest[b], gains[b]);
            }
        }
        double gainP = pValue(largest);
        return IntStream.range(0, table.depths().length)
                .mapToObj(v -> view(gainP, v, table, samples))
                .min(Comparator.comparing((Evidence e) -> !e.hasValleys())
                        .thenComparing(Evidence::depthP)
                        .thenComparing(e -> e.nullDepth - e.depth))
                .orElseThrow();
    }

    /** The evidence of one view; its p-value is that of the smallest of all views (Bonferroni). */
    private static Evidence view(double gainP, int v, Structure table, List<Structure> samples) {
        double[] depths = new double[samples.size() + 1];
        depths[0] = table.depths()[v];
        double sum = 0;
        for (int b = 0; b < samples.size(); b++) {
            depths[b + 1] = samples.get(b).depths()[v];
            sum += depths[b + 1];
        }
        double p = Math.min(1, pValue(depths) * table.depths().length);
        return new Evidence(gainP, p, depths[0], sum / samples.size());
    }

    private static void standardize(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double sd = Math.sqrt(squares / (values.length - 1));
        for (int b = 0; b < values.length; b++) {
            values[b] = sd > 0 ? (values[b] - mean) / sd : 0;
        }
    }

    /** The share of values that are at least as large as the first, the first among them. */
    private static double pValue(double[] values) {
        int atLeast = 0;
        for (double value : values) {
            atLeast += value >= values[0] ? 1 : 0;
        }
        return (double) atLeast / values.length;
    }
}
