package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.distance.Distance;

/**
 * Distances from a point to bounding boxes, 0 inside: lower bounds of the distances to everything in a box. Reduced
 * distances, see {@link org.tessera.engine.distance.ReducedDistances}. O(boxes d).
 */
final class BoundingBoxDistances {

    private BoundingBoxDistances() {}

    /**
     * Computes the reduced distances to all boxes. They are lower bounds even after rounding, because those of rows are
     * summed over the columns in the same order.
     *
     * @param lower per column the lower ends of the boxes
     * @param upper per column the upper ends of the boxes
     * @param point the point
     * @param bounds receives a reduced distance per box
     */
    static void fill(Distance distance, double[][] lower, double[][] upper, double[] point, double[] bounds) {
        Arrays.fill(bounds, 0);
        for (int j = 0; j < point.length; j++) {
            if (distance == Distance.EUCLIDEAN) {
                addSquares(lower[j], upper[j], point[j], bounds);
            } else {
                addGaps(lower[j], upper[j], point[j], bounds);
            }
        }
    }

    private static void addSquares(double[] lower, double[] upper, double value, double[] bounds) {
        for (int box = 0; box < bounds.length; box++) {
            double gap = Math.max(0, Math.max(lower[box] - value, value - upper[box]));
            bounds[box] += gap * gap;
        }
    }

    private static void addGaps(double[] lower, double[] upper, double value, double[] bounds) {
        for (int box = 0; box < bounds.length; box++) {
            bounds[box] += Math.max(0, Math.max(lower[box] - value, value - upper[box]));
        }
    }
}
