package org.tessera.engine.cluster.mixture;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.RowBlocks;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.run.RunContext;

/**
 * The E step of EM: the posterior probabilities of the components given each row, and from them the
 * {@link SufficientStatistics}, tile by tile in one pass, so that no n x k matrix is kept. Blocks of rows are summed
 * on all threads and added in their order, so the statistics do not depend on the number of threads. O(n k d²) time
 * for full and tied covariances, otherwise O(n k d).
 */
final class EStep {

    /** Limit of the statistics of all blocks together. */
    private static final long MAX_BYTES = 256L << 20;
    /** Rows of a sum between two checks for cancellation. */
    private static final int ROWS_PER_CANCELLATION_CHECK = 4096;

    private EStep() {}

    /**
     * The E step from parameters.
     *
     * @param x n x d rows
     * @param parameters the parameters of the mixture
     * @return the statistics, with the log-likelihood of the parameters
     * @throws org.tessera.engine.run.SegmentationException if a covariance matrix is not positive definite
     */
    static SufficientStatistics of(Matrix x, MixtureParameters parameters, RunContext run) {
        MixtureDensity density = new MixtureDensity(parameters, run);
        return sum(x, parameters, run, (start, end, statistics) -> {
            RowTile tile = new RowTile(parameters.components(), parameters.features());
            for (int i = start; i < end; i += RowTile.ROWS) {
                run.checkCanceled();
                tile.load(x.values(), i, end);
                statistics.count(tile.size, density.posteriors(tile));
                for (int c = 0; c < parameters.components(); c++) {
                    statistics.add(tile, tile.posteriors[c], c, run);
                }
            }
        });
    }

    /**
     * The statistics of a partition: the posterior probability of a row's own label is 1.
     *
     * @param x n x d rows
     * @param labels n labels 0 to k - 1
     * @param k number of components
     * @param covariance form of the covariance matrices
     * @return the statistics, without a log-likelihood
     */
    static SufficientStatistics ofLabels(Matrix x, int[] labels, int k, Covariance covariance, RunContext run) {
        double[][] covariances = new double[covariance == Covariance.TIED ? 1 : k][0];
        MixtureParameters reference =
                new MixtureParameters(covariance, new double[k], means(x, labels, k, run), covariances);
        return sum(
                x,
                reference,
                run,
                (start, end, statistics) -> addLabeled(x.values(), labels, start, end, statistics, run));
    }

    private static Matrix means(Matrix x, int[] labels, int k, RunContext run) {
        int d = x.columns();
        double[] sizes = new double[k];
        double[] means = new double[k * d];
        for (int i = 0; i < labels.length; i++) {
            if (i % ROWS_PER_CANCELLATION_CHECK == 0) {
                run.checkCanceled();
            }
            sizes[labels[i]]++;
            for (int j = 0; j < d; j++) {
                means[labels[i] * d + j] += x.values()[i * d + j];
            }
        }
        for (int m = 0; m < means.length; m++) {
            means[m] /= Math.max(1, sizes[m / d]);
        }
        return Matrix.wrap(k, d, means);
    }

    /** Adds the rows of a block label by label, so that a row is met by its own component only. */
    private static void addLabeled(
            double[] values, int[] labels, int start, int end, SufficientStatistics statistics, RunContext run) {
        int k = statistics.reference().components();
        int[] ends = new int[k + 1];
        for (int i = start; i < end; i++) {
            ends[labels[i] + 1]++;
        }
        for (int c = 0; c < k; c++) {
            ends[c + 1] += ends[c];
        }
        int[] rows = new int[end - start];
        for (int i = start; i < end; i++) {
            rows[ends[labels[i]]++] = i;
        }
        statistics.count(rows.length, 0);
        RowTile tile = new RowTile(0, statistics.reference().features());
        double[] ones = new double[RowTile.ROWS];
        Arrays.fill(ones, 1);
        for (int c = 0; c < k; c++) {
            for (int r = c == 0 ? 0 : ends[c - 1]; r < ends[c]; r += RowTile.ROWS) {
                run.checkCanceled();
                tile.load(values, rows, r, ends[c]);
                statistics.add(tile, ones, c, run);
            }
        }
    }

    private interface BlockSum {
        void addTo(int start, int end, SufficientStatistics statistics);
    }

    private static SufficientStatistics sum(Matrix x, MixtureParameters reference, RunContext run, BlockSum rows) {
        RowBlocks blocks = RowBlocks.of(x.rows()).atMost(MAX_BYTES / SufficientStatistics.bytes(reference));
        SufficientStatistics[] parts = new SufficientStatistics[blocks.count()];
        run.forBlocks(blocks.count(), block -> {
            SufficientStatistics part = new SufficientStatistics(reference);
            rows.addTo(blocks.start(block), blocks.end(block), part);
            parts[block] = part;
        });
        SufficientStatistics all = parts[0];
        for (int block = 1; block < parts.length; block++) {
            run.checkCanceled();
            all.add(parts[block]);
        }
        return all;
    }
}
