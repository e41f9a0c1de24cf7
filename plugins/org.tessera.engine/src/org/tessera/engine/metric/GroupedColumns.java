package org.tessera.engine.metric;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.distance.ReducedDistances;
import org.tessera.engine.run.RunContext;

/**
 * The rows that take part, sorted by group and cut into tiles whose columns are arrays of their own, so that the distances
 * of one row to a tile lie in loops that vectorize ({@link ReducedDistances}). Values are scaled. n d values of memory.
 */
final class GroupedColumns {

    private static final int LARGEST_TILE = 256;
    /** So many tiles at least, so that few rows are shared by threads, too. */
    private static final int FEWEST_TILES = 8;

    private final int rows;
    private final int tile;
    private final double[][][] columns;
    private final int[] starts;
    private final Distance distance;

    private GroupedColumns(int[] starts, int d, Distance distance) {
        rows = starts[starts.length - 1];
        this.starts = starts;
        this.distance = distance;
        tile = Math.max(1, Math.min(LARGEST_TILE, (rows + FEWEST_TILES - 1) / FEWEST_TILES));
        columns = new double[(rows + tile - 1) / tile][d][];
    }

    static GroupedColumns of(Matrix x, Groups groups, Distance distance, RunContext run) {
        int d = x.columns();
        double[] values = x.values();
        int[] order = groups.sorted();
        double scale = groups.scale();
        GroupedColumns grouped = new GroupedColumns(groups.starts(), d, distance);
        run.forBlocks(grouped.tiles(), block -> {
            int from = grouped.from(block);
            int size = grouped.to(block) - from;
            for (int j = 0; j < d; j++) {
                double[] column = new double[size];
                for (int t = 0; t < size; t++) {
                    column[t] = values[order[from + t] * d + j] * scale;
                }
                grouped.columns[block][j] = column;
            }
        });
        return grouped;
    }

    /** Rows of a full tile. */
    int tile() {
        return tile;
    }

    int tiles() {
        return columns.length;
    }

    /** The first row of a tile. */
    int from(int block) {
        return block * tile;
    }

    /** The row behind the last one of a tile. */
    int to(int block) {
        return Math.min(rows, block * tile + tile);
    }

    /** Writes the coordinates of a row into an array. */
    void point(int row, double[] point) {
        double[][] own = columns[row / tile];
        int t = row % tile;
        for (int j = 0; j < own.length; j++) {
            point[j] = own[j][t];
        }
    }

    int columns() {
        return columns.length == 0 ? 0 : columns[0].length;
    }

    /** Writes the distances of a point to the rows of a tile into the first places of an array. */
    void distances(double[] point, int block, double[] target) {
        compared(point, block, target);
        if (distance == Distance.EUCLIDEAN) {
            roots(target, to(block) - from(block));
        }
    }

    private static void roots(double[] target, int count) {
        for (int t = 0; t < count; t++) {
            target[t] = Math.sqrt(target[t]);
        }
    }

    /** The same as far as larger and smaller go: squares of Euclidean distances. */
    void compared(double[] point, int block, double[] target) {
        ReducedDistances.fill(distance, columns[block], point, 0, target, to(block) - from(block));
    }

    /** The group of a row. */
    int groupOf(int row) {
        int group = 0;
        while (row >= starts[group + 1]) {
            group++;
        }
        return group;
    }

    /**
     * Adds distances to the rows of a tile to sums per group, one run of neighbors of the same group after the other; the
     * sum of a group stands at group * stride + at.
     */
    void addToGroups(int block, double[] distances, double[] sums, int stride, int at) {
        int from = from(block);
        int group = groupOf(from);
        for (int start = from; start < to(block); group++) {
            int end = Math.min(to(block), starts[group + 1]);
            sums[group * stride + at] += DistanceSums.sum(distances, start - from, end - from);
            start = end;
        }
    }
}
