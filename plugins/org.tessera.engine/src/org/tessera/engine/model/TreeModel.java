package org.tessera.engine.model;

import java.util.Objects;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;

/**
 * A tree of merges, cut into segments, from hierarchical clustering.
 *
 * @param linkage the linkage
 * @param distance the distance of rows
 * @param tree the n - 1 merges
 * @param cutHeight the height at which the tree is cut: merges above it are undone
 * @param centres k x d means of the segments' training rows
 */
public record TreeModel(Linkage linkage, Distance distance, MergeTree tree, double cutHeight, Matrix centres)
        implements ClusterModel {

    /** Checks that nothing is null. */
    public TreeModel {
        Objects.requireNonNull(linkage, "linkage");
        Objects.requireNonNull(distance, "distance");
        Objects.requireNonNull(tree, "tree");
        Objects.requireNonNull(centres, "centres");
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
