package org.tessera.engine.kernel;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.distance.ReducedDistances;
import org.tessera.engine.run.RunContext;

/**
 * The rows of a matrix in blocks of {@value #SIZE}, each stored column by column for {@link ReducedDistances}. The
 * blocks depend on the number of rows only. Immutable, n d values of memory; starts and searches of k-means share it.
 */
public final class ColumnBlocks {

    /** Rows per block, but for the last one: a cost per row fits the first cache. */
    public static final int SIZE = 2048;

    private final Matrix rows;
    private final Distance distance;
    private final double[][][] columns;

    /**
     * Copies rows. O(n d).
     *
     * @param rows n x d values
     * @param distance Euclidean for squared distances, Manhattan for distances
     * @param run threads, cancel
     */
    public ColumnBlocks(Matrix rows, Distance distance, RunContext run) {
        this.rows = rows;
        this.distance = distance;
        int d = rows.columns();
        double[] values = rows.values();
        columns = new double[(rows.rows() + SIZE - 1) / SIZE][][];
        run.forBlocks(columns.length, block -> {
            double[][] arrays = new double[d][size(block)];
            for (int t = 0, at = from(block) * d; t < size(block); t++) {
                for (int j = 0; j < d; j++) {
                    arrays[j][t] = values[at++];
                }
            }
            columns[block] = arrays;
        });
    }

    /** @return the matrix */
    public Matrix rows() {
        return rows;
    }

    /** @return the distance behind the costs */
    public Distance distance() {
        return distance;
    }

    /** @return the number of blocks */
    public int count() {
        return columns.length;
    }

    /**
     * The first row of a block.
     *
     * @param block number of the block
     * @return its row number
     */
    public int from(int block) {
        return block * SIZE;
    }

    /**
     * The size of a block.
     *
     * @param block number of the block
     * @return number of its rows
     */
    public int size(int block) {
        return Math.min(SIZE, rows.rows() - block * SIZE);
    }

    /**
     * Computes the costs of the rows of a block at a point.
     *
     * @param block number of the block
     * @param points array with the point
     * @param at index of its first coordinate
     * @param costs gets the squared Euclidean or Manhattan distances, at its first indices
     */
    public void costs(int block, double[] points, int at, double[] costs) {
        ReducedDistances.fill(distance, columns[block], points, at, costs, size(block));
    }
}
