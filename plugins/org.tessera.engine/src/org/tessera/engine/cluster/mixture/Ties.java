package org.tessera.engine.cluster.mixture;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.SystematicSample;
import org.tessera.engine.run.RunContext;

/**
 * Features with a value that many rows share: indicators, zero-inflated numbers, small whole numbers. The density of a
 * component that shrinks to such a value grows without bound, so likelihood does not tell which segments are better.
 * Counted on a systematic sample of at most {@value #MAX_SAMPLE_ROWS} rows.
 */
final class Ties {

    /** The share of rows with one value from which a feature is tied. */
    private static final double MIN_SHARE = 0.1;

    private static final int MIN_ROWS = 3;
    private static final int MAX_SAMPLE_ROWS = 20_000;

    /** What the features are like; the later one of two features counts. */
    enum Kind {
        /** No value is shared by many rows. */
        NONE,
        /** A value is shared by at least a tenth of the rows. */
        SHARED_VALUE,
        /** There are two values only. */
        TWO_VALUES
    }

    private Ties() {}

    /**
     * The kind of the features that are not constant.
     *
     * @param x rows in canonical order
     */
    static Kind of(Matrix x, RunContext run) {
        Matrix sample = SystematicSample.of(x, MAX_SAMPLE_ROWS, 1);
        int n = sample.rows();
        double[] column = new double[n];
        Kind kind = Kind.NONE;
        for (int j = 0; j < sample.columns(); j++) {
            run.checkCanceled();
            for (int i = 0; i < n; i++) {
                column[i] = sample.at(i, j);
            }
            Arrays.sort(column);
            int most = mostFrequent(column);
            if (most < n && most >= Math.max(MIN_ROWS, MIN_SHARE * n)) {
                kind = hasTwoValues(column) ? Kind.TWO_VALUES : kind == Kind.NONE ? Kind.SHARED_VALUE : kind;
            }
        }
        return kind;
    }

    private static boolean hasTwoValues(double[] sorted) {
        for (double value : sorted) {
            if (value != sorted[0] && value != sorted[sorted.length - 1]) {
                return false;
            }
        }
        return true;
    }

    private static int mostFrequent(double[] sorted) {
        int most = 0;
        int start = 0;
        for (int i = 0; i < sorted.length; i++) {
            start = sorted[i] == sorted[start] ? start : i;
            most = Math.max(most, i - start + 1);
        }
        return most;
    }
}
