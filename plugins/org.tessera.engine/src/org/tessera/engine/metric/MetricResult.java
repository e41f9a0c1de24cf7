package org.tessera.engine.metric;

/**
 * A metric's values for one segmentation. Where a value is not defined it is NaN, and {@link #undefined()} says why.
 */
public interface MetricResult {

    /** @return the value of the whole segmentation, NaN if not defined */
    double overall();

    /**
     * The values of the segments.
     *
     * @return k values; one more, the last, for the noise rows when they are a segment of their own
     */
    double[] perSegment();

    /** @return why {@link #overall()} is not defined, as a sentence; empty if it is defined */
    String undefined();

    /** @return the standard error of {@link #overall()} if it was estimated from a sample, NaN if it is exact */
    default double standardError() {
        return Double.NaN;
    }

    /** @return the number of rows measured for an estimate, 0 if the value is exact */
    default int sampledRows() {
        return 0;
    }
}
