package org.tessera.engine.reduce;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.RowBlocks;
import org.tessera.engine.run.RunContext;

/** Means and the covariance matrix of columns, summed per block of rows and merged in the order of the blocks. */
final class ColumnMoments {

    private static final int MIN_ROWS_PER_BLOCK = 2048;
    /** Maximum number of blocks, each of which has a matrix of its own. */
    static final int MAX_BLOCKS = 64;
    /** Rows of d² operations each between two checks for cancellation. */
    private static final int ROWS_PER_CANCELLATION_CHECK = 32;

    private ColumnMoments() {}

    /** Column means, by sums of differences from the first row: the mean of a constant column is exactly its value. */
    static double[] means(Matrix x, RunContext run) {
        int d = x.columns();
        double[] values = x.values();
        RowBlocks blocks = blocks(x);
        double[][] partial = new double[blocks.count()][d];
        run.forBlocks(blocks.count(), block -> {
            double[] sums = partial[block];
            for (int i = blocks.start(block); i < blocks.end(block); i++) {
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
        RowBlocks blocks = blocks(x);
        double[][] partial = new double[blocks.count()][];
        run.forBlocks(
                blocks.count(),
                block -> partial[block] = products(x, mean, blocks.start(block), blocks.end(block), run));
        double[] covariance = merge(partial, d * d, run);
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a; b++) {
                covariance[a * d + b] /= x.rows();
                covariance[b * d + a] = covariance[a * d + b];
            }
        }
        return covariance;
    }

    /** Sums of products of the differences of some rows from the means: the lower triangle of a d x d matrix. */
    private static double[] products(Matrix x, double[] mean, int start, int end, RunContext run) {
        int d = x.columns();
        double[] sums = new double[d * d];
        double[] centered = new double[d];
        for (int i = start; i < end; i++) {
            if (i % ROWS_PER_CANCELLATION_CHECK == 0) {
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

    private static RowBlocks blocks(Matrix x) {
        return new RowBlocks(x.rows(), Math.min(MAX_BLOCKS, (x.rows() + MIN_ROWS_PER_BLOCK - 1) / MIN_ROWS_PER_BLOCK));
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
