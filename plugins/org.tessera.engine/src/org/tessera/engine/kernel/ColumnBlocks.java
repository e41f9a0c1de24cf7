package org.tessera.engine.kernel;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.distance.ReducedDistances;
import org.tessera.engine.run.RunContext;

/**
 * Rows cut into blocks whose columns are arrays of their own, for {@link ReducedDistances}. Borders depend on the number of
 * rows only. Immutable, n d values of memory; shared by the starts and searches of k-means.
 */
public final class ColumnBlocks {

    /** Rows per block: their costs stay in the first cache. */
    public static final int SIZE = 2048;

    private final Matrix rows;
    private final Distance distance;
    private final double[][][] columns;

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

    public Matrix rows() {
        return rows;
    }

    public Distance distance() {
        return distance;
    }

    public int count() {
        return columns.length;
    }

    /** The first row of a block. */
    public int from(int block) {
        return block * SIZE;
    }

    public int size(int block) {
        return Math.min(SIZE, rows.rows() - block * SIZE);
    }

    /** The costs of a block's rows at a point that stands in an array. */
    public void costs(int block, double[] points, int at, double[] costs) {
        ReducedDistances.fill(distance, columns[block], points, at, costs, size(block));
    }
}
