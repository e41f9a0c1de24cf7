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
 * that of the lowest cross-entropy of the mixture's probabilities with others, found by bisection, as the derivative is
 * monotone in 1 / T.
 *
 * <ul>
 *   <li><b>Where there are indicators</b>, a Gaussian density takes those of one category for as many numbers, each of which
 *       says something new, and probabilities are too near to 1. The others are those of {@link LatentClasses}, which start
 *       from the segments and count a category once.
 *   <li><b>Of numbers</b>, probabilities are as good as the mixture, which fits the few rows it was made of better than
 *       others. The others are said of each half of the rows, every second in canonical order, by the mixture that EM,
 *       started from the segments, makes of the other half; T is at least 1. Of more than {@value #MAX_ROWS} rows, and
 *       where a half has no row of a segment, T is 1.
 * </ul>
 *
 * <p>At most {@value #MAX_ROWS} rows are used. T does not depend on threads or on the order of the table. O(n k d) time for
 * so many rows, times the iterations; O(n k d²) for full and tied covariances.
 */
final class Temperature {

    private static final int MAX_ROWS = 4000;
    /** Lowest and highest temperature. */
    private static final double MIN = 0.1;

    private static final double MAX = 1e6;
    private static final int HALVINGS = 30;

    private Temperature() {}

    /**
     * The temperature of a mixture.
     *
     * @param model a mixture; its own temperature does not matter
     * @param canonical the rows it was fitted to, in canonical order
     * @param options maximum iterations, tolerance and regularization
     * @param run threads, cancel
     * @return {@value #MIN} to 1e6
     */
    static double of(MixtureModel model, Matrix canonical, GaussianMixtureOptions options, RunContext run) {
        int k = model.segments();
        if (k < 2) {
            return 1;
        }
        Matrix x = SystematicSample.of(canonical, MAX_ROWS, 1);
        double[] logs = GaussianMixture.logDensities(model.withTemperature(1), x, run)
                .values();
        CategoryCodes categories = CategoryCodes.of(x, run);
        if (categories.count() > 0) {
            return lowest(logs, LatentClasses.posteriors(x, categories, tempered(logs, k, 1), k, run), k, MIN, run);
        }
        return x.rows() < canonical.rows()
                ? 1
                : ofHalves(model, x, Posteriors.mostProbable(logs, k), options, run)
                        .map(soft -> lowest(logs, soft, k, 1, run))
                        .orElse(1.0);
    }

    /** What the mixture of each half says of the other half; empty if there is none. */
    private static Optional<double[]> ofHalves(
            MixtureModel model, Matrix x, int[] labels, GaussianMixtureOptions options, RunContext run) {
        int k = model.segments();
        double[] soft = new double[x.rows() * k];
        for (int half = 0; half < 2; half++) {
            int first = half;
            int[] rows = IntStream.range(0, x.rows()).filter(i -> i % 2 == first).toArray();
            int[] others = IntStream.range(0, x.rows()).filter(i -> i % 2 != first).toArray();
            int[] start = Arrays.stream(rows).map(i -> labels[i]).toArray();
            if (Arrays.stream(start).distinct().count() < k) {
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

    /** The temperature of the lowest cross-entropy of n x k probabilities with others, not below a least one. */
    private static double lowest(double[] logs, double[] soft, int k, double least, RunContext run) {
        double low = Math.log(least);
        double high = Math.log(MAX);
        for (int i = 0; i < HALVINGS; i++) {
            run.checkCanceled();
            double middle = (low + high) / 2;
            if (slope(logs, tempered(logs, k, Math.exp(middle)), soft, k) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low == Math.log(least) ? least : Math.exp((low + high) / 2);
    }

    /** The derivative of the cross-entropy by 1 / T. */
    private static double slope(double[] logs, double[] said, double[] soft, int k) {
        double slope = 0;
        for (int from = 0; from < logs.length; from += k) {
            double max = Double.NEGATIVE_INFINITY;
            for (int at = from; at < from + k; at++) {
                max = Math.max(max, logs[at]);
            }
            for (int at = from; at < from + k; at++) {
                slope += said[at] == soft[at] ? 0 : (said[at] - soft[at]) * (logs[at] - max);
            }
        }
        return slope;
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
