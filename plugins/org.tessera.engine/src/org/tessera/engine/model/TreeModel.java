package org.tessera.engine.model;

import java.util.Objects;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;

/**
 * A hierarchical clustering: a dendrogram, cut into segments at a height.
 *
 * @param linkage the linkage
 * @param distance the distance of rows
 * @param tree the dendrogram, n - 1 merges
 * @param cutHeight the height at which the dendrogram is cut: merges above it are undone
 * @param centroids k x d means of the training rows that the cut gave to the segments; fewer than the cut has segments
 *     if small ones were dissolved
 */
public record TreeModel(Linkage linkage, Distance distance, MergeTree tree, double cutHeight, Matrix centroids)
        implements ClusterModel {

    /** Checks that nothing is null. */
    public TreeModel {
        Objects.requireNonNull(linkage, "linkage");
        Objects.requireNonNull(distance, "distance");
        Objects.requireNonNull(tree, "tree");
        Objects.requireNonNull(centroids, "centroids");
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
