package org.tessera.engine.metric;

import java.util.List;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;

/**
 * An internal measure of a segmentation's quality: it needs features and labels only. A stateless value that knows its
 * name, range and direction; entered in {@link org.tessera.engine.catalog.Metrics}.
 *
 * <p>No metric throws for a segmentation that it is not defined on (one segment, no row): it gives NaN and says why.
 * Values do not depend on the number of threads, bit for bit, nor on the order of the rows beyond rounding.
 */
public interface Metric {

    /** @return stable identifier, lower case with hyphens; used in settings and files */
    String id();

    /** @return the name users see, e.g. "Davies-Bouldin index" */
    String title();

    /** @return the smallest possible value */
    double lowest();

    /** @return the largest possible value, may be infinite */
    double highest();

    /** @return true if a larger value is better */
    boolean higherIsBetter();

    /** @return whether segmentations with different numbers of segments may be compared by this metric */
    boolean comparesSegmentCounts();

    /**
     * Whether the metric looks at all pairs of rows and cannot be estimated: then it is left out above {@link
     * MetricOptions#exactUpTo()} rows, and measured in a comparison of segmentations only if they are compared by it.
     *
     * @return false if not said otherwise
     */
    default boolean needsAllPairs() {
        return false;
    }

    /**
     * What measuring several segmentations one after the other takes.
     *
     * @param size the size of the features
     * @param segments the most segments of a segmentation
     * @param segmentations how many there are
     * @param options distance, exact or from a sample
     * @return time and memory; none if not said otherwise, for metrics that take no longer than reading the table
     */
    default Estimate estimate(DataSize size, int segments, int segmentations, MetricOptions options) {
        return size.estimate("The " + title() + " of", 0, 0, List.of());
    }

    /** @return the publication that defines the metric, with its DOI */
    String reference();

    /**
     * Computes the metric.
     *
     * @param x n x d finite features
     * @param labels n labels
     * @param options noise, distance and sampling
     * @param run threads, cancel, and the seed of a sample
     * @return the values
     * @throws IllegalArgumentException if the numbers of rows differ or a feature is not finite
     */
    MetricResult measure(Matrix x, Labels labels, MetricOptions options, RunContext run);

    /**
     * Compares two values; an undefined value (NaN) is never better and any defined one is better than it.
     *
     * @param value a value
     * @param other another value
     * @return whether the first is strictly better
     */
    default boolean isBetter(double value, double other) {
        if (Double.isNaN(value)) {
            return false;
        }
        if (Double.isNaN(other)) {
            return true;
        }
        return higherIsBetter() ? value > other : value < other;
    }
}
