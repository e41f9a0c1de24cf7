package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RunContext;

/**
 * Rows in single precision, in tiles of nearby ones with their bounding boxes: a filter that finds the few rows whose
 * exact distance has to be computed, at half the memory traffic. Columns are centered and all scaled by the same
 * factor, so that the rounding errors have one bound: no row that is nearer than a threshold is missed. Distances are
 * reduced, see {@link org.tessera.engine.distance.ReducedDistances}.
 */
final class SinglePrecisionTiles {

    static final int TILE = 64;
    /** The unit roundoff of single precision. */
    private static final double UNIT_ROUNDOFF = 0x1p-24;

    /** Per position: the row. */
    final int[] rows;
    /** Per column and tile: the ends of the bounding box. */
    final double[][] lower;

    final double[][] upper;
    private final Distance distance;
    private final int d;
    private final double scale;
    private final float[][][] tiles;
    /** The same values row by row, for the row that is compared with tiles. */
    private final float[] rowMajor;

    /**
     * Takes rows of a matrix.
     *
     * @param rows some rows of x, nearby ones together
     */
    SinglePrecisionTiles(Matrix x, int[] rows, Distance distance, RunContext run) {
        this.distance = distance;
        this.rows = rows;
        d = x.columns();
        int count = (rows.length + TILE - 1) / TILE;
        tiles = new float[count][d][TILE];
        rowMajor = new float[rows.length * d];
        lower = new double[d][count];
        upper = new double[d][count];
        computeBoxes(x, run);
        double[] midpoint = new double[d];
        double diameter = 0;
        for (int j = 0; j < d; j++) {
            double min = Arrays.stream(lower[j]).min().orElse(0) / 2;
            double max = Arrays.stream(upper[j]).max().orElse(0) / 2;
            midpoint[j] = min + max;
            diameter += distance == Distance.EUCLIDEAN ? (max - min) * (max - min) : max - min;
        }
        diameter = distance.ofReduced(diameter);
        scale = diameter > 0 ? 1 / diameter : 0;
        for (int position = 0; position < rows.length; position++) {
            for (int j = 0; j < d; j++) {
                double value = (x.values()[rows[position] * d + j] - midpoint[j]) * scale;
                rowMajor[position * d + j] = (float) value;
                tiles[position / TILE][j][position % TILE] = (float) value;
            }
        }
    }

    private void computeBoxes(Matrix x, RunContext run) {
        for (double[] column : lower) {
            Arrays.fill(column, Double.POSITIVE_INFINITY);
        }
        for (double[] column : upper) {
            Arrays.fill(column, Double.NEGATIVE_INFINITY);
        }
        for (int position = 0; position < rows.length; position++) {
            int tile = position / TILE;
            if (position % TILE == 0) {
                run.checkCanceled();
            }
            for (int j = 0; j < d; j++) {
                double value = x.values()[rows[position] * d + j];
                lower[j][tile] = Math.min(lower[j][tile], value);
                upper[j][tile] = Math.max(upper[j][tile], value);
            }
        }
    }

    /** Number of tiles. */
    int count() {
        return tiles.length;
    }

    /**
     * The threshold in single precision of an exact one: rows whose exact distance is below the exact threshold have a
     * single-precision distance below the result.
     */
    float threshold(double exact) {
        if (Double.isInfinite(exact)) {
            return Float.POSITIVE_INFINITY;
        }
        double scaled = distance.ofReduced(exact) * scale + 6 * UNIT_ROUNDOFF;
        double reduced = distance == Distance.EUCLIDEAN ? scaled * scaled : scaled;
        return Math.nextUp((float) (reduced * (1 + 2 * (d + 8) * UNIT_ROUNDOFF)));
    }

    /** Computes the single-precision distances of the row at a position to the rows of a tile. */
    void distances(int tile, int position, float[] distances) {
        float[][] columns = tiles[tile];
        int at = position * d;
        int j = 0;
        if (distance != Distance.EUCLIDEAN) {
            Arrays.fill(distances, 0);
            for (; j < d; j++) {
                addGaps(columns[j], rowMajor[at + j], distances);
            }
            return;
        }
        if (d % 2 == 0) {
            Arrays.fill(distances, 0);
        } else {
            squares(columns[0], rowMajor[at], distances);
            j = 1;
        }
        for (; j + 3 < d; j += 4) {
            addSquares(columns[j], columns[j + 1], columns[j + 2], columns[j + 3], at + j, distances);
        }
        if (j < d) {
            addSquares(columns[j], columns[j + 1], rowMajor[at + j], rowMajor[at + j + 1], distances);
        }
    }

    /** Whether one of the distances is below its threshold; a loop that vectorizes. */
    static boolean anyBelow(float[] distances, float[] thresholds) {
        float min = Float.POSITIVE_INFINITY;
        for (int t = 0; t < distances.length; t++) {
            min = Math.min(min, distances[t] - thresholds[t]);
        }
        return min < 0;
    }

    private static void addGaps(float[] column, float value, float[] distances) {
        for (int t = 0; t < distances.length; t++) {
            distances[t] += Math.abs(value - column[t]);
        }
    }

    private static void squares(float[] column, float value, float[] distances) {
        for (int t = 0; t < distances.length; t++) {
            float difference = value - column[t];
            distances[t] = difference * difference;
        }
    }

    private static void addSquares(float[] columnA, float[] columnB, float a, float b, float[] distances) {
        for (int t = 0; t < distances.length; t++) {
            float toA = a - columnA[t];
            float toB = b - columnB[t];
            distances[t] = distances[t] + toA * toA + toB * toB;
        }
    }

    private void addSquares(
            float[] columnA, float[] columnB, float[] columnC, float[] columnD, int at, float[] distances) {
        float a = rowMajor[at];
        float b = rowMajor[at + 1];
        float c = rowMajor[at + 2];
        float e = rowMajor[at + 3];
        for (int t = 0; t < distances.length; t++) {
            float toA = a - columnA[t];
            float toB = b - columnB[t];
            float toC = c - columnC[t];
            float toD = e - columnD[t];
            distances[t] = distances[t] + toA * toA + toB * toB + toC * toC + toD * toD;
        }
    }
}
