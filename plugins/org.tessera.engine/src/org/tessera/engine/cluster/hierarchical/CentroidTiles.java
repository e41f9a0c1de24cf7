package org.tessera.engine.cluster.hierarchical;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.KdOrder;
import org.tessera.engine.run.RunContext;

/**
 * The centroids and sizes of clusters in tiles of nearby ones, each tile with its bounding box and lowest size, so that
 * a search for the nearest cluster passes over the tiles that are too far away. The order is that of a kd-tree of the
 * rows. Clusters keep it while others are absorbed, so that tiles stay compact.
 */
final class CentroidTiles {

    static final int TILE = 64;

    final int d;
    /** Per position: the number of rows of the cluster, and its representative. */
    final double[] sizes;

    final int[] representatives;
    /** Per column and tile: the ends of the bounding box. */
    final double[][] lower;

    final double[][] upper;
    /** Per tile: the size of its smallest cluster. */
    final double[] minSizes;

    private final double[][][] tiles;
    private int count;

    /**
     * Makes clusters of rows of a matrix, which become their representatives.
     *
     * @param rows some rows of x
     * @param sizes per row of x: how many rows it stands for
     */
    CentroidTiles(Matrix x, int[] rows, double[] sizes, RunContext run) {
        representatives = KdOrder.of(x, rows, TILE, run);
        count = rows.length;
        d = x.columns();
        this.sizes = new double[count];
        tiles = new double[tiles()][d][TILE];
        lower = new double[d][tiles()];
        upper = new double[d][tiles()];
        minSizes = new double[tiles()];
        for (int position = 0; position < count; position++) {
            if (position % TILE == 0) {
                run.checkCanceled();
            }
            this.sizes[position] = sizes[representatives[position]];
            for (int j = 0; j < d; j++) {
                set(position, j, x.values()[representatives[position] * d + j]);
            }
        }
        updateBoxes(run);
    }

    /** Number of clusters. */
    int count() {
        return count;
    }

    /** Number of tiles. */
    int tiles() {
        return (count + TILE - 1) / TILE;
    }

    /** The columns of a tile. */
    double[][] tile(int tile) {
        return tiles[tile];
    }

    /** The number of clusters in a tile. */
    int clustersIn(int tile) {
        return Math.min(TILE, count - tile * TILE);
    }

    /** Copies the centroid at a position. */
    void copy(int position, double[] centroid) {
        for (int j = 0; j < d; j++) {
            centroid[j] = get(position, j);
        }
    }

    /** A coordinate of the centroid at a position. */
    double get(int position, int j) {
        return tiles[position / TILE][j][position % TILE];
    }

    private void set(int position, int j, double value) {
        tiles[position / TILE][j][position % TILE] = value;
    }

    /**
     * Moves the survivor to the centroid of both; {@link #compact} removes the absorbed cluster. Equal centroids do not
     * move.
     */
    void merge(int survivor, int absorbed) {
        double share = sizes[absorbed] / (sizes[survivor] + sizes[absorbed]);
        for (int j = 0; j < d; j++) {
            double value = get(survivor, j);
            set(survivor, j, value + (get(absorbed, j) - value) * share);
        }
        sizes[survivor] += sizes[absorbed];
    }

    /**
     * Closes the gaps of absorbed clusters, and fits the boxes to those that are left.
     *
     * @param newPositions per position the new one, ascending, or -1 for an absorbed cluster
     */
    void compact(int[] newPositions, RunContext run) {
        int next = 0;
        for (int position = 0; position < count; position++) {
            if (newPositions[position] < 0) {
                continue;
            }
            for (int j = 0; j < d; j++) {
                set(next, j, get(position, j));
            }
            sizes[next] = sizes[position];
            representatives[next++] = representatives[position];
            if (next % TILE == 0) {
                run.checkCanceled();
            }
        }
        count = next;
        updateBoxes(run);
    }

    private void updateBoxes(RunContext run) {
        for (int tile = 0; tile < tiles(); tile++) {
            run.checkCanceled();
            int clusters = clustersIn(tile);
            for (int j = 0; j < d; j++) {
                double min = Double.POSITIVE_INFINITY;
                double max = Double.NEGATIVE_INFINITY;
                double[] column = tiles[tile][j];
                for (int t = 0; t < clusters; t++) {
                    min = Math.min(min, column[t]);
                    max = Math.max(max, column[t]);
                }
                lower[j][tile] = min;
                upper[j][tile] = max;
            }
            double minSize = Double.POSITIVE_INFINITY;
            for (int t = 0; t < clusters; t++) {
                minSize = Math.min(minSize, sizes[tile * TILE + t]);
            }
            minSizes[tile] = minSize;
        }
    }
}
