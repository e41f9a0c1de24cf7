package org.tessera.engine.cluster.mixture;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.SystematicSample;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * The temperature of a mixture's posterior probabilities: they are raised to the power 1 / T and divided by their sum,
 * which leaves the most probable segment as it is. Guo, Pleiss, Sun and Weinberger (2017), On calibration of modern
 * neural networks, <a href="https://arxiv.org/abs/1706.04599">arXiv:1706.04599</a>. No row says its true segment; T is
 * that at which the mean probability of the rows' segments is that which others give these segments. It falls as T grows and
 * is found by bisection. The mean, not the cross-entropy, as single rows with logarithms in the thousands, of covariances that
 * are nearly singular, would else make all probabilities equal.
 *
 * <ul>
 *   <li><b>Where there are indicators</b>, a Gaussian density takes those of one category for as many numbers, each of which
 *       says something new, and probabilities are too near to 1. The others are those of {@link LatentClasses}, which start
 *       from the segments and count a category once.
 *   <li><b>Of numbers</b>, probabilities are as good as the mixture, which fits the few rows it was made of better than
 *       others. The others are said of each half of the rows, every second in canonical order, by the mixture that EM,
 *       started from the segments, makes of the other half; T is at least 1. Of more than {@value #MAX_ROWS} rows, and
 *       where a half has fewer rows of a segment than {@link CovarianceRule} asks for, T is 1.
 * </ul>
 *
 * <p>T is at most the number d of features, at which a feature says no more than d of them said together: with covariances that
 * categories make nearly singular, latent classes can be others than the segments, and no T would be high enough.
 *
 * <p>At most {@value #MAX_ROWS} rows are used. T does not depend on threads or on the order of the table. O(n k d) time for
 * so many rows, times the iterations; O(n k d²) for full and tied covariances.
 */
final class Temperature {

    private static final int MAX_ROWS = 4000;
    /** Lowest temperature. */
    private static final double MIN = 0.1;

    private static final int HALVINGS = 30;

    private Temperature() {}

    /**
     * The temperature of a mixture.
     *
     * @param model a mixture; its own temperature does not matter
     * @param canonical the rows it was fitted to, in canonical order
     * @param options maximum iterations, tolerance and regularization
     * @param run threads, cancel
     * @return {@value #MIN} to d, or 1 if that is more
     */
    static double of(MixtureModel model, Matrix canonical, GaussianMixtureOptions options, RunContext run) {
        int k = model.segments();
        if (k < 2) {
            return 1;
        }
        Matrix x = SystematicSample.of(canonical, MAX_ROWS, 1);
        double[] logs =
                GaussianMixture.logDensities(model.withTemperature(1), x, run).values();
        CategoryCodes categories = CategoryCodes.of(x, run);
        if (categories.count() > 0) {
            double[] start = tempered(logs, k, 1);
            return matching(logs, LatentClasses.posteriors(x, categories, start, k, run), k, MIN, x.columns(), run);
        }
        return x.rows() < canonical.rows()
                ? 1
                : ofHalves(model, x, Posteriors.mostProbable(logs, k), options, run)
                        .map(others -> matching(logs, others, k, 1, x.columns(), run))
                        .orElse(1.0);
    }

    /** What the mixture of each half says of the other half; empty if there is none. */
    private static Optional<double[]> ofHalves(
            MixtureModel model, Matrix x, int[] labels, GaussianMixtureOptions options, RunContext run) {
        int k = model.segments();
        double[] soft = new double[x.rows() * k];
        for (int half = 0; half < 2; half++) {
            int first = half;
            int[] rows =
                    IntStream.range(0, x.rows()).filter(i -> i % 2 == first).toArray();
            int[] others =
                    IntStream.range(0, x.rows()).filter(i -> i % 2 != first).toArray();
            int[] start = Arrays.stream(rows).map(i -> labels[i]).toArray();
            int[] sizes = new int[k];
            Arrays.stream(start).forEach(label -> sizes[label]++);
            double least = CovarianceRule.minRows(model.covariance(), model.features());
            if (Arrays.stream(sizes).anyMatch(size -> size < least)) {
                return Optional.empty();
            }
            try {
                GaussianMixtureOptions same = options.withComponents(k).withCovariance(model.covariance());
                EmRun em = EmRun.from(x.select(rows), start, same, run.part(1, 1));
                Matrix said = GaussianMixture.memberships(em.parameters().model(0, rows.length), x.select(others), run);
                for (int i = 0; i < others.length; i++) {
                    System.arraycopy(said.values(), i * k, soft, others[i] * k, k);
                }
            } catch (SegmentationException e) {
                return Optional.empty(); // too few rows for a covariance matrix that is positive definite
            }
        }
        return Optional.of(soft);
    }

    /** The temperature at which the mean probability of the segments is that of others, or the nearest one within limits. */
    private static double matching(double[] logs, double[] others, int k, double least, double most, RunContext run) {
        int[] segments = Posteriors.mostProbable(logs, k);
        double wanted = sum(others, segments, k);
        if (sum(tempered(logs, k, least), segments, k) <= wanted) {
            return least;
        }
        double low = Math.log(least);
        double high = Math.log(Math.max(1, most));
        for (int i = 0; i < HALVINGS; i++) {
            run.checkCanceled();
            double middle = (low + high) / 2;
            if (sum(tempered(logs, k, Math.exp(middle)), segments, k) > wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }

    private static double sum(double[] posteriors, int[] segments, int k) {
        double sum = 0;
        for (int i = 0; i < segments.length; i++) {
            sum += posteriors[i * k + segments[i]];
        }
        return sum;
    }

    private static double[] tempered(double[] logs, int k, double temperature) {
        double[] posteriors = new double[logs.length];
        double[] row = new double[k];
        for (int from = 0; from < logs.length; from += k) {
            for (int s = 0; s < k; s++) {
                row[s] = logs[from + s] / temperature;
            }
            Posteriors.ofLogs(row);
            System.arraycopy(row, 0, posteriors, from, k);
        }
        return posteriors;
    }
}
