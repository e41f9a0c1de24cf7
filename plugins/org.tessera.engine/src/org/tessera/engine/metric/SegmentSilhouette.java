package org.tessera.engine.metric;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.Labels;

/**
 * How the customers of one segment fit it: the distribution of their silhouettes ({@link Silhouette}). With a sample all
 * values are those of the sampled rows. Silhouettes within 1e-12 of 0 count as 0, because sums of equal distances may
 * differ by rounding.
 *
 * @param label the segment, or {@link Labels#NOISE} where noise is a segment of its own
 * @param mean mean silhouette, -1 to 1
 * @param standardError standard error of the mean of a sample; 0 if exact, or if only one row was sampled
 * @param shareBelowZero share of the rows with a silhouette below 0, which are nearer to another segment, 0 to 1
 * @param lowest lowest silhouette, -1 to 1
 */
public record SegmentSilhouette(int label, double mean, double standardError, double shareBelowZero, double lowest) {

    private static final double ROUNDING = 1e-12;

    /** What means of a segment say, by the same bounds as the mean over all segments. */
    private static final Reading READING = new Reading(
            List.of(
                    new Reading.Band(0.7, "strong: clearly apart from the other segments"),
                    new Reading.Band(0.5, "reasonable: apart from the other segments"),
                    new Reading.Band(0.25, "weak: overlaps with another segment"),
                    Reading.last("no substantial structure: blends into another segment")),
            "about 0 or less",
            "Kaufman and Rousseeuw 1990");

    /**
     * Summarizes silhouettes per segment. O(n + k).
     *
     * @param silhouettes the silhouettes of n rows
     * @param labels the labels that they were computed for, without empty segments
     * @return an entry per segment in order, noise last if it is a segment of its own; none if the silhouette is not
     *     defined
     * @throws IllegalArgumentException if the numbers of rows differ
     */
    public static List<SegmentSilhouette> of(Silhouette.Result silhouettes, Labels labels) {
        double[] perRow = silhouettes.perRow();
        if (perRow.length != labels.size()) {
            throw new IllegalArgumentException(
                    labels.size() + " labels for " + perRow.length + " silhouettes: the numbers must be equal");
        }
        int groups = silhouettes.undefined().isEmpty() ? silhouettes.perSegment().length : 0;
        List<Summary> summaries = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            summaries.add(new Summary());
        }
        for (int i = 0; i < perRow.length; i++) {
            int group = labels.at(i) == Labels.NOISE ? labels.segments() : labels.at(i);
            if (group < groups && !Double.isNaN(perRow[i])) {
                summaries.get(group).add(perRow[i]);
            }
        }
        List<SegmentSilhouette> segments = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            int label = g == labels.segments() ? Labels.NOISE : g;
            int size = label == Labels.NOISE ? labels.noise() : labels.sizeOf(label);
            segments.add(summaries.get(g).of(label, size, silhouettes.perSegment()[g]));
        }
        return segments;
    }

    /** @return whether the mean is below 0, by more than its standard error: customers are nearer to another segment */
    public boolean fallsApart() {
        return mean + standardError < -ROUNDING;
    }

    /** @return what the mean says of the segment, such as "weak: overlaps with another segment" */
    public String reading() {
        return fallsApart()
                ? "does not hold together: its customers are on average nearer to another segment"
                : READING.of(mean);
    }

    /** Silhouettes of a segment, added one by one; the variance by Welford's method. */
    private static final class Summary {

        private int count;
        private int below;
        private double mean;
        private double squares;
        private double lowest = Double.POSITIVE_INFINITY;

        void add(double silhouette) {
            count++;
            below += silhouette < -ROUNDING ? 1 : 0;
            lowest = Math.min(lowest, silhouette);
            double difference = silhouette - mean;
            mean += difference / count;
            squares += difference * (silhouette - mean);
        }

        SegmentSilhouette of(int label, int size, double segmentMean) {
            double unseen = 1 - (double) count / size;
            double error = count < 2 ? 0 : Math.sqrt(Math.max(0, squares / (count - 1) / count * unseen));
            return new SegmentSilhouette(label, segmentMean, error, (double) below / count, lowest);
        }
    }
}
