package org.tessera.engine.cluster.mixture;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.run.RunContext;

/**
 * The M step of EM: the parameters of highest expected log-likelihood given the {@link SufficientStatistics} of the E
 * step. The regularization is added to the variances, as in scikit-learn. O(k d²) time for full and tied covariances,
 * otherwise O(k d).
 */
final class MStep {

    /** Added to the weight of a component, as in scikit-learn, so that an empty one does not divide by 0. */
    private static final double MIN_WEIGHT = 10 * Math.ulp(1.0);

    private final SufficientStatistics statistics;
    private final Covariance covariance;
    private final double regularization;
    private final RunContext run;
    private final int k;
    private final int d;
    /** Per component: sum of the posterior probabilities. */
    private final double[] weights;
    /** k x d differences of the new means from those of the reference. */
    private final double[] shifts;

    private MStep(SufficientStatistics statistics, double regularization, RunContext run) {
        this.statistics = statistics;
        this.regularization = regularization;
        this.run = run;
        MixtureParameters reference = statistics.reference();
        covariance = reference.covariance();
        k = reference.components();
        d = reference.features();
        weights = new double[k];
        shifts = new double[k * d];
    }

    /**
     * Maximizes the expected log-likelihood.
     *
     * @param statistics the result of an E step
     * @param regularization added to the variances
     * @return the new parameters
     */
    static MixtureParameters of(SufficientStatistics statistics, double regularization, RunContext run) {
        return new MStep(statistics, regularization, run).parameters();
    }

    private MixtureParameters parameters() {
        double[] means = statistics.reference().means().values().clone();
        double total = 0;
        for (int c = 0; c < k; c++) {
            weights[c] = statistics.weight(c) + MIN_WEIGHT;
            total += weights[c];
            for (int j = 0; j < d; j++) {
                shifts[c * d + j] = statistics.firstMoment(c, j) / weights[c];
                means[c * d + j] += shifts[c * d + j];
            }
        }
        double[][] covariances = covariances();
        for (int c = 0; c < k; c++) {
            weights[c] /= total;
        }
        return new MixtureParameters(covariance, weights, Matrix.wrap(k, d, means), covariances);
    }

    private double[][] covariances() {
        if (covariance == Covariance.TIED) {
            return new double[][] {tied()};
        }
        double[][] covariances = new double[k][];
        for (int c = 0; c < k; c++) {
            run.checkCanceled();
            covariances[c] = switch (covariance) {
                case FULL -> full(c);
                case DIAGONAL -> variances(c);
                default -> new double[] {Arrays.stream(variances(c)).sum() / d};
            };
        }
        return covariances;
    }

    private double[] full(int c) {
        double[] secondMoments = statistics.secondMoments(c);
        double[] matrix = new double[d * d];
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a; b++) {
                double value = secondMoments[a * (a + 1) / 2 + b] / weights[c] - shifts[c * d + a] * shifts[c * d + b];
                set(matrix, a, b, value);
            }
        }
        return matrix;
    }

    private double[] variances(int c) {
        double[] secondMoments = statistics.secondMoments(c);
        double[] variances = new double[d];
        for (int j = 0; j < d; j++) {
            double variance = secondMoments[j] / weights[c] - shifts[c * d + j] * shifts[c * d + j];
            variances[j] = Math.max(0, variance) + regularization;
        }
        return variances;
    }

    /** The covariance matrix that all components share, divided by the number of rows. */
    private double[] tied() {
        double[] secondMoments = statistics.secondMoments(0);
        double[] matrix = new double[d * d];
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a; b++) {
                double value = secondMoments[a * (a + 1) / 2 + b];
                for (int c = 0; c < k; c++) {
                    value -= weights[c] * shifts[c * d + a] * shifts[c * d + b];
                }
                set(matrix, a, b, value / statistics.rows());
            }
        }
        return matrix;
    }

    /** Sets an entry and its mirror image; on the diagonal at least 0, and regularized. */
    private void set(double[] matrix, int a, int b, double value) {
        double entry = a == b ? Math.max(0, value) + regularization : value;
        matrix[a * d + b] = entry;
        matrix[b * d + a] = entry;
    }
}
