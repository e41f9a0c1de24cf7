package org.tessera.engine.model;

import java.util.Objects;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;

/**
 * A Gaussian mixture model: a row belongs to the component with the largest posterior probability. Posterior probabilities
 * are those of Bayes' rule to the power 1 / temperature, divided by their sum.
 *
 * @param covariance form of the covariance matrices
 * @param weights k mixing weights with sum 1
 * @param means k x d means
 * @param covariances full: k arrays of d x d values; tied: one array of d x d; diagonal: k arrays of d variances;
 *     spherical: k arrays of one variance
 * @param logLikelihood mean log-likelihood per training row, in nats
 * @param bic Bayesian information criterion of the training rows, lower is better
 * @param aic Akaike information criterion of the training rows, lower is better
 * @param temperature of the posterior probabilities, finite and above 0; 1 leaves them as they are
 */
public record MixtureModel(
        Covariance covariance,
        double[] weights,
        Matrix means,
        double[][] covariances,
        double logLikelihood,
        double bic,
        double aic,
        double temperature)
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
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("A mixture's temperature is finite and above 0, not " + temperature);
        }
        for (double[] matrix : covariances) {
            if (matrix.length != length) {
                throw new IllegalArgumentException("A " + covariance + " covariance of " + d + " features needs "
                        + length + " values, but has " + matrix.length);
            }
        }
    }

    /**
     * A mixture of temperature 1.
     *
     * @param covariance form of the covariance matrices
     * @param weights k mixing weights with sum 1
     * @param means k x d means
     * @param covariances as many and as long as their form asks for
     * @param logLikelihood mean log-likelihood per training row, in nats
     * @param bic Bayesian information criterion
     * @param aic Akaike information criterion
     */
    public MixtureModel(
            Covariance covariance,
            double[] weights,
            Matrix means,
            double[][] covariances,
            double logLikelihood,
            double bic,
            double aic) {
        this(covariance, weights, means, covariances, logLikelihood, bic, aic, 1);
    }

    /**
     * The same with another temperature.
     *
     * @param other the temperature
     * @return the mixture
     */
    public MixtureModel withTemperature(double other) {
        return new MixtureModel(covariance, weights, means, covariances, logLikelihood, bic, aic, other);
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
