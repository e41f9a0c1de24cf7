package org.tessera.engine.cluster.mixture;

import java.io.Serializable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.ExactSums;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.run.RunContext;

/**
 * The E step of EM over rows that come block by block: the sufficient statistics of a mixture, summed without rounding, so
 * that they depend neither on the order of the rows nor on blocks and parts. Posterior probabilities below 2^-60 are left
 * out of the moments. O(n k d²) time for full and tied covariances, otherwise O(n k d); 544 bytes per statistic.
 */
public final class MixtureTotals implements Serializable {

    /** The component of a row whose density is 0 in double precision. */
    public static final int NO_DENSITY = -1;

    private static final long serialVersionUID = 1L;

    /** Smallest posterior probability that is summed up: far below the last bit of any sum. */
    private static final double MIN_POSTERIOR = 0x1p-60;

    private final int d;
    private long rows;
    private final ExactSums logLikelihood = new ExactSums(1);
    private final ExactSums weights;
    private final ExactSums firstMoments;
    /** Per covariance matrix the second moments, one matrix after the other. */
    private final ExactSums secondMoments;
    /** Second moments per covariance matrix. */
    private final int moments;

    private transient MixtureDensity density;

    /**
     * Totals of no row.
     *
     * @param reference the mixture of the E step
     */
    public MixtureTotals(MixtureModel reference) {
        MixtureParameters parameters = MixtureParameters.of(reference);
        d = parameters.features();
        moments = MixtureParameters.secondMoments(parameters.covariance(), d);
        weights = new ExactSums(parameters.components());
        firstMoments = new ExactSums(parameters.components() * d);
        secondMoments = new ExactSums(parameters.covarianceMatrices() * moments);
    }

    /**
     * Adds rows.
     *
     * @param x n x d finite features
     * @param reference the mixture of the E step
     * @param run cancel
     * @return the most probable component of each row, of equally probable ones the first; {@link #NO_DENSITY} for rows so
     *     far from all of them that their density is 0, which are not counted
     */
    public int[] add(Matrix x, MixtureModel reference, RunContext run) {
        MixtureParameters parameters = MixtureParameters.of(reference);
        if (density == null) {
            density = new MixtureDensity(parameters, run);
        }
        int k = parameters.components();
        int[] best = new int[x.rows()];
        RowTile tile = new RowTile(k, d);
        for (int start = 0; start < x.rows(); start += RowTile.ROWS) {
            run.checkCanceled();
            tile.load(x.values(), start, x.rows());
            density.posteriors(tile);
            for (int t = 0; t < tile.size; t++) {
                double log = tile.maxima[t] + Math.log(tile.sums[t]);
                best[start + t] = Double.isFinite(log) ? mostProbable(tile, t) : NO_DENSITY;
                if (best[start + t] != NO_DENSITY) {
                    rows++;
                    logLikelihood.add(0, log);
                }
            }
            for (int c = 0; c < k; c++) {
                tile.center(parameters.means().values(), c);
                add(tile, c, parameters.covarianceMatrices() == 1 ? 0 : c);
            }
        }
        return best;
    }

    private static int mostProbable(RowTile tile, int row) {
        int best = 0;
        for (int c = 1; c < tile.posteriors.length; c++) {
            best = tile.posteriors[c][row] > tile.posteriors[best][row] ? c : best;
        }
        return best;
    }

    /** Adds the rows of a tile to the moments of a component, weighted by its posterior probabilities. */
    private void add(RowTile tile, int component, int matrix) {
        boolean isMatrix = moments > d || d == 1;
        int base = matrix * moments;
        for (int t = 0; t < tile.size; t++) {
            double posterior = tile.posteriors[component][t];
            if (!(posterior >= MIN_POSTERIOR)) {
                continue;
            }
            weights.add(component, posterior);
            for (int a = 0; a < d; a++) {
                double weighted = posterior * tile.differences[a][t];
                firstMoments.add(component * d + a, weighted);
                if (isMatrix) {
                    for (int b = 0, at = base + a * (a + 1) / 2; b <= a; b++, at++) {
                        secondMoments.add(at, weighted * tile.differences[b][t]);
                    }
                } else {
                    secondMoments.add(base + a, weighted * tile.differences[a][t]);
                }
            }
        }
    }

    /**
     * Adds the totals of other rows.
     *
     * @param other totals of the same mixture
     */
    public void add(MixtureTotals other) {
        rows += other.rows;
        logLikelihood.add(other.logLikelihood);
        weights.add(other.weights);
        firstMoments.add(other.firstMoments);
        secondMoments.add(other.secondMoments);
    }

    /** @return the mean log-likelihood of the mixture per row, in nats */
    public double meanLogLikelihood() {
        return logLikelihood.value(0) / rows;
    }

    /**
     * The M step.
     *
     * @param reference the mixture of the E step
     * @param regularization added to the variances
     * @param run cancel
     * @return the mixture of highest expected log-likelihood; its likelihood and criteria are those of the reference
     */
    public MixtureModel maximized(MixtureModel reference, double regularization, RunContext run) {
        MixtureParameters parameters = MixtureParameters.of(reference);
        double[][] second = new double[parameters.covarianceMatrices()][moments];
        for (int m = 0; m < secondMoments.count(); m++) {
            second[m / moments][m % moments] = secondMoments.value(m);
        }
        SufficientStatistics statistics = new SufficientStatistics(
                parameters, Math.toIntExact(rows), values(weights), values(firstMoments), second);
        return model(MStep.of(statistics, regularization, run), reference);
    }

    /**
     * The mixture of the E step with its components in another order, and with its likelihood and criteria of these rows.
     *
     * @param reference the mixture of the E step
     * @param order for each new component the old one, all of them
     * @return the mixture
     */
    public MixtureModel measured(MixtureModel reference, int[] order) {
        boolean tied = reference.covariances().length == 1;
        double[] ordered = new double[order.length];
        double[][] covariances = reference.covariances().clone();
        for (int c = 0; c < order.length; c++) {
            ordered[c] = reference.weights()[order[c]];
            covariances[tied ? 0 : c] = reference.covariances()[tied ? 0 : order[c]];
        }
        return model(
                new MixtureParameters(
                        reference.covariance(), ordered, reference.means().select(order), covariances),
                reference);
    }

    /** A mixture of these rows, at the temperature of the one that it was refined from. */
    private MixtureModel model(MixtureParameters parameters, MixtureModel reference) {
        return parameters.model(meanLogLikelihood(), Math.toIntExact(rows)).withTemperature(reference.temperature());
    }

    private static double[] values(ExactSums sums) {
        double[] values = new double[sums.count()];
        for (int s = 0; s < values.length; s++) {
            values[s] = sums.value(s);
        }
        return values;
    }
}
