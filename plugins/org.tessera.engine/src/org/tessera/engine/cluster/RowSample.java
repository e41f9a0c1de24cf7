package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;

/** Rows that stand for all while starts are compared. */
final class RowSample {

    /** Enough to tell good starts from bad ones. */
    private static final int MAX_ROWS = 20_000;

    private RowSample() {}

    /**
     * Every m-th of more than {@value #MAX_ROWS} canonical rows; all of them if fewer, or if the sample has fewer different
     * rows than are needed.
     */
    static Matrix of(Matrix canonical, int different) {
        int n = canonical.rows();
        if (n <= MAX_ROWS) {
            return canonical;
        }
        int[] every = new int[MAX_ROWS];
        Arrays.setAll(every, i -> (int) ((long) n * i / MAX_ROWS));
        Matrix sample = canonical.select(every);
        return distinct(sample) < different ? canonical : sample;
    }

    private static int distinct(Matrix sorted) {
        int distinct = 1;
        for (int i = 1; i < sorted.rows(); i++) {
            distinct += RowSort.equal(sorted.values(), i - 1, i, sorted.columns()) ? 0 : 1;
        }
        return distinct;
    }
}
