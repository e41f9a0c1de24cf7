package org.tessera.engine.metric;

import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/**
 * An internal measure of a segmentation's quality: it needs features and labels only. A stateless value, entered in
 * {@link org.tessera.engine.catalog.Metrics}.
 *
 * <p>No metric throws for a segmentation that it is not defined on (one segment, no row): it gives NaN and says why.
 * Values do not depend on the number of threads, bit for bit, nor on the order of the rows beyond rounding.
 */
public interface Metric {

    /** @return identifier, name, meaning, range, cost and reference */
    MetricInfo info();

    /**
     * Whether {@link NoisePolicy#ZERO} counts noise.
     *
     * @return true for a mean of values per row, in which a noise row can have the value 0; otherwise noise is left out
     */
    default boolean countsNoise() {
        return false;
    }

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
}
