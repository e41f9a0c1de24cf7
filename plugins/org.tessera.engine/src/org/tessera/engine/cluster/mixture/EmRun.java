package org.tessera.engine.cluster.mixture;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * One run of expectation maximization: E steps and M steps in turn until the log-likelihood converges. Dempster, Laird
 * and Rubin (1977), <a
 * href="https://doi.org/10.1111/j.2517-6161.1977.tb01600.x">doi:10.1111/j.2517-6161.1977.tb01600.x</a>.
 *
 * @param parameters the parameters of the last M step
 * @param logLikelihood mean log-likelihood per row in the last E step, in nats
 * @param iterations number of iterations
 * @param converged whether the log-likelihood changed by less than the tolerance
 */
public record EmRun(MixtureParameters parameters, double logLikelihood, int iterations, boolean converged) {

    /** How far, in nats per row, a run may be below the log-likelihood to exceed before it is abandoned. */
    private static final double MAX_LIKELIHOOD_GAP = 0.5;

    /** The iteration after which that gap is checked. */
    private static final int GAP_CHECK_ITERATION = 3;

    /**
     * Runs EM from a partition of the rows.
     *
     * @param x n x d rows in canonical order
     * @param labels n labels 0 to k - 1, each used at least once
     * @param options components k, covariance, regularization, tolerance and iterations
     * @param run threads, progress, cancel
     * @return where EM converged or reached its limit of iterations
     * @throws SegmentationException if a covariance matrix is not positive definite
     */
    public static EmRun from(Matrix x, int[] labels, GaussianMixtureOptions options, RunContext run) {
        return from(x, labels, options, Double.NEGATIVE_INFINITY, run);
    }

    /**
     * Runs EM from a partition of the rows, and abandons the run early if it is far below a log-likelihood.
     *
     * @param x n x d rows in canonical order
     * @param labels n labels 0 to k - 1, each used at least once
     * @param options components k, covariance, regularization, tolerance and iterations
     * @param toExceed the mean log-likelihood that the run is to exceed
     * @param run threads, progress, cancel
     * @return where EM converged, reached its limit of iterations or was abandoned
     * @throws SegmentationException if a covariance matrix is not positive definite
     */
    public static EmRun from(Matrix x, int[] labels, GaussianMixtureOptions options, double toExceed, RunContext run) {
        int k = options.components();
        SufficientStatistics statistics = EStep.ofLabels(x, labels, k, options.form(x.rows(), x.columns()), run);
        MixtureParameters parameters = MStep.of(statistics, options.regularization(), run);
        double previous = Double.NEGATIVE_INFINITY;
        double likelihood = previous;
        boolean converged = false;
        int iteration = 0;
        while (!converged && iteration < options.maxIterations()) {
            iteration++;
            statistics = EStep.of(x, parameters, run);
            parameters = MStep.of(statistics, options.regularization(), run);
            likelihood = statistics.meanLogLikelihood();
            converged = Math.abs(likelihood - previous) < options.tolerance();
            previous = likelihood;
            if (iteration == GAP_CHECK_ITERATION && likelihood < toExceed - MAX_LIKELIHOOD_GAP) {
                break;
            }
            run.progress(iteration / (double) options.maxIterations(), "Mixture of " + k + ", iteration " + iteration);
        }
        return new EmRun(parameters, likelihood, iteration, converged);
    }

    /** The Bayesian information criterion on n rows, lower is better. */
    double bic(int rows) {
        return parameters.model(logLikelihood, rows).bic();
    }
}
