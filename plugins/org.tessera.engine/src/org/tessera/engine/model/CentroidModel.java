package org.tessera.engine.model;

import java.util.Objects;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;

/**
 * A k-means model: a row belongs to the segment of the nearest centroid.
 *
 * @param centroids k x d centroids, the means (Manhattan: medians) of their rows unless small segments were dissolved
 * @param distance the distance by which rows are assigned
 * @param inertia sum over the training rows of the squared distance to their centroid (Manhattan: of the distance)
 */
public record CentroidModel(Matrix centroids, Distance distance, double inertia) implements ClusterModel {

    /** Checks that nothing is null. */
    public CentroidModel {
        Objects.requireNonNull(centroids, "centroids");
        Objects.requireNonNull(distance, "distance");
    }

    @Override
    public int segments() {
        return centroids.rows();
    }

    @Override
    public int features() {
        return centroids.columns();
    }
}
