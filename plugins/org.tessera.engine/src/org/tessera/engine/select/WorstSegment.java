package org.tessera.engine.select;

import org.tessera.engine.data.Labels;
import org.tessera.engine.metric.MetricResult;
import org.tessera.engine.metric.Silhouette;

/**
 * The segment with the lowest mean silhouette, noise left out.
 *
 * @param name its name, "" if no silhouette is known
 * @param silhouette its mean silhouette, NaN if not known
 * @param standardError standard error of a mean that was estimated from a sample, otherwise 0
 */
public record WorstSegment(String name, double silhouette, double standardError) {

    /** Silhouettes were not measured or are not defined. */
    public static final WorstSegment UNKNOWN = new WorstSegment("", Double.NaN, 0);

    /**
     * The first segment with the lowest mean. O(n + k).
     *
     * @param result silhouettes
     * @param labels the labels they were measured of
     * @return the segment, or {@link #UNKNOWN} for null, another metric's result, or no value
     */
    public static WorstSegment of(MetricResult result, Labels labels) {
        if (!(result instanceof Silhouette.Result silhouette) || Double.isNaN(silhouette.overall())) {
            return UNKNOWN;
        }
        double[] means = silhouette.perSegment();
        int worst = 0;
        for (int s = 1; s < means.length; s++) {
            worst = means[s] < means[worst] ? s : worst;
        }
        double error = silhouette.sampledRows() == 0 ? 0 : standardError(silhouette.perRow(), labels, worst);
        return new WorstSegment(labels.nameOf(worst), means[worst], error);
    }

    /** Standard error of the mean of a segment's sampled rows, with the finite population correction; 0 for one row. */
    private static double standardError(double[] perRow, Labels labels, int segment) {
        int count = 0;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < perRow.length; i++) {
            if (labels.at(i) == segment && !Double.isNaN(perRow[i])) {
                count++;
                double difference = perRow[i] - mean;
                mean += difference / count;
                squares += difference * (perRow[i] - mean);
            }
        }
        double left = 1 - (double) count / labels.sizeOf(segment);
        return count < 2 ? 0 : Math.sqrt(squares / (count - 1) / count * left);
    }
}
