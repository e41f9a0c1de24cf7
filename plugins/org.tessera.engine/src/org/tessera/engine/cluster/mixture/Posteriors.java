package org.tessera.engine.cluster.mixture;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.RowBlocks;
import org.tessera.engine.run.RunContext;

/** The posterior probabilities of the components given each row, as a matrix, and the most probable components. */
public final class Posteriors {

    private Posteriors() {}

    /**
     * Computes the posterior probabilities. O(n k d²) time for full and tied covariances, otherwise O(n k d).
     *
     * @param parameters the parameters of a mixture of k components
     * @param x n x d rows
     * @param posteriors receives n x k probabilities, row by row
     * @param run threads, cancel
     * @return the mean log-likelihood per row, in nats
     * @throws org.tessera.engine.run.SegmentationException if a covariance matrix is not positive definite
     */
    public static double fill(MixtureParameters parameters, Matrix x, double[] posteriors, RunContext run) {
        int k = parameters.components();
        return forEachTile(parameters, x, run, (tile, start) -> {
            for (int t = 0; t < tile.size; t++) {
                for (int c = 0; c < k; c++) {
                    posteriors[(start + t) * k + c] = tile.posteriors[c][t];
                }
            }
        });
    }

    /** The mean log-likelihood per row, in nats. */
    static double logLikelihood(MixtureParameters parameters, Matrix x, RunContext run) {
        return forEachTile(parameters, x, run, (tile, start) -> {});
    }

    /**
     * Computes the logarithms of the weighted densities of the components, from which posterior probabilities follow
     * also where they are too small to be numbers. O(n k d²) time for full and tied covariances, otherwise O(n k d).
     *
     * @param parameters the parameters of a mixture of k components
     * @param x n x d rows
     * @param logs receives n x k logarithms, row by row
     * @param run threads, cancel
     * @throws org.tessera.engine.run.SegmentationException if a covariance matrix is not positive definite
     */
    static void fillLogDensities(MixtureParameters parameters, Matrix x, double[] logs, RunContext run) {
        int n = x.rows();
        int k = parameters.components();
        MixtureDensity density = new MixtureDensity(parameters, run);
        RowBlocks blocks = RowBlocks.of(n);
        run.forBlocks(blocks.count(), block -> {
            RowTile tile = new RowTile(k, x.columns());
            int end = blocks.end(block);
            for (int i = blocks.start(block); i < end; i += RowTile.ROWS) {
                run.checkCanceled();
                tile.load(x.values(), i, end);
                density.logDensities(tile);
                for (int t = 0; t < tile.size; t++) {
                    for (int c = 0; c < k; c++) {
                        logs[(i + t) * k + c] = tile.posteriors[c][t];
                    }
                }
            }
        });
    }

    /**
     * Turns logarithms of weighted densities of one row into posterior probabilities, in place.
     *
     * @param logs k logarithms, replaced by k probabilities with sum 1; NaN where none is finite
     * @return the logarithm of the sum of the densities
     */
    public static double ofLogs(double... logs) {
        double max = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            max = Math.max(max, log);
        }
        double sum = 0;
        for (int c = 0; c < logs.length; c++) {
            logs[c] = Math.exp(logs[c] - max);
            sum += logs[c];
        }
        for (int c = 0; c < logs.length; c++) {
            logs[c] /= sum;
        }
        return max + Math.log(sum);
    }

    private interface TileConsumer {
        void accept(RowTile tile, int start);
    }

    private static double forEachTile(MixtureParameters parameters, Matrix x, RunContext run, TileConsumer consumer) {
        int n = x.rows();
        MixtureDensity density = new MixtureDensity(parameters, run);
        RowBlocks blocks = RowBlocks.of(n);
        double[] logLikelihoods = new double[blocks.count()];
        run.forBlocks(blocks.count(), block -> {
            RowTile tile = new RowTile(parameters.components(), x.columns());
            int end = blocks.end(block);
            for (int i = blocks.start(block); i < end; i += RowTile.ROWS) {
                run.checkCanceled();
                tile.load(x.values(), i, end);
                logLikelihoods[block] += density.posteriors(tile);
                consumer.accept(tile, i);
            }
        });
        return Arrays.stream(logLikelihoods).sum() / n;
    }

    /**
     * The most probable component of each row, of equally probable ones the first.
     *
     * @param posteriors n x k probabilities, row by row
     * @param k number of components
     * @return n labels 0 to k - 1
     */
    public static int[] mostProbable(double[] posteriors, int k) {
        return mostProbableExcept(posteriors, k, -1);
    }

    /**
     * The most probable component of each row when one component is left out, of equally probable ones the first.
     *
     * @param posteriors n x k probabilities, row by row
     * @param k number of components, at least 2
     * @param excluded the component to leave out
     * @return n labels 0 to k - 1 other than the excluded one
     */
    public static int[] mostProbableExcept(double[] posteriors, int k, int excluded) {
        int[] labels = new int[posteriors.length / k];
        for (int i = 0; i < labels.length; i++) {
            int best = excluded == 0 ? 1 : 0;
            for (int c = best + 1; c < k; c++) {
                best = c != excluded && posteriors[i * k + c] > posteriors[i * k + best] ? c : best;
            }
            labels[i] = best;
        }
        return labels;
    }
}
