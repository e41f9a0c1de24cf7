package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RunContext;

/**
 * Rows in single precision, in tiles of near ones with their bounding boxes: half the memory traffic for finding the few
 * rows whose costs are worth an exact look. Columns are centered and all scaled by the same number, so that errors of
 * rounding have one bound; what is nearer than a limit is never missed.
 */
final class SinglePrecisionTiles {

    static final int TILE = 64;
    /** Half a unit in the last place of 1. */
    private static final double UNIT = 0x1p-24;

    /** Names of the rows by slot. */
    final int[] names;
    /** Per column and tile: the box. */
    final double[][] low;

    final double[][] high;
    private final Distance distance;
    private final int d;
    private final double scale;
    private final float[][][] tiles;
    /** The same row by row, each of which is compared with many tiles. */
    private final float[] rows;

    /**
     * Takes rows of a matrix.
     *
     * @param names the rows, near ones together
     */
    SinglePrecisionTiles(Matrix x, int[] names, Distance distance, RunContext run) {
        this.distance = distance;
        this.names = names;
        d = x.columns();
        int count = (names.length + TILE - 1) / TILE;
        tiles = new float[count][d][TILE];
        rows = new float[names.length * d];
        low = new double[d][count];
        high = new double[d][count];
        bound(x, run);
        double[] centroid = new double[d];
        double width = 0;
        for (int j = 0; j < d; j++) {
            double min = Arrays.stream(low[j]).min().orElse(0) / 2;
            double max = Arrays.stream(high[j]).max().orElse(0) / 2;
            centroid[j] = min + max;
            width += distance == Distance.EUCLIDEAN ? (max - min) * (max - min) : max - min;
        }
        width = distance.ofCost(width);
        scale = width > 0 ? 1 / width : 0;
        for (int slot = 0; slot < names.length; slot++) {
            for (int j = 0; j < d; j++) {
                double value = (x.values()[names[slot] * d + j] - centroid[j]) * scale;
                rows[slot * d + j] = (float) value;
                tiles[slot / TILE][j][slot % TILE] = (float) value;
            }
        }
    }

    private void bound(Matrix x, RunContext run) {
        for (double[] column : low) {
            Arrays.fill(column, Double.POSITIVE_INFINITY);
        }
        for (double[] column : high) {
            Arrays.fill(column, Double.NEGATIVE_INFINITY);
        }
        for (int slot = 0; slot < names.length; slot++) {
            int tile = slot / TILE;
            if (slot % TILE == 0) {
                run.checkCanceled();
            }
            for (int j = 0; j < d; j++) {
                double value = x.values()[names[slot] * d + j];
                low[j][tile] = Math.min(low[j][tile], value);
                high[j][tile] = Math.max(high[j][tile], value);
            }
        }
    }

    int count() {
        return tiles.length;
    }

    /** No row with a lower cost than this has a single-precision cost that is not below the result. */
    float limit(double cost) {
        if (Double.isInfinite(cost)) {
            return Float.POSITIVE_INFINITY;
        }
        double scaled = distance.ofCost(cost) * scale + 6 * UNIT;
        double most = distance == Distance.EUCLIDEAN ? scaled * scaled : scaled;
        return Math.nextUp((float) (most * (1 + 2 * (d + 8) * UNIT)));
    }

    /** Fills in the single-precision costs of the row in a slot to the rows of a tile. */
    void costs(int tile, int slot, float[] costs) {
        float[][] columns = tiles[tile];
        int at = slot * d;
        int j = 0;
        if (distance != Distance.EUCLIDEAN) {
            Arrays.fill(costs, 0);
            for (; j < d; j++) {
                addGaps(columns[j], rows[at + j], costs);
            }
            return;
        }
        if (d % 2 == 0) {
            Arrays.fill(costs, 0);
        } else {
            squares(columns[0], rows[at], costs);
            j = 1;
        }
        for (; j + 3 < d; j += 4) {
            addSquares(columns[j], columns[j + 1], columns[j + 2], columns[j + 3], at + j, costs);
        }
        if (j < d) {
            addSquares(columns[j], columns[j + 1], rows[at + j], rows[at + j + 1], costs);
        }
    }

    /** @return below 0 if one of the costs of a tile is below its limit */
    static float least(float[] costs, float[] limits) {
        float least = Float.POSITIVE_INFINITY;
        for (int t = 0; t < costs.length; t++) {
            least = Math.min(least, costs[t] - limits[t]);
        }
        return least;
    }

    private static void addGaps(float[] column, float value, float[] costs) {
        for (int t = 0; t < costs.length; t++) {
            costs[t] += Math.abs(value - column[t]);
        }
    }

    private static void squares(float[] column, float value, float[] costs) {
        for (int t = 0; t < costs.length; t++) {
            float difference = value - column[t];
            costs[t] = difference * difference;
        }
    }

    private static void addSquares(float[] columnA, float[] columnB, float a, float b, float[] costs) {
        for (int t = 0; t < costs.length; t++) {
            float toA = a - columnA[t];
            float toB = b - columnB[t];
            costs[t] = costs[t] + toA * toA + toB * toB;
        }
    }

    private void addSquares(float[] columnA, float[] columnB, float[] columnC, float[] columnD, int at, float[] costs) {
        float a = rows[at];
        float b = rows[at + 1];
        float c = rows[at + 2];
        float e = rows[at + 3];
        for (int t = 0; t < costs.length; t++) {
            float toA = a - columnA[t];
            float toB = b - columnB[t];
            float toC = c - columnC[t];
            float toD = e - columnD[t];
            costs[t] = costs[t] + toA * toA + toB * toB + toC * toC + toD * toD;
        }
    }
}
