package org.tessera.engine.cluster.mixture;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.MixtureModel;

/** Parameters of a mixture on their way through EM; the layout of covariances is that of {@link MixtureModel}. */
public record MixtureParameters(Covariance covariance, double[] weights, Matrix means, double[][] covariances) {

    static MixtureParameters of(MixtureModel model) {
        return new MixtureParameters(model.covariance(), model.weights(), model.means(), model.covariances());
    }

    public int components() {
        return weights.length;
    }

    int features() {
        return means.columns();
    }

    /** Values of a component's sums of products: a lower triangle, or one per feature. */
    public static int products(Covariance covariance, int d) {
        return covariance == Covariance.FULL || covariance == Covariance.TIED ? d * (d + 1) / 2 : d;
    }

    /** The number of free parameters, as scikit-learn counts them for BIC and AIC. */
    long parameters() {
        long k = components();
        long d = features();
        long perMatrix =
                switch (covariance) {
                    case FULL, TIED -> d * (d + 1) / 2;
                    case DIAGONAL -> d;
                    case SPHERICAL -> 1;
                };
        return (covariance == Covariance.TIED ? 1 : k) * perMatrix + k * d + k - 1;
    }

    /** The components with the given numbers, in that order, their weights scaled to sum 1. */
    MixtureParameters select(int[] components) {
        double sum = 0;
        for (int c : components) {
            sum += weights[c];
        }
        double[] chosen = new double[components.length];
        double[][] matrices = covariance == Covariance.TIED ? covariances.clone() : new double[components.length][];
        for (int s = 0; s < components.length; s++) {
            chosen[s] = weights[components[s]] / sum;
            if (covariance != Covariance.TIED) {
                matrices[s] = covariances[components[s]];
            }
        }
        return new MixtureParameters(covariance, chosen, means.select(components), matrices);
    }

    /** The model with its likelihood and criteria. */
    MixtureModel model(double logLikelihood, int rows) {
        double deviance = -2 * logLikelihood * rows;
        return new MixtureModel(
                covariance,
                weights,
                means,
                covariances,
                logLikelihood,
                deviance + parameters() * Math.log(rows),
                deviance + 2.0 * parameters());
    }
}
