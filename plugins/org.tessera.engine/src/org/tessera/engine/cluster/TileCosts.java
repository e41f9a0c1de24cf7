package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.distance.Distance;

/**
 * Costs of one point to a tile of others that lie column by column: squared distances, or Manhattan distances. The JIT
 * vectorises a loop only when every array in it is read at the same index, so each column of a tile is an array of its
 * own, as long as the array of costs. Columns are added one after the other, whatever the size of the tile.
 */
final class TileCosts {

    private TileCosts() {}

    /** Fills in the costs of a point to all places of a tile, those behind the last one of its points included. */
    static void of(Distance distance, double[][] tile, double[] point, double[] costs) {
        Arrays.fill(costs, 0);
        if (distance != Distance.EUCLIDEAN) {
            for (int j = 0; j < point.length; j++) {
                addGaps(tile[j], point[j], costs);
            }
            return;
        }
        int j = 0;
        for (; j + 3 < point.length; j += 4) {
            addSquares(tile, point, j, costs);
        }
        for (; j < point.length; j++) {
            addSquares(tile[j], point[j], costs);
        }
    }

    private static void addGaps(double[] column, double value, double[] costs) {
        for (int t = 0; t < costs.length; t++) {
            costs[t] += Math.abs(value - column[t]);
        }
    }

    private static void addSquares(double[] column, double value, double[] costs) {
        for (int t = 0; t < costs.length; t++) {
            double difference = value - column[t];
            costs[t] += difference * difference;
        }
    }

    /** Four columns in one pass, which saves loads and stores of the costs. */
    private static void addSquares(double[][] tile, double[] point, int first, double[] costs) {
        double[] columnA = tile[first];
        double[] columnB = tile[first + 1];
        double[] columnC = tile[first + 2];
        double[] columnD = tile[first + 3];
        double a = point[first];
        double b = point[first + 1];
        double c = point[first + 2];
        double d = point[first + 3];
        for (int t = 0; t < costs.length; t++) {
            double toA = a - columnA[t];
            double toB = b - columnB[t];
            double toC = c - columnC[t];
            double toD = d - columnD[t];
            costs[t] = costs[t] + toA * toA + toB * toB + toC * toC + toD * toD;
        }
    }
}
