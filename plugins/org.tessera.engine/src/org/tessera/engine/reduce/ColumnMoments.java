package org.tessera.engine.reduce;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/** Means and covariances of columns, summed per block of rows and merged in block order. */
final class ColumnMoments {

    private static final int SMALLEST_BLOCK = 2048;
    /** Most blocks, each of which has a matrix of its own. */
    static final int MOST_BLOCKS = 64;
    /** Rows between two looks for a cancel where a row takes d² operations. */
    private static final int ROWS_PER_LOOK = 32;

    private ColumnMoments() {}

    /** Sums of differences to the first row, so that a constant column has exactly its value as mean. */
    static double[] means(Matrix x, RunContext run) {
        int d = x.columns();
        double[] values = x.values();
        double[][] partial = new double[blocks(x)][d];
        run.forBlocks(partial.length, block -> {
            double[] sums = partial[block];
            for (int i = border(x, block); i < border(x, block + 1); i++) {
                for (int j = 0; j < d; j++) {
                    sums[j] += values[i * d + j] - values[j];
                }
            }
        });
        double[] means = merge(partial, d, run);
        for (int j = 0; j < d; j++) {
            means[j] = values[j] + means[j] / x.rows();
        }
        return means;
    }

    /** The d x d population covariance matrix. */
    static double[] covariance(Matrix x, double[] mean, RunContext run) {
        int d = x.columns();
        double[][] partial = new double[blocks(x)][];
        run.forBlocks(partial.length, block -> partial[block] = products(x, mean, block, run));
        double[] covariance = merge(partial, d * d, run);
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a; b++) {
                covariance[a * d + b] /= x.rows();
                covariance[b * d + a] = covariance[a * d + b];
            }
        }
        return covariance;
    }

    private static double[] products(Matrix x, double[] mean, int block, RunContext run) {
        int d = x.columns();
        double[] sums = new double[d * d];
        double[] centered = new double[d];
        for (int i = border(x, block); i < border(x, block + 1); i++) {
            if (i % ROWS_PER_LOOK == 0) {
                run.checkCanceled();
            }
            for (int j = 0; j < d; j++) {
                centered[j] = x.values()[i * d + j] - mean[j];
            }
            for (int a = 0; a < d; a++) {
                double value = centered[a];
                for (int b = 0; b <= a; b++) {
                    sums[a * d + b] += value * centered[b];
                }
            }
        }
        return sums;
    }

    private static int blocks(Matrix x) {
        return Math.min(MOST_BLOCKS, (x.rows() + SMALLEST_BLOCK - 1) / SMALLEST_BLOCK);
    }

    private static int border(Matrix x, int block) {
        return (int) ((long) x.rows() * block / blocks(x));
    }

    private static double[] merge(double[][] partial, int length, RunContext run) {
        double[] sums = new double[length];
        for (double[] part : partial) {
            run.checkCanceled();
            for (int i = 0; i < length; i++) {
                sums[i] += part[i];
            }
        }
        return sums;
    }
}
