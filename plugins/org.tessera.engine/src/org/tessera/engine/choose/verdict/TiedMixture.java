package org.tessera.engine.choose.verdict;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.Cholesky;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Gaussian mixtures with one covariance matrix for all components (the model EEE of mclust) by expectation maximization. As
 * the covariance is the {@link Scatter} of all rows less that of the means, and the quadratic term is the same for all
 * components, an iteration takes O(n k d + d³), not O(n k d²) as for other forms.
 */
final class TiedMixture {

    /** Ridge of the covariance. */
    static final double RIDGE = 1e-3;

    private static final int MAX_ITERATIONS = 50;
    /** EM has converged when the mean log-likelihood per row rises by less. */
    private static final double TOLERANCE = 1e-4;

    private final Matrix x;
    private final Scatter scatter;
    private final CancellationCheck cancellation;

    /**
     * A mixture.
     *
     * @param labels n components of highest posterior probability
     * @param components number of components k
     * @param logLikelihood of all rows
     * @param icl the integrated completed likelihood criterion, lower is better
     * @param within the scatter of all rows within components
     */
    record Fit(int[] labels, int components, double logLikelihood, double icl, Cholesky within) {}

    /**
     * @param x n x d features
     * @param run cancel
     */
    TiedMixture(Matrix x, RunContext run) {
        this.x = x;
        scatter = new Scatter(x, RIDGE);
        cancellation = new CancellationCheck(run, 20L * x.columns());
    }

    /** Runs EM from groups of rows. */
    Fit from(Groups groups) {
        Step step = new Step(
                Arrays.stream(groups.sizes()).asDoubleStream().toArray(),
                groups.means().clone());
        double before = Double.NEGATIVE_INFINITY;
        double reached = step.expect();
        for (int i = 1; i < MAX_ITERATIONS && reached - before >= TOLERANCE * x.rows(); i++) {
            step = step.maximized();
            before = reached;
            reached = step.expect();
        }
        return step.fit();
    }

    /** An E step, and the sums for the M step. */
    private final class Step {

        private final int k;
        private final int d = x.columns();
        private final double[] sizes;
        private final double[] means;
        private final Cholesky within;
        private final int[] labels = new int[x.rows()];
        private final double[] nextSizes;
        private final double[] nextSums;
        private double logLikelihood;
        /** The sum of the negative logarithms of the rows' highest posterior probabilities. */
        private double overlap;

        Step(double[] sizes, double[] means) {
            this.sizes = sizes;
            this.means = means;
            k = sizes.length;
            within = scatter.within(sizes, means);
            nextSizes = new double[k];
            nextSums = new double[k * d];
        }

        /** The log-likelihood; sets labels and the sums for the M step. */
        double expect() {
            int n = x.rows();
            double[] slopes = new double[k * d];
            double[] intercepts = new double[k];
            for (int s = 0; s < k; s++) {
                discriminant(s, slopes, intercepts);
            }
            double[] scores = new double[k];
            double[] row = new double[d];
            double sum = 0;
            for (int i = 0; i < n; i++) {
                cancellation.step();
                for (int j = 0; j < d; j++) {
                    row[j] = x.values()[i * d + j] - scatter.mean(j);
                }
                sum += row(i, row, slopes, intercepts, scores);
            }
            double quadratic = 0;
            for (int a = 0; a < d; a++) {
                double[] column = new double[d];
                for (int b = 0; b < d; b++) {
                    column[b] = scatter.total(Math.max(a, b), Math.min(a, b));
                }
                quadratic += n * within.solve(column)[a];
            }
            double logDeterminant = within.logDeterminant() - d * Math.log(n);
            logLikelihood = sum - quadratic / 2 - n * (logDeterminant + d * Math.log(2 * Math.PI)) / 2;
            return logLikelihood;
        }

        /** A component's score of a row is linear in the row: Fisher's discriminant function. */
        private void discriminant(int s, double[] slopes, double[] intercepts) {
            double[] shift = new double[d];
            for (int j = 0; j < d; j++) {
                shift[j] = means[s * d + j] - scatter.mean(j);
            }
            double[] solved = within.solve(shift);
            double square = 0;
            for (int j = 0; j < d; j++) {
                slopes[s * d + j] = x.rows() * solved[j];
                square += slopes[s * d + j] * shift[j];
            }
            intercepts[s] = Math.log(Math.max(sizes[s] / x.rows(), Double.MIN_NORMAL)) - square / 2;
        }

        /** The logarithm of the sum of a row's scores; adds the row to its components. */
        private double row(int i, double[] row, double[] slopes, double[] intercepts, double[] scores) {
            int best = 0;
            for (int s = 0; s < k; s++) {
                double score = intercepts[s];
                for (int j = 0; j < d; j++) {
                    score += slopes[s * d + j] * row[j];
                }
                scores[s] = score;
                best = score > scores[best] ? s : best;
            }
            double sum = 0;
            double highest = scores[best];
            for (int s = 0; s < k; s++) {
                scores[s] = Math.exp(scores[s] - highest);
                sum += scores[s];
            }
            for (int s = 0; s < k; s++) {
                double posterior = scores[s] / sum;
                nextSizes[s] += posterior;
                for (int j = 0; j < d; j++) {
                    nextSums[s * d + j] += posterior * row[j];
                }
            }
            labels[i] = best;
            overlap += Math.log(sum);
            return highest + Math.log(sum);
        }

        Step maximized() {
            double[] next = new double[k * d];
            for (int c = 0; c < next.length; c++) {
                next[c] = scatter.mean(c % d) + nextSums[c] / Math.max(nextSizes[c / d], Double.MIN_NORMAL);
            }
            return new Step(nextSizes, next);
        }

        Fit fit() {
            double parameters = k * d + k - 1 + d * (d + 1) / 2.0;
            double icl = 2 * (overlap - logLikelihood) + parameters * Math.log(x.rows());
            return new Fit(labels, k, logLikelihood, icl, within);
        }
    }
}
