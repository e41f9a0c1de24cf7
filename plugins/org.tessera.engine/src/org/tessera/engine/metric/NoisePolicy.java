package org.tessera.engine.metric;

/** What a metric does with rows labeled {@link org.tessera.engine.data.Labels#NOISE}. */
public enum NoisePolicy {
    /** Noise rows do not take part, neither as rows nor as neighbors (what scikit-learn's users do by hand). */
    LEAVE_OUT,
    /** All noise rows together are one more segment, the last one. */
    OWN_SEGMENT
}
