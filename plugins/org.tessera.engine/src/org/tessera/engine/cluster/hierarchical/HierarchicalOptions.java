package org.tessera.engine.cluster.hierarchical;

import java.util.Objects;
import java.util.OptionalDouble;
import org.tessera.engine.cluster.Bounds;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.Linkage;

/**
 * Options of agglomerative hierarchical clustering.
 *
 * @param segments number of segments the dendrogram is cut into, 1 to {@value #MAX_SEGMENTS}; not used when a cut
 *     height is given
 * @param cutHeight height at which the dendrogram is cut, in units of the distance (Ward: scipy's height, the square
 *     root of twice the increase of the sum of squares), at least 0; empty to cut by number
 * @param linkage how the distance of two clusters is defined
 * @param distance the distance of rows; Ward and centroid need Euclidean
 */
public record HierarchicalOptions(int segments, OptionalDouble cutHeight, Linkage linkage, Distance distance) {

    /** Maximum number of segments. */
    public static final int MAX_SEGMENTS = 1000;

    /** Checks the bounds. */
    public HierarchicalOptions {
        Bounds.check("Number of segments", segments, 1, MAX_SEGMENTS);
        Objects.requireNonNull(cutHeight, "cutHeight");
        Objects.requireNonNull(linkage, "linkage");
        Objects.requireNonNull(distance, "distance");
        if (cutHeight.isPresent() && !(cutHeight.getAsDouble() >= 0 && cutHeight.getAsDouble() < Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "Cut height is " + cutHeight.getAsDouble() + ", but has to be a finite number from 0:"
                            + " give such a height, or cut by the number of segments.");
        }
        if (distance != Distance.EUCLIDEAN && linkage.needsEuclidean()) {
            throw new IllegalArgumentException("Linkage " + linkage.title() + " needs the Euclidean distance, but the"
                    + " distance is " + distance + ": choose Euclidean, or average, complete or single linkage.");
        }
    }

    /** @return 5 segments, Ward, Euclidean */
    public static HierarchicalOptions defaults() {
        return new HierarchicalOptions(5, OptionalDouble.empty(), Linkage.WARD, Distance.EUCLIDEAN);
    }

    /**
     * The same with another number of segments, cut by number.
     *
     * @param count the number
     * @return new options
     */
    public HierarchicalOptions withSegments(int count) {
        return new HierarchicalOptions(count, OptionalDouble.empty(), linkage, distance);
    }

    /**
     * The same cut by height.
     *
     * @param height the height
     * @return new options
     */
    public HierarchicalOptions withCutHeight(double height) {
        return new HierarchicalOptions(segments, OptionalDouble.of(height), linkage, distance);
    }

    /**
     * The same with another linkage.
     *
     * @param other the linkage
     * @return new options
     */
    public HierarchicalOptions withLinkage(Linkage other) {
        return new HierarchicalOptions(segments, cutHeight, other, distance);
    }

    /**
     * The same with another distance.
     *
     * @param measure the distance
     * @return new options
     */
    public HierarchicalOptions withDistance(Distance measure) {
        return new HierarchicalOptions(segments, cutHeight, linkage, measure);
    }
}
