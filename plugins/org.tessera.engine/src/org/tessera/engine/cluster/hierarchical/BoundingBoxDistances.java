package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.distance.Distance;

/** Costs of one point to the nearest places of many boxes: squared distances, or Manhattan distances. O(n d). */
final class BoundingBoxDistances {

    private BoundingBoxDistances() {}

    /**
     * Fills in lower bounds of the costs of a point to those in boxes; they hold even after rounding, because costs are
     * added up column after column in the same way.
     *
     * @param low per column the lower ends of the boxes
     * @param high per column the upper ends of the boxes
     * @param point the point
     * @param bounds gets the costs
     */
    static void fill(Distance distance, double[][] low, double[][] high, double[] point, double[] bounds) {
        Arrays.fill(bounds, 0);
        for (int j = 0; j < point.length; j++) {
            if (distance == Distance.EUCLIDEAN) {
                addSquares(low[j], high[j], point[j], bounds);
            } else {
                addGaps(low[j], high[j], point[j], bounds);
            }
        }
    }

    private static void addSquares(double[] low, double[] high, double value, double[] bounds) {
        for (int box = 0; box < bounds.length; box++) {
            double gap = Math.max(0, Math.max(low[box] - value, value - high[box]));
            bounds[box] += gap * gap;
        }
    }

    private static void addGaps(double[] low, double[] high, double value, double[] bounds) {
        for (int box = 0; box < bounds.length; box++) {
            bounds[box] += Math.max(0, Math.max(low[box] - value, value - high[box]));
        }
    }
}
