package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RunContext;

/**
 * Rows in single precision, in tiles of near ones with their bounding boxes: half the memory traffic for finding the few
 * rows whose costs are worth an exact look. Columns are centred and all scaled by the same number, so that errors of
 * rounding have one bound; what is nearer than a limit is never missed.
 */
final class FloatTiles {

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

    /**
     * Takes rows of a matrix.
     *
     * @param names the rows, near ones together
     */
    FloatTiles(Matrix x, int[] names, Distance distance, RunContext run) {
        this.distance = distance;
        this.names = names;
        d = x.columns();
        int count = (names.length + TILE - 1) / TILE;
        tiles = new float[count][d][TILE];
        low = new double[d][count];
        high = new double[d][count];
        bound(x, run);
        double[] centre = new double[d];
        double width = 0;
        for (int j = 0; j < d; j++) {
            double min = Arrays.stream(low[j]).min().orElse(0) / 2;
            double max = Arrays.stream(high[j]).max().orElse(0) / 2;
            centre[j] = min + max;
            width += distance == Distance.EUCLIDEAN ? (max - min) * (max - min) : max - min;
        }
        width = distance.ofCost(width);
        scale = width > 0 ? 1 / width : 0;
        for (int slot = 0; slot < names.length; slot++) {
            for (int j = 0; j < d; j++) {
                double value = (x.values()[names[slot] * d + j] - centre[j]) * scale;
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

    /** The coordinates of a row in single precision. */
    void copy(int slot, float[] point) {
        for (int j = 0; j < d; j++) {
            point[j] = tiles[slot / TILE][j][slot % TILE];
        }
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

    /** Fills in the single-precision costs of a point to a tile. */
    void costs(int tile, float[] point, float[] costs) {
        float[][] columns = tiles[tile];
        Arrays.fill(costs, 0);
        if (distance != Distance.EUCLIDEAN) {
            for (int j = 0; j < d; j++) {
                addGaps(columns[j], point[j], costs);
            }
            return;
        }
        int j = 0;
        for (; j + 3 < d; j += 4) {
            addSquares(columns, point, j, costs);
        }
        for (; j < d; j++) {
            addSquares(columns[j], point[j], costs);
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

    private static void addSquares(float[] column, float value, float[] costs) {
        for (int t = 0; t < costs.length; t++) {
            float difference = value - column[t];
            costs[t] += difference * difference;
        }
    }

    private static void addSquares(float[][] tile, float[] point, int first, float[] costs) {
        float[] columnA = tile[first];
        float[] columnB = tile[first + 1];
        float[] columnC = tile[first + 2];
        float[] columnD = tile[first + 3];
        float a = point[first];
        float b = point[first + 1];
        float c = point[first + 2];
        float d = point[first + 3];
        for (int t = 0; t < costs.length; t++) {
            float toA = a - columnA[t];
            float toB = b - columnB[t];
            float toC = c - columnC[t];
            float toD = d - columnD[t];
            costs[t] = costs[t] + toA * toA + toB * toB + toC * toC + toD * toD;
        }
    }
}
