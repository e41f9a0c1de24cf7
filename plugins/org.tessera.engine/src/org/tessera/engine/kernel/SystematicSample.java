package org.tessera.engine.kernel;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;

/** A systematic sample: every m-th row in canonical order, which spreads it over the values. */
public final class SystematicSample {

    private SystematicSample() {}

    /**
     * Samples rows. All rows if there are no more than the size of the sample, or if the sample has too few different
     * rows. O(size d).
     *
     * @param canonical rows in canonical order
     * @param size rows of the sample
     * @param minDistinct minimum number of different rows
     * @return the sample in canonical order, or {@code canonical} itself
     */
    public static Matrix of(Matrix canonical, int size, int minDistinct) {
        if (canonical.rows() <= size) {
            return canonical;
        }
        Matrix sample = canonical.select(every(canonical.rows(), size));
        return distinct(sample) < minDistinct ? canonical : sample;
    }

    /**
     * The rows of a sample.
     *
     * @param n number of rows
     * @param size rows of the sample, n or fewer
     * @return ascending indices, evenly spread
     */
    public static int[] every(int n, int size) {
        int[] every = new int[size];
        Arrays.setAll(every, i -> (int) ((long) n * i / size));
        return every;
    }

    private static int distinct(Matrix sorted) {
        int distinct = 1;
        for (int i = 1; i < sorted.rows(); i++) {
            distinct += RowSort.equal(sorted.values(), i - 1, i, sorted.columns()) ? 0 : 1;
        }
        return distinct;
    }
}
