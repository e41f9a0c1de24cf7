package org.tessera.engine.kernel;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * An order of rows in which neighbors are close: rows are split at the median of the column with the widest range, as
 * in a kd-tree, until each part is one tile. Bentley (1975), Multidimensional binary search trees used for associative
 * searching, <a href="https://doi.org/10.1145/361002.361007">doi:10.1145/361002.361007</a>. O(n d log n).
 */
public final class KdOrder {

    private final double[] values;
    private final int d;
    private final int tileSize;
    private final int[] rows;
    private final CancellationCheck cancellation;
    private final QuickSelect selection;

    private KdOrder(Matrix x, int[] rows, int tileSize, RunContext run) {
        values = x.values();
        d = x.columns();
        this.tileSize = tileSize;
        this.rows = rows.clone();
        cancellation = new CancellationCheck(run, d);
        selection = new QuickSelect(values, d, this.rows, cancellation);
    }

    /**
     * Orders rows.
     *
     * @param x n x d values
     * @param rows row numbers of x, any of them
     * @param tileSize rows per tile; all tiles but the last one are full
     * @param run cancel
     * @return the row numbers, tile by tile
     */
    public static int[] of(Matrix x, int[] rows, int tileSize, RunContext run) {
        KdOrder order = new KdOrder(x, rows, tileSize, run);
        order.split(0, rows.length);
        return order.rows;
    }

    private void split(int start, int end) {
        int tiles = (end - start + tileSize - 1) / tileSize;
        if (tiles <= 1) {
            Arrays.sort(rows, start, end);
            return;
        }
        int middle = start + (tiles + 1) / 2 * tileSize;
        selection.select(start, end, middle, widestColumn(start, end));
        split(start, middle);
        split(middle, end);
    }

    private int widestColumn(int start, int end) {
        double[] min = new double[d];
        double[] max = new double[d];
        Arrays.fill(min, Double.POSITIVE_INFINITY);
        Arrays.fill(max, Double.NEGATIVE_INFINITY);
        for (int p = start; p < end; p++) {
            cancellation.step();
            for (int j = 0, at = rows[p] * d; j < d; j++, at++) {
                min[j] = Math.min(min[j], values[at]);
                max[j] = Math.max(max[j], values[at]);
            }
        }
        int widest = 0;
        for (int j = 1; j < d; j++) {
            widest = max[j] - min[j] > max[widest] - min[widest] ? j : widest;
        }
        return widest;
    }
}
