package org.tessera.engine.metric;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.distance.ReducedDistances;
import org.tessera.engine.run.RunContext;

/**
 * The included rows, sorted by group and divided into tiles that are stored column by column, so that the loops over the
 * distances of one row to a tile vectorize ({@link ReducedDistances}). Values are scaled. O(n d) memory.
 */
final class GroupedColumns {

    /** Maximum rows of a tile. */
    private static final int MAX_TILE_ROWS = 256;

    /** Minimum number of tiles, so that few rows are spread over threads, too. */
    private static final int MIN_TILES = 8;

    private final int rows;
    private final int tileRows;
    private final double[][][] columns;
    private final int[] starts;
    private final Distance distance;

    private GroupedColumns(int[] starts, int d, Distance distance) {
        rows = starts[starts.length - 1];
        this.starts = starts;
        this.distance = distance;
        tileRows = Math.max(1, Math.min(MAX_TILE_ROWS, (rows + MIN_TILES - 1) / MIN_TILES));
        columns = new double[(rows + tileRows - 1) / tileRows][d][];
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

    /** Number of rows of a full tile. */
    int tileRows() {
        return tileRows;
    }

    /** Number of tiles. */
    int tiles() {
        return columns.length;
    }

    /** The first row of a tile. */
    int from(int tile) {
        return tile * tileRows;
    }

    /** The row after the last one of a tile. */
    int to(int tile) {
        return Math.min(rows, tile * tileRows + tileRows);
    }

    /** Copies the feature values of a row. */
    void row(int row, double[] target) {
        double[][] tile = columns[row / tileRows];
        int t = row % tileRows;
        for (int j = 0; j < tile.length; j++) {
            target[j] = tile[j][t];
        }
    }

    /** Number of features. */
    int columns() {
        return columns.length == 0 ? 0 : columns[0].length;
    }

    /** Computes the distances of a row, given by its values, to the rows of a tile. */
    void distances(double[] row, int tile, double[] target) {
        reducedDistances(row, tile, target);
        if (distance == Distance.EUCLIDEAN) {
            roots(target, to(tile) - from(tile));
        }
    }

    private static void roots(double[] target, int count) {
        for (int t = 0; t < count; t++) {
            target[t] = Math.sqrt(target[t]);
        }
    }

    /** Computes reduced distances, which have the same order as distances: squares of Euclidean ones. */
    void reducedDistances(double[] row, int tile, double[] target) {
        ReducedDistances.fill(distance, columns[tile], row, 0, target, to(tile) - from(tile));
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
     * Adds the distances of a row to the rows of a tile to its sums per group. The sum for a group is at group * stride +
     * column.
     */
    void addToGroups(int tile, double[] distances, double[] sums, int stride, int column) {
        int from = from(tile);
        int group = groupOf(from);
        for (int start = from; start < to(tile); group++) {
            int end = Math.min(to(tile), starts[group + 1]);
            sums[group * stride + column] += DistanceSums.sum(distances, start - from, end - from);
            start = end;
        }
    }
}
