package org.tessera.engine.cluster.mixture;

import java.util.Arrays;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * The density of a Gaussian mixture: posterior probabilities of the components and log-likelihoods for tiles of rows.
 * Computed in logarithms. For full and tied covariances the Mahalanobis distance is the norm of the difference from the
 * mean times the inverse Cholesky factor. Immutable; scratch arrays belong to a {@link RowTile}.
 */
final class MixtureDensity {

    private final MixtureParameters parameters;
    private final RunContext run;
    private final int d;
    /** Per matrix: inverse Cholesky factor (lower triangle by rows), or inverse variances. */
    private final double[][] precisions;

    /** Per component: logarithms of the weight and of the normalization. */
    private final double[] logConstants;

    /** @throws SegmentationException if a covariance matrix is not positive definite */
    MixtureDensity(MixtureParameters parameters, RunContext run) {
        this.parameters = parameters;
        this.run = run;
        d = parameters.features();
        int k = parameters.components();
        precisions = new double[parameters.covariances().length][];
        double[] halfLogDeterminants = new double[precisions.length];
        for (int m = 0; m < precisions.length; m++) {
            precisions[m] = isMatrix()
                    ? inverseCholesky(parameters.covariances()[m])
                    : inverse(parameters.covariances()[m]);
            halfLogDeterminants[m] = halfLogDeterminant(precisions[m]);
        }
        logConstants = new double[k];
        for (int c = 0; c < k; c++) {
            logConstants[c] = Math.log(parameters.weights()[c])
                    - 0.5 * d * Math.log(2 * Math.PI)
                    + halfLogDeterminants[precisions.length == 1 ? 0 : c];
        }
    }

    private boolean isMatrix() {
        return MixtureParameters.isMatrix(parameters.covariance());
    }

    /** Half the logarithm of the determinant of the precision. */
    private double halfLogDeterminant(double[] precision) {
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
        return parameters.covariance() == Covariance.SPHERICAL ? d * sum : sum;
    }

    private static double[] inverse(double[] variances) {
        double[] inverse = new double[variances.length];
        for (int j = 0; j < inverse.length; j++) {
            inverse[j] = 1 / requirePositive(variances[j]);
        }
        return inverse;
    }

    private static double requirePositive(double value) {
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
                factor[row + b] = a == b ? Math.sqrt(requirePositive(sum)) : sum / factor[other + b];
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

    /** Computes the posterior probabilities of a tile. @return the sum of the log-likelihoods of its rows */
    double posteriors(RowTile tile) {
        logDensities(tile);
        double[] maxima = tile.maxima;
        double[] sums = tile.sums;
        Arrays.fill(maxima, 0, tile.size, Double.NEGATIVE_INFINITY);
        Arrays.fill(sums, 0, tile.size, 0);
        for (double[] logs : tile.posteriors) {
            updateMaxima(maxima, logs, tile.size);
        }
        for (double[] logs : tile.posteriors) {
            exponentials(logs, maxima, tile.size);
            add(sums, logs, tile.size);
        }
        for (double[] posteriors : tile.posteriors) {
            divide(posteriors, sums, tile.size);
        }
        double total = 0;
        for (int t = 0; t < tile.size; t++) {
            total += maxima[t] + Math.log(sums[t]);
        }
        return total;
    }

    /** Computes the logarithms of the weighted densities of all components in place of the posterior probabilities. */
    void logDensities(RowTile tile) {
        for (int c = 0; c < logConstants.length; c++) {
            logDensities(tile, c);
        }
    }

    private static void updateMaxima(double[] maxima, double[] values, int size) {
        for (int t = 0; t < size; t++) {
            maxima[t] = Math.max(maxima[t], values[t]);
        }
    }

    /** Exponentials relative to the largest, which cannot overflow. */
    private static void exponentials(double[] logs, double[] maxima, int size) {
        for (int t = 0; t < size; t++) {
            logs[t] = Math.exp(logs[t] - maxima[t]);
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

    /** Computes the logarithms of the weighted densities of a component. */
    private void logDensities(RowTile tile, int c) {
        tile.center(parameters.means().values(), c);
        double[] precision = precisions[precisions.length == 1 ? 0 : c];
        double[] squares = tile.squares;
        Arrays.fill(squares, 0);
        for (int a = 0; a < d; a++) {
            if (a % RowTile.FEATURES_PER_CANCELLATION_CHECK == RowTile.FEATURES_PER_CANCELLATION_CHECK - 1) {
                run.checkCanceled();
            }
            if (isMatrix()) {
                addSquareOfProduct(tile, precision, a);
            } else {
                double scale = precision[precision.length == 1 ? 0 : a];
                double[] difference = tile.differences[a];
                for (int t = 0; t < tile.size; t++) {
                    squares[t] += difference[t] * difference[t] * scale;
                }
            }
        }
        double[] logs = tile.posteriors[c];
        for (int t = 0; t < tile.size; t++) {
            logs[t] = logConstants[c] - 0.5 * squares[t];
        }
    }

    /** Adds the square of coordinate a of the inverse factor times the difference. */
    private static void addSquareOfProduct(RowTile tile, double[] factor, int a) {
        double[] product = tile.product;
        Arrays.fill(product, 0);
        for (int b = 0, at = a * (a + 1) / 2; b <= a; b++, at++) {
            double value = factor[at];
            double[] difference = tile.differences[b];
            for (int t = 0; t < tile.size; t++) {
                product[t] += value * difference[t];
            }
        }
        for (int t = 0; t < tile.size; t++) {
            tile.squares[t] += product[t] * product[t];
        }
    }
}
