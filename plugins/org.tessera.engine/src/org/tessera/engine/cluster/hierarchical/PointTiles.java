package org.tessera.engine.cluster.hierarchical;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.KdOrder;
import org.tessera.engine.run.RunContext;

/**
 * Weighted points in tiles of near ones, each tile with its bounding box, so that a search for the nearest passes over
 * the tiles that are too far away. Points keep their order while others vanish, so that tiles stay compact.
 */
final class PointTiles {

    static final int TILE = 64;

    final int d;
    /** Per slot: how many rows the point stands for, and its name. */
    final double[] weights;

    final int[] names;
    /** Per column and tile: the box. Per tile: the lowest weight. */
    final double[][] low;

    final double[][] high;
    final double[] lightest;
    private final double[][][] tiles;
    private int count;

    /**
     * Takes rows of a matrix, which become the names of the points.
     *
     * @param rows some rows of x
     * @param weights per row of x
     */
    PointTiles(Matrix x, int[] rows, double[] weights, RunContext run) {
        names = KdOrder.of(x, rows, TILE, run);
        count = rows.length;
        d = x.columns();
        this.weights = new double[count];
        tiles = new double[tiles()][d][TILE];
        low = new double[d][tiles()];
        high = new double[d][tiles()];
        lightest = new double[tiles()];
        for (int slot = 0; slot < count; slot++) {
            if (slot % TILE == 0) {
                run.checkCanceled();
            }
            this.weights[slot] = weights[names[slot]];
            for (int j = 0; j < d; j++) {
                set(slot, j, x.values()[names[slot] * d + j]);
            }
        }
        bound(run);
    }

    int count() {
        return count;
    }

    int tiles() {
        return (count + TILE - 1) / TILE;
    }

    /** The columns of a tile. */
    double[][] tile(int tile) {
        return tiles[tile];
    }

    /** The number of points in a tile. */
    int size(int tile) {
        return Math.min(TILE, count - tile * TILE);
    }

    /** Copies the coordinates of a point. */
    void copy(int slot, double[] point) {
        for (int j = 0; j < d; j++) {
            point[j] = get(slot, j);
        }
    }

    double get(int slot, int j) {
        return tiles[slot / TILE][j][slot % TILE];
    }

    private void set(int slot, int j, double value) {
        tiles[slot / TILE][j][slot % TILE] = value;
    }

    /** Moves a point to the weighted mean of itself and another one. Equal points do not move. */
    void join(int kept, int gone) {
        double share = weights[gone] / (weights[kept] + weights[gone]);
        for (int j = 0; j < d; j++) {
            double value = get(kept, j);
            set(kept, j, value + (get(gone, j) - value) * share);
        }
        weights[kept] += weights[gone];
    }

    /**
     * Closes the gaps of points that vanish, and fits the boxes to those that stay.
     *
     * @param moved per slot its new one, ascending, or -1 for a point that vanishes
     */
    void compact(int[] moved, RunContext run) {
        int left = 0;
        for (int slot = 0; slot < count; slot++) {
            if (moved[slot] < 0) {
                continue;
            }
            for (int j = 0; j < d; j++) {
                set(left, j, get(slot, j));
            }
            weights[left] = weights[slot];
            names[left++] = names[slot];
            if (left % TILE == 0) {
                run.checkCanceled();
            }
        }
        count = left;
        bound(run);
    }

    private void bound(RunContext run) {
        for (int tile = 0; tile < tiles(); tile++) {
            run.checkCanceled();
            int size = size(tile);
            for (int j = 0; j < d; j++) {
                double min = Double.POSITIVE_INFINITY;
                double max = Double.NEGATIVE_INFINITY;
                double[] column = tiles[tile][j];
                for (int t = 0; t < size; t++) {
                    min = Math.min(min, column[t]);
                    max = Math.max(max, column[t]);
                }
                low[j][tile] = min;
                high[j][tile] = max;
            }
            double least = Double.POSITIVE_INFINITY;
            for (int t = 0; t < size; t++) {
                least = Math.min(least, weights[tile * TILE + t]);
            }
            lightest[tile] = least;
        }
    }
}
