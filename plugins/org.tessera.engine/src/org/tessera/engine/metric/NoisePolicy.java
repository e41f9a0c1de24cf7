package org.tessera.engine.metric;

/** What a metric does with rows labeled {@link org.tessera.engine.data.Labels#NOISE}. */
public enum NoisePolicy {
    /** Noise rows are excluded, both as rows and as neighbors. */
    LEAVE_OUT,
    /** All noise rows together are one additional segment, the last one. */
    OWN_SEGMENT
}
