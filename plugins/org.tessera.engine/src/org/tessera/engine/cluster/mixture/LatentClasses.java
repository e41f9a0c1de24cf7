package org.tessera.engine.cluster.mixture;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/**
 * Latent classes: within a class every category has its own shares of levels, and every number is normal; columns are
 * independent. Lazarsfeld and Henry (1968), Latent Structure Analysis; with numbers, Hunt and Jorgensen (1999), Mixture
 * model clustering using the MULTIMIX program, <a
 * href="https://doi.org/10.1111/1467-842X.00071">doi:10.1111/1467-842X.00071</a>. Started from the segments of a Gaussian
 * mixture and fitted by EM, they say how probable these segments are where a Gaussian density counts the indicators of one
 * category several times.
 *
 * <p>Shares are those of the rows and of {@value #PRIOR} further row spread evenly over the levels; a variance is at least
 * {@value #MIN_VARIANCE} of that of the whole column. O(iterations n k c) time for c columns, in one thread.
 */
final class LatentClasses {

    private static final double PRIOR = 1;
    private static final double MIN_VARIANCE = 1e-4;
    private static final int MAX_ITERATIONS = 50;
    private static final double TOLERANCE = 1e-5;
    private static final int ROWS_PER_CANCELLATION_CHECK = 128;

    private final Matrix x;
    private final CategoryCodes categories;
    private final int[] numbers;
    private final int k;
    private final RunContext run;
    /** n x k probabilities of the classes. */
    private final double[] posteriors;
    /** Per class: the logarithm of its share of the rows. */
    private final double[] logWeights;
    /** Per category: logarithms of the shares, level by level for all classes. */
    private final double[][] logShares;
    /** Per number: the means and variances for all classes. */
    private final double[][] means;

    private final double[][] variances;
    private final double[] minVariances;

    private LatentClasses(Matrix x, CategoryCodes categories, double[] posteriors, int k, RunContext run) {
        this.x = x;
        this.categories = categories;
        this.k = k;
        this.run = run;
        this.posteriors = posteriors.clone();
        numbers = categories.numbers();
        logWeights = new double[k];
        logShares = new double[categories.count()][];
        Arrays.setAll(logShares, c -> new double[categories.levels(c) * k]);
        means = new double[numbers.length][k];
        variances = new double[numbers.length][k];
        minVariances = new double[numbers.length];
        Arrays.setAll(minVariances, u -> MIN_VARIANCE * variance(numbers[u]) + Double.MIN_NORMAL);
    }

    /**
     * Fits latent classes.
     *
     * @param x n x d rows in canonical order
     * @param categories the categories of these rows
     * @param posteriors n x k probabilities to start from, row by row
     * @param k number of classes
     * @param run cancel
     * @return n x k probabilities of the classes, row by row
     */
    static double[] posteriors(Matrix x, CategoryCodes categories, double[] posteriors, int k, RunContext run) {
        LatentClasses classes = new LatentClasses(x, categories, posteriors, k, run);
        double previous = Double.NEGATIVE_INFINITY;
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            classes.maximize();
            double likelihood = classes.expect() / x.rows();
            if (likelihood - previous < TOLERANCE) {
                break;
            }
            previous = likelihood;
        }
        return classes.posteriors;
    }

    private double variance(int feature) {
        double mean = 0;
        for (int i = 0; i < x.rows(); i++) {
            mean += x.at(i, feature) / x.rows();
        }
        double variance = 0;
        for (int i = 0; i < x.rows(); i++) {
            variance += (x.at(i, feature) - mean) * (x.at(i, feature) - mean) / x.rows();
        }
        return variance;
    }

    /** The M step. */
    private void maximize() {
        double[] weights = new double[k];
        for (int at = 0; at < posteriors.length; at++) {
            weights[at % k] += posteriors[at];
        }
        for (int s = 0; s < k; s++) {
            weights[s] = Math.max(weights[s], Double.MIN_NORMAL);
            logWeights[s] = Math.log(weights[s] / x.rows());
        }
        for (int c = 0; c < logShares.length; c++) {
            run.checkCanceled();
            shares(c, weights);
        }
        for (int u = 0; u < numbers.length; u++) {
            run.checkCanceled();
            moments(u, weights);
        }
    }

    private void shares(int category, double... weights) {
        double[] shares = logShares[category];
        int[] codes = categories.codes(category);
        double prior = PRIOR / categories.levels(category);
        Arrays.fill(shares, prior);
        for (int i = 0; i < codes.length; i++) {
            for (int s = 0; s < k; s++) {
                shares[codes[i] * k + s] += posteriors[i * k + s];
            }
        }
        for (int at = 0; at < shares.length; at++) {
            shares[at] = Math.log(shares[at] / (weights[at % k] + PRIOR));
        }
    }

    private void moments(int number, double... weights) {
        double[] mean = new double[k];
        double[] square = new double[k];
        double origin = x.at(0, numbers[number]);
        for (int i = 0; i < x.rows(); i++) {
            double value = x.at(i, numbers[number]) - origin;
            for (int s = 0; s < k; s++) {
                double weighted = posteriors[i * k + s] * value;
                mean[s] += weighted;
                square[s] += weighted * value;
            }
        }
        for (int s = 0; s < k; s++) {
            double shift = mean[s] / weights[s];
            means[number][s] = origin + shift;
            variances[number][s] = Math.max(square[s] / weights[s] - shift * shift, minVariances[number]);
        }
    }

    /** The E step. @return the log-likelihood */
    private double expect() {
        double total = 0;
        double[] logs = new double[k];
        double[][] constants = new double[numbers.length][k];
        for (int u = 0; u < numbers.length; u++) {
            for (int s = 0; s < k; s++) {
                constants[u][s] = -0.5 * Math.log(2 * Math.PI * variances[u][s]);
            }
        }
        for (int i = 0; i < x.rows(); i++) {
            if (i % ROWS_PER_CANCELLATION_CHECK == 0) {
                run.checkCanceled();
            }
            System.arraycopy(logWeights, 0, logs, 0, k);
            for (int c = 0; c < logShares.length; c++) {
                int at = categories.codes(c)[i] * k;
                for (int s = 0; s < k; s++) {
                    logs[s] += logShares[c][at + s];
                }
            }
            for (int u = 0; u < numbers.length; u++) {
                double value = x.at(i, numbers[u]);
                for (int s = 0; s < k; s++) {
                    double difference = value - means[u][s];
                    logs[s] += constants[u][s] - difference * difference / (2 * variances[u][s]);
                }
            }
            total += Posteriors.ofLogs(logs);
            System.arraycopy(logs, 0, posteriors, i * k, k);
        }
        return total;
    }
}
