package org.tessera.engine.choose.continuum;

import java.util.Arrays;
import org.tessera.engine.kernel.Cholesky;

/**
 * How the mean of a latent variable depends on the pattern of spikes: linearly, by least squares with a small ridge, and
 * beyond that by the mean of the rows with the pattern, of which a prior of {@value #PRIOR_ROWS} rows leaves little where they
 * are few. What is left of the variable is its residual.
 */
final class SpikeEffect {

    /** Ridge per row, which also holds regressors that say the same apart. */
    private static final double RIDGE = 1e-3;
    /** Rows that the linear part counts for beside those with the pattern. */
    private static final double PRIOR_ROWS = 20;
    /** Smallest variance of a residual. */
    private static final double MIN_VARIANCE = 0.05;

    private final double[] scoreMeans;
    private final double[] means;
    private final double variance;

    /**
     * Fits the effect. O(n s²) for s spikes.
     *
     * @param latent the variable
     * @param patterns the pattern of each row
     * @param rows number of rows n
     */
    SpikeEffect(Latent latent, SpikePatterns patterns, int rows) {
        int[] counts = new int[patterns.count()];
        double[] sums = new double[patterns.count()];
        for (int i = 0; i < rows; i++) {
            if (latent.isDefined(i)) {
                counts[patterns.of(i)]++;
                sums[patterns.of(i)] += latent.score(i);
            }
        }
        boolean[] zero = new boolean[counts.length];
        int[][] all = patterns.rows();
        for (int p = 0; p < zero.length; p++) {
            zero[p] = latent.isCentered() && all[p].length >= SpikePatterns.FREQUENT;
            counts[p] = zero[p] ? 0 : counts[p];
        }
        double[] fitted = fit(patterns, counts, sums);
        scoreMeans = new double[fitted.length];
        Arrays.setAll(scoreMeans, p -> zero[p] ? 0 : fitted[p]);
        means = Arrays.stream(scoreMeans).map(m -> m / latent.meanSquare()).toArray();
        double squares = 0;
        for (int p = 0; p < means.length; p++) {
            squares += counts[p] * means[p] * means[p];
        }
        variance = Math.max(MIN_VARIANCE, 1 - squares / Math.max(1, latent.count()));
    }

    private static double[] fit(SpikePatterns patterns, int[] counts, double[] sums) {
        int d = patterns.spikes() + 1;
        int rows = Arrays.stream(counts).sum();
        double[] gram = new double[d * d];
        double[] right = new double[d];
        for (int p = 0; p < counts.length; p++) {
            double[] regressors = patterns.regressors(p);
            for (int a = 0; a < d; a++) {
                right[a] += sums[p] * regressors[a];
                for (int b = 0; b <= a; b++) {
                    gram[a * d + b] += counts[p] * regressors[a] * regressors[b];
                }
            }
        }
        for (int a = 0; a < d; a++) {
            gram[a * d + a] += RIDGE * Math.max(1, rows);
        }
        double[] slopes = Cholesky.of(gram, d).orElseThrow().solve(right);
        double[] fitted = new double[counts.length];
        Arrays.setAll(fitted, p -> {
            double[] regressors = patterns.regressors(p);
            double sum = 0;
            for (int a = 0; a < d; a++) {
                sum += slopes[a] * regressors[a];
            }
            return (sums[p] + PRIOR_ROWS * sum) / (counts[p] + PRIOR_ROWS);
        });
        return fitted;
    }

    /** The mean score of the rows with a pattern. */
    double scoreMean(int pattern) {
        return scoreMeans[pattern];
    }

    /** The mean of the variable in the rows with a pattern. */
    double mean(int pattern) {
        return means[pattern];
    }

    /** The variance of the residual. */
    double variance() {
        return variance;
    }
}
