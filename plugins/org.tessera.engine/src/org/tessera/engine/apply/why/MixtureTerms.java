package org.tessera.engine.apply.why;

import java.util.Arrays;
import org.tessera.engine.kernel.Cholesky;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.MixtureModel;

/**
 * The difference of the log posteriors of two components, by column. With δ = x - μ, the precision matrix P and the variances
 * v of a component, a feature j has -½ δ_j (P δ)_j - ½ log v_j of each; what is left, log w - ½ log det R for the weight w and
 * the correlation matrix R, belongs to no column. The product δ_j P_jm δ_m of two features is thus shared equally between
 * them, which makes δ_j (P δ)_j the Shapley value of the quadratic form (Shapley 1953, doi:10.1515/9781400881970-018); for
 * diagonal covariances P_jm is 0, and a feature has the logarithm of its own density. All of it is divided by the model's
 * temperature, as the logarithms of the probabilities are.
 */
final class MixtureTerms implements Terms {

    private final MixtureModel model;
    private final int[] columnOf;
    /** Per covariance: the variances. */
    private final double[][] variances;
    /** Per covariance: its decomposition; null if it is diagonal. */
    private final Cholesky[] factors;
    /** Per component: what belongs to no column. */
    private final double[] rest;

    MixtureTerms(MixtureModel model, int[] columnOf) {
        this.model = model;
        this.columnOf = columnOf;
        int matrices = model.covariances().length;
        int d = model.features();
        variances = new double[matrices][d];
        factors = new Cholesky[matrices];
        double[] logDeterminants = new double[matrices];
        for (int m = 0; m < matrices; m++) {
            double[] covariance = model.covariances()[m];
            boolean full = isFull();
            for (int j = 0; j < d; j++) {
                variances[m][j] = covariance[full ? j * d + j : Math.min(j, covariance.length - 1)];
            }
            if (full) {
                factors[m] = Cholesky.of(covariance, d)
                        .orElseThrow(() -> new IllegalArgumentException("A covariance is not positive definite"));
                logDeterminants[m] = logDeterminantOfCorrelations(m);
            }
        }
        rest = new double[model.segments()];
        for (int s = 0; s < rest.length; s++) {
            rest[s] = Math.log(model.weights()[s]) - logDeterminants[matrixOf(s)] / 2;
        }
    }

    private boolean isFull() {
        return model.covariance() == Covariance.FULL || model.covariance() == Covariance.TIED;
    }

    private int matrixOf(int segment) {
        return variances.length == 1 ? 0 : segment;
    }

    private double logDeterminantOfCorrelations(int matrix) {
        double sum = factors[matrix].logDeterminant();
        for (double variance : variances[matrix]) {
            sum -= Math.log(variance);
        }
        return sum;
    }

    @Override
    public void of(double[] features, int segment, int runnerUp, double[] into) {
        Arrays.fill(into, 0);
        add(features, segment, 1, into);
        add(features, runnerUp, -1, into);
        into[into.length - 1] = rest[segment] - rest[runnerUp];
        for (int c = 0; c < into.length; c++) {
            into[c] /= model.temperature();
        }
    }

    private void add(double[] features, int segment, int sign, double[] into) {
        int matrix = matrixOf(segment);
        double[] delta = features.clone();
        for (int j = 0; j < delta.length; j++) {
            delta[j] -= model.means().at(segment, j);
        }
        double[] solved = factors[matrix] == null ? delta : factors[matrix].solve(delta);
        for (int j = 0; j < delta.length; j++) {
            double variance = variances[matrix][j];
            double square = delta[j] * solved[j] / (factors[matrix] == null ? variance : 1);
            into[columnOf[j]] -= sign * (square + Math.log(variance)) / 2;
        }
    }
}
