package org.tessera.engine.cluster.mixture;

import java.util.Arrays;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Logarithms of weighted component densities for tiles of rows. Full and tied covariances go through the inverse of
 * their Cholesky factor. Immutable; scratch arrays belong to a {@link Tile}.
 */
final class MixtureDensity {

    /** Rows that are worked on at once. */
    static final int TILE = 128;

    /** Features that a tile goes through between two looks for a cancel: few milliseconds even for thousands. */
    static final int FEATURES_PER_LOOK = 32;

    private final MixtureParameters state;
    private final RunContext run;
    private final int d;
    /** Per matrix: inverse Cholesky factor (lower triangle by rows), or inverse variances. */
    private final double[][] precisions;

    private final double[] constants;

    /** @throws SegmentationException if a covariance matrix is not positive definite */
    MixtureDensity(MixtureParameters state, RunContext run) {
        this.state = state;
        this.run = run;
        d = state.features();
        int k = state.components();
        precisions = new double[state.covariances().length][];
        double[] logDeterminants = new double[precisions.length];
        for (int m = 0; m < precisions.length; m++) {
            precisions[m] = isMatrix() ? inverseCholesky(state.covariances()[m]) : inverse(state.covariances()[m]);
            logDeterminants[m] = logDeterminant(precisions[m]);
        }
        constants = new double[k];
        for (int c = 0; c < k; c++) {
            constants[c] = Math.log(state.weights()[c])
                    - 0.5 * d * Math.log(2 * Math.PI)
                    + logDeterminants[precisions.length == 1 ? 0 : c];
        }
    }

    private boolean isMatrix() {
        return state.covariance() == Covariance.FULL || state.covariance() == Covariance.TIED;
    }

    /** Half the logarithm of the determinant of the precision. */
    private double logDeterminant(double[] precision) {
        double sum = 0;
        if (isMatrix()) {
            for (int a = 0; a < d; a++) {
                sum += Math.log(precision[a * (a + 1) / 2 + a]);
            }
            return sum;
        }
        for (double value : precision) {
            sum += Math.log(value) / 2;
        }
        return state.covariance() == Covariance.SPHERICAL ? d * sum : sum;
    }

    private static double[] inverse(double[] variances) {
        double[] inverse = new double[variances.length];
        for (int j = 0; j < inverse.length; j++) {
            inverse[j] = 1 / positive(variances[j]);
        }
        return inverse;
    }

