package org.tessera.engine.cluster.mixture;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.MixtureModel;

/**
 * The parameters of a Gaussian mixture during EM; shapes are those of {@link MixtureModel}.
 *
 * @param covariance form of the covariance matrices
 * @param weights k mixing weights
 * @param means k x d means
 * @param covariances a matrix per component, or a single one if they are tied
 */
public record MixtureParameters(Covariance covariance, double[] weights, Matrix means, double[][] covariances) {

    static MixtureParameters of(MixtureModel model) {
        return new MixtureParameters(model.covariance(), model.weights(), model.means(), model.covariances());
    }

    /** @return number of components k */
    public int components() {
        return weights.length;
    }

    int features() {
        return means.columns();
    }

    /** Number of covariance matrices. */
    int covarianceMatrices() {
        return covariances.length;
    }

    /**
     * The number of second moments per covariance matrix that the M step needs.
     *
     * @param covariance form of the covariance matrices
     * @param d number of features
     * @return d (d + 1) / 2 for a full matrix, of which the lower triangle is kept; otherwise d
     */
    public static int secondMoments(Covariance covariance, int d) {
        return isMatrix(covariance) ? d * (d + 1) / 2 : d;
    }

    /** Whether the form has matrices, not only variances. */
    static boolean isMatrix(Covariance covariance) {
        return covariance == Covariance.FULL || covariance == Covariance.TIED;
    }

    /** The number of free parameters, as scikit-learn counts them for BIC and AIC. */
    long freeParameters() {
        long k = components();
        long d = features();
        long perMatrix = switch (covariance) {
            case FULL, TIED -> d * (d + 1) / 2;
            case DIAGONAL -> d;
            case SPHERICAL -> 1;
        };
        return (covariance == Covariance.TIED ? 1 : k) * perMatrix + k * d + k - 1;
    }

    /** The given components in the given order, their weights scaled to sum 1. */
    MixtureParameters select(int[] components) {
        double sum = 0;
        for (int c : components) {
            sum += weights[c];
        }
        double[] selected = new double[components.length];
        double[][] matrices = covariance == Covariance.TIED ? covariances.clone() : new double[components.length][];
        for (int s = 0; s < components.length; s++) {
            selected[s] = weights[components[s]] / sum;
            if (covariance != Covariance.TIED) {
                matrices[s] = covariances[components[s]];
            }
        }
        return new MixtureParameters(covariance, selected, means.select(components), matrices);
    }

    /** The model with its mean log-likelihood per row, BIC and AIC. */
    MixtureModel model(double logLikelihood, int rows) {
        double deviance = -2 * logLikelihood * rows;
        return new MixtureModel(
                covariance,
                weights,
                means,
                covariances,
                logLikelihood,
                deviance + freeParameters() * Math.log(rows),
                deviance + 2.0 * freeParameters());
    }
}
