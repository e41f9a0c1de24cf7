package org.tessera.engine.model;

import java.util.Objects;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;

/**
 * A Gaussian mixture model: a row belongs to the component with the largest posterior probability.
 *
 * @param covariance form of the covariance matrices
 * @param weights k mixing weights with sum 1
 * @param means k x d means
 * @param covariances full: k arrays of d x d values; tied: one array of d x d; diagonal: k arrays of d variances;
 *     spherical: k arrays of one variance
 * @param logLikelihood mean log-likelihood per training row, in nats
 * @param bic Bayesian information criterion of the training rows, lower is better
 * @param aic Akaike information criterion of the training rows, lower is better
 */
public record MixtureModel(
        Covariance covariance,
        double[] weights,
        Matrix means,
        double[][] covariances,
        double logLikelihood,
        double bic,
        double aic)
        implements ClusterModel {

    /** Checks that the shapes agree. */
    public MixtureModel {
        Objects.requireNonNull(covariance, "covariance");
        int k = means.rows();
        int d = means.columns();
        int matrices = covariance == Covariance.TIED ? 1 : k;
        int length = switch (covariance) {
            case FULL, TIED -> d * d;
            case DIAGONAL -> d;
            case SPHERICAL -> 1;
        };
        if (weights.length != k || covariances.length != matrices) {
            throw new IllegalArgumentException("A mixture of " + k + " means needs " + k + " weights and " + matrices
                    + " covariances, but has " + weights.length + " and " + covariances.length);
        }
        for (double[] matrix : covariances) {
            if (matrix.length != length) {
                throw new IllegalArgumentException("A " + covariance + " covariance of " + d + " features needs "
                        + length + " values, but has " + matrix.length);
            }
        }
    }

    @Override
    public int segments() {
        return weights.length;
    }

    @Override
    public int features() {
        return means.columns();
    }

    @Override
    public Distance distance() {
        return Distance.EUCLIDEAN;
    }
}
