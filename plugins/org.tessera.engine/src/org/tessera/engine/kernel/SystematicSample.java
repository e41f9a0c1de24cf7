package org.tessera.engine.kernel;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;

/** Rows that stand for all while starts are compared. */
public final class SystematicSample {

    private SystematicSample() {}

    /**
     * Every m-th canonical row; all of them if there are no more than are wanted, or if the sample has fewer different
     * rows than are needed.
     */
    public static Matrix of(Matrix canonical, int wanted, int different) {
        int n = canonical.rows();
        if (n <= wanted) {
            return canonical;
        }
        int[] every = new int[wanted];
        Arrays.setAll(every, i -> (int) ((long) n * i / wanted));
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
