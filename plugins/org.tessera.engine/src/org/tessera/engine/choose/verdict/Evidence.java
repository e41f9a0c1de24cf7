package org.tessera.engine.choose.verdict;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tessera.engine.kernel.Statistics;

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
 * @param leastDepth the least D that is more than chance and than a null model that is not quite right
 */
public record Evidence(double gainP, double depthP, double depth, double nullDepth, double leastDepth) {

    /** Least difference to the mean depth without segments: with many rows the smallest misfit is significant. */
    private static final double MIN_EXCESS = 0.14;
    /** The same in standard deviations of the depth without segments. */
    private static final double MIN_DEVIATIONS = 2.8;
    /** The same times the square root of the rows: few rows vary more than the depths, which do not fall below 0, show. */
    private static final double MIN_ROOT_EXCESS = 5.5;
    /** A difference that is always enough. */
    private static final double CLEAR_EXCESS = 0.3;
    /** The same where the depth without segments is large, as a share of the square of what is left to 1. */
    private static final double CLEAR_SHARE = 0.65;

    /** @return whether there are valleys, deeper than without segments */
    public boolean hasValleys() {
        return depthP <= Verdict.LEVEL && depth >= leastDepth;
    }

    /** Compares a table of so many rows with null samples. */
    static Evidence of(int rows, Structure table, List<Structure> samples) {
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
        double least = Math.max(MIN_EXCESS, MIN_ROOT_EXCESS / Math.sqrt(rows));
        return IntStream.range(0, table.depths().length)
                .mapToObj(v -> view(gainP, v, least, table, samples))
                .min(Comparator.comparing((Evidence e) -> !e.hasValleys())
                        .thenComparing(Evidence::depthP)
                        .thenComparing(e -> e.leastDepth - e.depth))
                .orElseThrow();
    }

    /** The evidence of one view; its p-value is that of the smallest of all views (Bonferroni). */
    private static Evidence view(double gainP, int v, double least, Structure table, List<Structure> samples) {
        double[] depths = samples.stream().mapToDouble(s -> s.depths()[v]).toArray();
        double mean = Arrays.stream(depths).average().orElse(0);
        double excess = Math.max(least, MIN_DEVIATIONS * Statistics.sd(depths));
        double clear = Math.min(CLEAR_EXCESS, CLEAR_SHARE * (1 - mean) * (1 - mean));
        double depth = table.depths()[v];
        double p = pValue(DoubleStream.concat(DoubleStream.of(depth), Arrays.stream(depths))
                .toArray());
        double all = Math.min(1, p * table.depths().length);
        return new Evidence(gainP, all, depth, mean, mean + Math.min(excess, clear));
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