    private static double positive(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new SegmentationException(
                    "A covariance matrix of the mixture is not positive definite (" + value + " on its diagonal)",
                    "scale the columns",
                    "drop columns that are sums of others",
                    "raise the regularization");
        }
        return value;
    }

    private double[] inverseCholesky(double[] matrix) {
        double[] factor = new double[d * (d + 1) / 2];
        for (int a = 0; a < d; a++) {
            run.checkCanceled();
            int row = a * (a + 1) / 2;
            for (int b = 0; b <= a; b++) {
                int other = b * (b + 1) / 2;
                double sum = matrix[a * d + b];
                for (int j = 0; j < b; j++) {
                    sum -= factor[row + j] * factor[other + j];
                }
                factor[row + b] = a == b ? Math.sqrt(positive(sum)) : sum / factor[other + b];
            }
        }
        double[] inverse = new double[factor.length];
        for (int b = 0; b < d; b++) {
            run.checkCanceled();
            inverse[b * (b + 1) / 2 + b] = 1 / factor[b * (b + 1) / 2 + b];
            for (int a = b + 1; a < d; a++) {
                int row = a * (a + 1) / 2;
                double sum = 0;
                for (int j = b; j < a; j++) {
                    sum -= factor[row + j] * inverse[j * (j + 1) / 2 + b];
                }
                inverse[row + b] = sum / factor[row + a];
            }
        }
        return inverse;
    }

    /** Scratch of one thread: a tile of rows by columns, and what is computed from it. */
    static final class Tile {

        final double[][] columns;
        final double[][] differences;
        /** Per component and row: logarithm of the weighted density, then the posterior probability. */
        final double[][] values;

        final double[] weighted = new double[TILE];
        int size;
        private final double[] squares = new double[TILE];
        private final double[] solved = new double[TILE];
        private final double[] highest = new double[TILE];
        private final double[] sums = new double[TILE];

        Tile(int k, int d) {
            columns = new double[d][TILE];
            differences = new double[d][TILE];
            values = new double[k][TILE];
        }

        /** Takes rows from first on, at most {@link #TILE} of them, before end. */
        void load(double[] rows, int first, int end) {
            size = Math.min(TILE, end - first);
            int d = columns.length;
            for (int j = 0; j < d; j++) {
                for (int t = 0; t < size; t++) {
                    columns[j][t] = rows[(first + t) * d + j];
                }
            }
        }

        /** The same of rows given by their numbers. */
        void load(double[] rows, int[] numbers, int first, int end) {
            size = Math.min(TILE, end - first);
            int d = columns.length;
            for (int j = 0; j < d; j++) {
                for (int t = 0; t < size; t++) {
                    columns[j][t] = rows[numbers[first + t] * d + j];
                }
            }
        }

        /** Differences of the rows from a mean. */
        void center(double[] means, int component) {
            int d = columns.length;
            for (int j = 0; j < d; j++) {
                double mean = means[component * d + j];
                double[] column = columns[j];
                double[] difference = differences[j];
                for (int t = 0; t < size; t++) {
                    difference[t] = column[t] - mean;
                }
            }
        }
    }

    /** Fills the tile's values with posterior probabilities. @return the sum of the rows' log-likelihoods */
    double posteriors(Tile tile) {
        for (int c = 0; c < constants.length; c++) {
            logDensities(tile, c);
        }
        double[] highest = tile.highest;
        double[] sums = tile.sums;
        Arrays.fill(highest, 0, tile.size, Double.NEGATIVE_INFINITY);
        Arrays.fill(sums, 0, tile.size, 0);
        for (double[] logs : tile.values) {
            raise(highest, logs, tile.size);
        }
        for (double[] logs : tile.values) {
            exponentials(logs, highest, tile.size);
            add(sums, logs, tile.size);
        }
        for (double[] posteriors : tile.values) {
            divide(posteriors, sums, tile.size);
        }
        double total = 0;
        for (int t = 0; t < tile.size; t++) {
            total += highest[t] + Math.log(sums[t]);
        }
        return total;
    }

    private static void raise(double[] highest, double[] values, int size) {
        for (int t = 0; t < size; t++) {
            highest[t] = Math.max(highest[t], values[t]);
        }
    }

    private static void exponentials(double[] logs, double[] highest, int size) {
        for (int t = 0; t < size; t++) {
            logs[t] = Math.exp(logs[t] - highest[t]);
        }
    }

    private static void add(double[] sums, double[] values, int size) {
        for (int t = 0; t < size; t++) {
            sums[t] += values[t];
        }
    }

    private static void divide(double[] values, double[] sums, int size) {
        for (int t = 0; t < size; t++) {
            values[t] /= sums[t];
        }
    }

    private void logDensities(Tile tile, int c) {
        tile.center(state.means().values(), c);
        double[] precision = precisions[precisions.length == 1 ? 0 : c];
        double[] squares = tile.squares;
        Arrays.fill(squares, 0);
        for (int a = 0; a < d; a++) {
            if (a % FEATURES_PER_LOOK == FEATURES_PER_LOOK - 1) {
                run.checkCanceled();
            }
            if (isMatrix()) {
                solve(tile, precision, a);
            } else {
                double scale = precision[precision.length == 1 ? 0 : a];
                double[] difference = tile.differences[a];
                for (int t = 0; t < tile.size; t++) {
                    squares[t] += difference[t] * difference[t] * scale;
                }
            }
        }
        double[] logs = tile.values[c];
        for (int t = 0; t < tile.size; t++) {
            logs[t] = constants[c] - 0.5 * squares[t];
        }
    }

    private static void solve(Tile tile, double[] factor, int a) {
        double[] solved = tile.solved;
        Arrays.fill(solved, 0);
        for (int b = 0, at = a * (a + 1) / 2; b <= a; b++, at++) {
            double value = factor[at];
            double[] difference = tile.differences[b];
            for (int t = 0; t < tile.size; t++) {
                solved[t] += value * difference[t];
            }
        }
        for (int t = 0; t < tile.size; t++) {
            tile.squares[t] += solved[t] * solved[t];
        }
    }
}
