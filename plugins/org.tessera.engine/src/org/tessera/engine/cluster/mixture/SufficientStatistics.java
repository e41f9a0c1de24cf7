package org.tessera.engine.cluster.mixture;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/**
 * The sufficient statistics of a Gaussian mixture, which the E step computes and the M step needs: per component the
 * sum of the posterior probabilities, and the sums of the rows and of their products weighted by these. Rows are taken
 * as differences from the means of a reference, the parameters of the E step, so that offsets cost no digits.
 */
final class SufficientStatistics {

    private final MixtureParameters reference;
    private final int d;
    /** Number of rows. */
    private int rows;
    /** Per component: sum of the posterior probabilities. */
    private final double[] weights;
    /** k x d weighted sums of differences. */
    private final double[] firstMoments;
    /** Per covariance matrix: weighted sums of products of differences, a lower triangle or one per feature. */
    private final double[][] secondMoments;

    private double logLikelihood;

    /** @param reference the means that differences are taken from, and the form of the covariance matrices */
    SufficientStatistics(MixtureParameters reference) {
        this.reference = reference;
        int k = reference.components();
        d = reference.features();
        weights = new double[k];
        firstMoments = new double[k * d];
        secondMoments =
                new double[reference.covarianceMatrices()][MixtureParameters.secondMoments(reference.covariance(), d)];
    }

    /** Statistics that were summed elsewhere: k weights, k x d first moments, second moments per covariance matrix. */
    SufficientStatistics(
            MixtureParameters reference, int rows, double[] weights, double[] firstMoments, double[][] secondMoments) {
        this.reference = reference;
        d = reference.features();
        this.rows = rows;
        this.weights = weights;
        this.firstMoments = firstMoments;
        this.secondMoments = secondMoments;
    }

    /** The memory of the statistics. */
    static long bytes(MixtureParameters reference) {
        long d = reference.features();
        long secondMoments = MixtureParameters.secondMoments(reference.covariance(), reference.features());
        return 8L * (reference.components() * (1L + d) + reference.covarianceMatrices() * secondMoments);
    }

    MixtureParameters reference() {
        return reference;
    }

    int rows() {
        return rows;
    }

    double weight(int component) {
        return weights[component];
    }

    double firstMoment(int component, int feature) {
        return firstMoments[component * d + feature];
    }

    /** A component's second moments; for tied covariances those of all components together. */
    double[] secondMoments(int component) {
        return secondMoments[secondMoments.length == 1 ? 0 : component];
    }

    /** The mean log-likelihood per row of the reference, in nats; 0 if the statistics are those of labels. */
    double meanLogLikelihood() {
        return logLikelihood / rows;
    }

    /** Counts rows and their log-likelihood. */
    void count(int more, double likelihood) {
        rows += more;
        logLikelihood += likelihood;
    }

    /** Adds the statistics of other rows. */
    void add(SufficientStatistics other) {
        add(weights, other.weights);
        add(firstMoments, other.firstMoments);
        for (int m = 0; m < secondMoments.length; m++) {
            add(secondMoments[m], other.secondMoments[m]);
        }
        count(other.rows, other.logLikelihood);
    }

    private static void add(double[] to, double[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    /** Adds the rows of a tile to the moments of a component, weighted by its posterior probabilities. */
    void add(RowTile tile, double[] posteriors, int component, RunContext run) {
        double weight = VectorSums.sum(posteriors, tile.size);
        if (weight == 0) {
            return;
        }
        weights[component] += weight;
        Matrix means = reference.means();
        tile.center(means.values(), component);
        double[] weighted = tile.weighted;
        double[] products = secondMoments(component);
        for (int a = 0; a < d; a++) {
            if (a % RowTile.FEATURES_PER_CANCELLATION_CHECK == RowTile.FEATURES_PER_CANCELLATION_CHECK - 1) {
                run.checkCanceled();
            }
            double[] difference = tile.differences[a];
            if (products.length == d) {
                VectorSums.addMoments(posteriors, difference, tile.size, firstMoments, component * d + a, products, a);
                continue;
            }
            for (int t = 0; t < tile.size; t++) {
                weighted[t] = posteriors[t] * difference[t];
            }
            firstMoments[component * d + a] += VectorSums.sum(weighted, tile.size);
            for (int b = 0, at = a * (a + 1) / 2; b <= a; b++, at++) {
                products[at] += VectorSums.dot(weighted, tile.differences[b], tile.size);
            }
        }
    }
}
