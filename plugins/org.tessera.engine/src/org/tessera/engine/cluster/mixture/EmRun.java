package org.tessera.engine.cluster.mixture;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * The result of expectation maximization from one start.
 *
 * @param state the parameters reached
 * @param logLikelihood mean log-likelihood per row, in nats
 * @param iterations number of EM steps
 * @param converged whether the likelihood changed by less than the tolerance
 */
public record EmRun(MixtureParameters state, double logLikelihood, int iterations, boolean converged) {

    /** A run whose likelihood is further than this, in nats per row, below the goal is given up. */
    private static final double MAX_LIKELIHOOD_GAP = 0.5;

    /** The iteration after which the likelihood is compared with the goal. */
    private static final int CHECK_ITERATION = 3;

    /**
     * Runs EM from a partition of the rows.
     *
     * @param x n x d rows in canonical order
     * @param labels n labels 0 to k - 1, each used at least once
     * @param k number of components
     * @param options covariance, regularization, tolerance and iterations
     * @param run threads, progress, cancel
     * @return where EM converged or reached its limit of iterations
     * @throws SegmentationException if a covariance matrix is not positive definite
     */
    public static EmRun from(Matrix x, int[] labels, int k, GaussianMixtureOptions options, RunContext run) {
        return from(x, labels, k, options, Double.NEGATIVE_INFINITY, run);
    }

    /**
     * Runs EM from a partition of the rows, and gives up early if a goal is out of reach.
     *
     * @param x n x d rows in canonical order
     * @param labels n labels 0 to k - 1, each used at least once
     * @param k number of components
     * @param options covariance, regularization, tolerance and iterations
     * @param goal the mean log-likelihood to be exceeded
     * @param run threads, progress, cancel
     * @return where EM converged, reached its limit of iterations or was given up
     * @throws SegmentationException if a covariance matrix is not positive definite
     */
    public static EmRun from(
            Matrix x, int[] labels, int k, GaussianMixtureOptions options, double goal, RunContext run) {
        MixtureParameters state =
                EmStep.fromLabels(x, labels, k, options.covariance(), run).mStep(options.regularization());
        double before = Double.NEGATIVE_INFINITY;
        double likelihood = before;
        boolean converged = false;
        int iteration = 0;
        while (!converged && iteration < options.maxIterations()) {
            iteration++;
            EmStep step = EmStep.expect(x, state, run);
            state = step.mStep(options.regularization());
            likelihood = step.logLikelihood();
            converged = Math.abs(likelihood - before) < options.tolerance();
            before = likelihood;
            if (iteration == CHECK_ITERATION && likelihood < goal - MAX_LIKELIHOOD_GAP) {
                break;
            }
            run.progress(iteration / (double) options.maxIterations(), "Mixture of " + k + ", iteration " + iteration);
        }
        return new EmRun(state, likelihood, iteration, converged);
    }
}
