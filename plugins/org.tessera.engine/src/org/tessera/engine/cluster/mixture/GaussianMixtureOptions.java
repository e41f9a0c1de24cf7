package org.tessera.engine.cluster.mixture;

import java.util.Objects;
import org.tessera.engine.cluster.Bounds;
import org.tessera.engine.model.Covariance;

/**
 * Options of Gaussian mixtures.
 *
 * @param components number of components, or the maximum that is tried when the number is chosen, 1 to
 *     {@value #MAX_COMPONENTS}
 * @param choice how the number of components is chosen
 * @param covariance form of the covariance matrices; Weka's EM has diagonal ones only
 * @param restarts number of runs of EM, of which the one of highest likelihood is kept, 1 to {@value #MAX_RESTARTS}
 * @param maxIterations maximum number of iterations per run, 1 to {@value #MAX_ITERATIONS}
 * @param tolerance EM converges when the mean log-likelihood per row changes by less, above 0
 * @param regularization added to the variances, above 0
 */
public record GaussianMixtureOptions(
        int components,
        Choice choice,
        Covariance covariance,
        int restarts,
        int maxIterations,
        double tolerance,
        double regularization) {

    /** Maximum number of components. */
    public static final int MAX_COMPONENTS = 200;
    /** Maximum number of restarts. */
    public static final int MAX_RESTARTS = 1000;
    /** Maximum number of iterations. */
    public static final int MAX_ITERATIONS = 100_000;

    /** How the number of components is chosen. */
    public enum Choice {
        /** As given. */
        FIXED,
        /** The number from 1 to the given one with the lowest BIC. */
        BIC,
        /** The number with the highest cross-validated likelihood, by Weka only. */
        WEKA_CROSS_VALIDATION
    }

    /** Checks the bounds. */
    public GaussianMixtureOptions {
        Bounds.check("Components", components, 1, MAX_COMPONENTS);
        Objects.requireNonNull(choice, "choice");
        Objects.requireNonNull(covariance, "covariance");
        Bounds.check("Restarts", restarts, 1, MAX_RESTARTS);
        Bounds.check("Maximum iterations", maxIterations, 1, MAX_ITERATIONS);
        Bounds.checkPositive("Tolerance", tolerance);
        Bounds.checkPositive("Regularization", regularization);
    }

    /** @return 5 components, full covariance, 3 restarts, 200 iterations, tolerance 1e-4, regularization 1e-6 */
    public static GaussianMixtureOptions defaults() {
        return new GaussianMixtureOptions(5, Choice.FIXED, Covariance.FULL, 3, 200, 1e-4, 1e-6);
    }

    /**
     * The same with another number of components.
     *
     * @param count the number
     * @return new options
     */
    public GaussianMixtureOptions withComponents(int count) {
        return new GaussianMixtureOptions(
                count, choice, covariance, restarts, maxIterations, tolerance, regularization);
    }

    /**
     * The same with another way to choose the number.
     *
     * @param other the way
     * @return new options
     */
    public GaussianMixtureOptions withChoice(Choice other) {
        return new GaussianMixtureOptions(
                components, other, covariance, restarts, maxIterations, tolerance, regularization);
    }

    /**
     * The same with another form of covariance.
     *
     * @param form the form
     * @return new options
     */
    public GaussianMixtureOptions withCovariance(Covariance form) {
        return new GaussianMixtureOptions(components, choice, form, restarts, maxIterations, tolerance, regularization);
    }

    /**
     * The same with another number of restarts.
     *
     * @param count the number
     * @return new options
     */
    public GaussianMixtureOptions withRestarts(int count) {
        return new GaussianMixtureOptions(
                components, choice, covariance, count, maxIterations, tolerance, regularization);
    }
}
