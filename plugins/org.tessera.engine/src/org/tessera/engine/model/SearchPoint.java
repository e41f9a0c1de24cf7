package org.tessera.engine.model;

import java.util.Objects;

/**
 * A segmentation that was tried when a model was searched for, on the curves of its algorithm. Values are NaN where they are
 * not known.
 *
 * @param algorithm title of the algorithm, such as "K-Means"
 * @param segments number of segments asked for, 0 if the algorithm found it
 * @param silhouette mean silhouette, -1 to 1
 * @param inertia within-segment sum of squares, at least 0
 * @param knee whether the curve of the inertia has its knee here
 * @param stability adjusted Rand index of the segments of halves
 * @param nullStability the same in tables without segments
 */
public record SearchPoint(
        String algorithm,
        int segments,
        double silhouette,
        double inertia,
        boolean knee,
        double stability,
        double nullStability) {

    /** Checks that nothing is null. */
    public SearchPoint {
        Objects.requireNonNull(algorithm, "algorithm");
        if (segments < 0) {
            throw new IllegalArgumentException("A search of " + segments + " segments");
        }
    }
}
