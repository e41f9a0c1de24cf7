package org.tessera.engine.metric;

import java.util.List;
import java.util.regex.Pattern;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.MetricCost.Growth;
import org.tessera.engine.run.Estimate;

/**
 * What a metric says of itself. Dialogs, descriptions, tables, reasons, and the checks of time and memory show nothing
 * else of a metric and know no metric by name, so that a new one needs no other text.
 *
 * @param id stable identifier, lower case with hyphens; stored in settings and files
 * @param name the name within a sentence, such as "silhouette" or "Davies-Bouldin index"
 * @param meaning a sentence for the user on what a value measures, without range and direction
 * @param range the smallest and the largest value, and which is better
 * @param comparesSegmentCounts whether segmentations with different numbers of segments may be compared by this metric
 * @param cost how time and memory grow with the number of rows
 * @param reference the publication that defines the metric: authors, title, year, and its DOI after "doi:" if it has one
 * @param reading what a value means in words
 */
public record MetricInfo(
        String id,
        String name,
        String meaning,
        MetricRange range,
        boolean comparesSegmentCounts,
        MetricCost cost,
        String reference,
        Reading reading) {

    /** What values without a scale may be compared between. */
    static final String SAME_CUSTOMERS = "only between segmentations of the same customers by the same features";

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}.*[^.]\\.");

    /** Checks the texts. */
    public MetricInfo {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Identifier '" + id + "' is not lower case with hyphens");
        }
        if (name.isBlank() || reference.isBlank() || !SENTENCE.matcher(meaning).matches()) {
            throw new IllegalArgumentException("Metric '" + id + "' needs a name, a reference and a meaning that is a"
                    + " sentence, but has '" + name + "', '" + reference + "' and '" + meaning + "'");
        }
    }

    /**
     * A metric whose values have no meaning but in comparisons.
     *
     * @param id stable identifier
     * @param name the name within a sentence
     * @param meaning a sentence for the user on what a value measures
     * @param range the smallest and the largest value, and which is better
     * @param comparesSegmentCounts whether segmentations with different numbers of segments may be compared
     * @param cost how time and memory grow with the number of rows
     * @param reference the publication that defines the metric
     */
    public MetricInfo(
            String id,
            String name,
            String meaning,
            MetricRange range,
            boolean comparesSegmentCounts,
            MetricCost cost,
            String reference) {
        this(
                id,
                name,
                meaning,
                range,
                comparesSegmentCounts,
                cost,
                reference,
                Reading.withoutScale(SAME_CUSTOMERS, ""));
    }

    /** @return the name as it begins a sentence, a column or a choice, such as "Silhouette" */
    public String title() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /**
     * Sentences for the user.
     *
     * @return meaning, range and direction, what may be compared, what values mean, and what many rows cost
     */
    public String inWords() {
        String range = range().inWords();
        return meaning + " " + Character.toUpperCase(range.charAt(0)) + range.substring(1)
                + (comparesSegmentCounts ? ". " : "; only for the same number of segments. ") + reading.inWords()
                + switch (cost.growth()) {
                    case LINEAR -> "";
                    case PAIRS_OR_SAMPLE ->
                        " Compares all pairs of customers; for many customers it is estimated from"
                                + " a sample of every segment, with its standard error.";
                    case PAIRS_OR_NOTHING ->
                        " Compares all pairs of customers and cannot be estimated from a sample, so"
                                + " it is left out for many customers.";
                };
    }

    /**
     * The distance that the metric is computed with.
     *
     * @param options the distance of metrics that compare pairs of rows
     * @return that distance if the metric compares pairs; otherwise Euclidean, because it is defined on centroids
     */
    public Distance distance(MetricOptions options) {
        return cost.growth() == Growth.LINEAR ? Distance.EUCLIDEAN : options.distance();
    }

    /**
     * Why the metric is left out, because it compares all pairs of rows and there are too many.
     *
     * @param rows number of rows
     * @param options the limit for exact values
     * @return a sentence with the remedy, or "" if it is not left out
     */
    String whyLeftOut(int rows, MetricOptions options) {
        return cost.leavesOut(rows, options)
                ? "The " + name + " compares all pairs of customers and cannot be estimated, so it is left out above "
                        + Numbers.count(options.exactUpTo(), "customer") + ", but there are " + Numbers.count(rows)
                        + ": raise the limit for exact values to get it"
                : "";
    }

    /**
     * What measuring several segmentations one after the other takes.
     *
     * @param size the size of the features
     * @param segments the most segments of a segmentation
     * @param segmentations how many there are
     * @param options the limit for exact values, and the size of a sample
     * @return time and memory; none for metrics that take no longer than reading the table, or are left out
     */
    public Estimate estimate(DataSize size, int segments, int segmentations, MetricOptions options) {
        boolean exact = size.rows() <= options.exactUpTo();
        String kind = cost.growth() == Growth.PAIRS_OR_SAMPLE ? exact ? "exact " : "sampled " : "";
        return new Estimate(
                "The " + kind + name + " of " + size.inWords("feature")
                        + (segmentations > 1 ? " in " + Numbers.count(segmentations, "segmentation") : ""),
                cost.bytes(size, segments, options),
                segmentations * cost.seconds(size, options),
                cheaper(exact && size.rows() > MetricOptions.EXACT_UP_TO));
    }

    private List<String> cheaper(boolean exactAboveDefault) {
        return switch (cost.growth()) {
            case LINEAR -> List.of();
            case PAIRS_OR_SAMPLE ->
                List.of(
                        exactAboveDefault ? MetricOptions.SAMPLE_REMEDY : DataSize.SAMPLE_ROWS,
                        DataSize.FEWER_FEATURES);
            case PAIRS_OR_NOTHING -> List.of("leave out the " + name, MetricOptions.SAMPLE_REMEDY);
        };
    }
}
