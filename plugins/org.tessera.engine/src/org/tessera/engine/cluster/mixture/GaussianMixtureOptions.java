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
 * @param covariance form of the covariance matrices, or how it is chosen; Weka's EM has diagonal ones only
 * @param restarts number of runs of EM, of which the one of highest likelihood is kept, 1 to {@value #MAX_RESTARTS}
 * @param maxIterations maximum number of iterations per run, 1 to {@value #MAX_ITERATIONS}
 * @param tolerance EM converges when the mean log-likelihood per row changes by less, above 0
 * @param regularization added to the variances, above 0
 * @param search which of several mixtures is kept
 */
public record GaussianMixtureOptions(
        int components,
        Choice choice,
        CovarianceChoice covariance,
        int restarts,
        int maxIterations,
        double tolerance,
        double regularization,
        Search search) {

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

    /** Form of the covariance matrices, or that it is chosen by the data. */
    public enum CovarianceChoice {
        /** Full, diagonal or spherical, as rows and BIC have it, see {@link CovarianceRule} and {@link CovarianceBic}. */
        AUTOMATIC,
        /** One symmetric matrix per component. */
        FULL,
        /** One variance per component and feature. */
        DIAGONAL,
        /** One symmetric matrix for all components. */
        TIED,
        /** One variance per component. */
        SPHERICAL;

        static CovarianceChoice of(Covariance form) {
            return valueOf(form.name());
        }
    }

    /** Which of several mixtures is kept. */
    public enum Search {
        /**
         * Best k-means where a feature has a value that many rows share; elsewhere the highest likelihood without spikes,
         * if its gain is beyond chance.
         */
        AUTOMATIC,
        /** The highest likelihood that restarts and moves of components reach. */
        LIKELIHOOD,
        /** Where one run of EM from the k-means of lowest inertia ends. */
        K_MEANS
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
        Objects.requireNonNull(search, "search");
    }

    /**
     * Options of a given form of covariance and a search for the highest likelihood.
     *
     * @param components number of components, or the maximum that is tried
     * @param choice how the number of components is chosen
     * @param covariance form of the covariance matrices
     * @param restarts number of runs of EM
     * @param maxIterations maximum number of iterations per run
     * @param tolerance of the mean log-likelihood per row
     * @param regularization added to the variances
     */
    public GaussianMixtureOptions(
            int components,
            Choice choice,
            Covariance covariance,
            int restarts,
            int maxIterations,
            double tolerance,
            double regularization) {
        this(
                components,
                choice,
                CovarianceChoice.of(covariance),
                restarts,
                maxIterations,
                tolerance,
                regularization,
                Search.LIKELIHOOD);
    }

    /**
     * @return 5 components, automatic covariance and search, 3 restarts, 200 iterations, tolerance 1e-4, regularization
     *     1e-6
     */
    public static GaussianMixtureOptions defaults() {
        return new GaussianMixtureOptions(
                5, Choice.FIXED, CovarianceChoice.AUTOMATIC, 3, 200, 1e-4, 1e-6, Search.AUTOMATIC);
    }

    /**
     * The richest form of the covariance matrices that the rows allow.
     *
     * @param rows number of rows n
     * @param columns number of features d
     * @return the given form; if it is automatic, that of {@link CovarianceRule}
     */
    public Covariance form(long rows, int columns) {
        return covariance == CovarianceChoice.AUTOMATIC
                ? CovarianceRule.of(rows, columns, this)
                : Covariance.valueOf(covariance.name());
    }

    /**
     * The same with another number of components.
     *
     * @param count the count
     * @return new options
     */
    public GaussianMixtureOptions withComponents(int count) {
        return new GaussianMixtureOptions(
                count, choice, covariance, restarts, maxIterations, tolerance, regularization, search);
    }

    /**
     * The same with another way to choose the number.
     *
     * @param way the way
     * @return new options
     */
    public GaussianMixtureOptions withChoice(Choice way) {
        return new GaussianMixtureOptions(
                components, way, covariance, restarts, maxIterations, tolerance, regularization, search);
    }

    /**
     * The same with a given form of covariance.
     *
     * @param form the form
     * @return new options
     */
    public GaussianMixtureOptions withCovariance(Covariance form) {
        return new GaussianMixtureOptions(
                components,
                choice,
                CovarianceChoice.of(form),
                restarts,
                maxIterations,
                tolerance,
                regularization,
                search);
    }

    /**
     * The same with another number of restarts.
     *
     * @param count the count
     * @return new options
     */
    public GaussianMixtureOptions withRestarts(int count) {
        return new GaussianMixtureOptions(
                components, choice, covariance, count, maxIterations, tolerance, regularization, search);
    }

    /**
     * The same with another search.
     *
     * @param other the search
     * @return new options
     */
    public GaussianMixtureOptions withSearch(Search other) {
        return new GaussianMixtureOptions(
                components, choice, covariance, restarts, maxIterations, tolerance, regularization, other);
    }
}
