package org.tessera.engine.metric;

/** What a metric does with rows labeled {@link org.tessera.engine.data.Labels#NOISE}. */
public enum NoisePolicy {
    /** Noise rows are excluded, both as rows and as neighbors. */
    LEAVE_OUT,
    /** All noise rows together are one additional segment, the last one. */
    OWN_SEGMENT,
    /**
     * Noise rows are no neighbors and no segment, but count with the value 0 in the mean over all rows, so that leaving out
     * difficult rows does not raise it. For metrics with a value per row ({@link Metric#countsNoise()}); for all others the
     * same as {@link #LEAVE_OUT}.
     */
    ZERO
}
