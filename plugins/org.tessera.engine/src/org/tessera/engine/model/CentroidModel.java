package org.tessera.engine.model;

import java.util.Objects;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;

/**
 * Segments around centres, from k-means.
 *
 * @param centres k x d centres
 * @param distance the distance a row is assigned by
 * @param inertia sum over the training rows of the squared distance to their centre (Manhattan: of the distance)
 */
public record CentroidModel(Matrix centres, Distance distance, double inertia) implements ClusterModel {

    /** Checks that nothing is null. */
    public CentroidModel {
        Objects.requireNonNull(centres, "centres");
        Objects.requireNonNull(distance, "distance");
    }

    @Override
    public int segments() {
        return centres.rows();
    }

    @Override
    public int features() {
        return centres.columns();
    }
}
