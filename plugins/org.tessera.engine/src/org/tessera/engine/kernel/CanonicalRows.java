package org.tessera.engine.kernel;

import java.util.Arrays;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.SegmentOrder;
import org.tessera.engine.run.RunContext;

/**
 * The rows of a matrix in canonical order: lexicographic order of their values, equal rows by row number. An algorithm
 * that works on them gives the same result, bit for bit, for any order of the rows in the table. Immutable.
 */
public final class CanonicalRows {

    private static final int BLOCK_ROWS = 1 << 14;

    private final Matrix matrix;
    private final int[] order;
    private final int distinct;

    private CanonicalRows(Matrix matrix, int[] order, int distinct) {
        this.matrix = matrix;
        this.order = order;
        this.distinct = distinct;
    }

    /**
     * Sorts and copies rows. O(n log n) comparisons, n d values of memory.
     *
     * @param x n x d values without NaN
     * @param run threads, cancel
     * @return the rows in canonical order
     */
    public static CanonicalRows of(Matrix x, RunContext run) {
        int n = x.rows();
        int d = x.columns();
        run.checkCanceled();
        int[] order = new RowSort(x, run).sorted();
        double[] sorted = new double[n * d];
        double[] values = x.values();
        run.forBlocks((n + BLOCK_ROWS - 1) / BLOCK_ROWS, block -> {
            int end = Math.min(n, (block + 1) * BLOCK_ROWS);
            for (int i = block * BLOCK_ROWS; i < end; i++) {
                System.arraycopy(values, order[i] * d, sorted, i * d, d);
            }
        });
        int distinct = n == 0 ? 0 : 1;
        for (int i = 1; i < n; i++) {
            if (i % BLOCK_ROWS == 0) {
                run.checkCanceled();
            }
            if (!RowSort.equal(sorted, i - 1, i, d)) {
                distinct++;
            }
        }
        return new CanonicalRows(Matrix.wrap(n, d, sorted), order, distinct);
    }

    /** @return the rows in canonical order */
    public Matrix matrix() {
        return matrix;
    }

    /** @return the number of different rows */
    public int distinct() {
        return distinct;
    }

    /** @return for each canonical row its row in the table; shared, not to be changed */
    public int[] order() {
        return order;
    }

    /**
     * Numbers segments by decreasing size. Ties are broken by the canonical rows, so the numbers do not depend on the
     * order of the table.
     *
     * @param raw a label per canonical row, 0 to k - 1 (gaps allowed), or -1 for noise
     * @param k upper bound of the raw labels
     * @return labels per canonical row
     */
    public SegmentOrder number(int[] raw, int k) {
        return SegmentOrder.bySize(raw, k, matrix);
    }

    /**
     * Maps labels from canonical order to the order of the table.
     *
     * @param labels a label per canonical row
     * @return a label per row of the table
     */
    public Labels restore(Labels labels) {
        int[] restored = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            restored[order[i]] = labels.at(i);
        }
        return Labels.of(restored);
    }

    /**
     * Maps labels from the order of the table to canonical order.
     *
     * @param labels a label per row of the table
     * @return a label per canonical row
     */
    public int[] arrange(int[] labels) {
        return Arrays.stream(order).map(i -> labels[i]).toArray();
    }
}
