package org.tessera.engine.select;

import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.metric.MetricResult;
import org.tessera.engine.metric.Silhouette;

/**
 * When two values count as equally good: within the tolerance, a share of the better one, or within one standard error of
 * their difference if they were estimated from samples.
 *
 * <p>Gains in stability tie within the tolerance itself, because they are differences of an index that is 1 at best.
 *
 * <p>Samples of two segmentations hold mostly the same rows, chosen by a hash of their values. So the standard error is that
 * of the mean difference over the rows in both samples, if these are at least half of the smaller sample, and otherwise that
 * of independent samples; the smaller of the two.
 */
final class Ties {

    /** Relative difference up to which doubles are equal but for rounding. */
    private static final double ROUNDING = 1e-12;

    private final double tolerance;

    Ties(double tolerance) {
        this.tolerance = tolerance;
    }

    /** Whether a value counts as equal to a better one, or one that is the same. */
    boolean tie(Contender other, Contender best) {
        double difference = Math.abs(other.value() - best.value());
        return withinTolerance(difference, best) || difference <= error(other, best, difference);
    }

    private boolean withinTolerance(double difference, Contender best) {
        return difference <= Math.max(tolerance, ROUNDING) * (best.byStability() ? 1 : Math.abs(best.value()));
    }

    /** Whether two values differ by no more than rounding. */
    static boolean same(Contender first, Contender second) {
        return Math.abs(first.value() - second.value())
                <= ROUNDING * Math.max(Math.abs(first.value()), Math.abs(second.value()));
    }

    /** Within what two values tie, such as "1 %". */
    String within(Contender other, Contender best) {
        double difference = Math.abs(other.value() - best.value());
        double error = error(other, best, difference);
        if (best.byStability()) {
            return Numbers.value(tolerance, 2);
        }
        return withinTolerance(difference, best) || difference > error
                ? Numbers.percent(tolerance)
                : "one standard error of the difference (" + Numbers.value(error, 2) + ")";
    }

    /** A standard error of the difference of two values that is right if it is not below the difference; 0 if exact. */
    private static double error(Contender first, Contender second, double difference) {
        if (first.byStability()) {
            return 0;
        }
        double independent = Math.hypot(error(first.result()), error(second.result()));
        return difference > independent
                ? independent
                : Math.min(independent, paired(first, second, Double.POSITIVE_INFINITY));
    }

    private static double error(MetricResult result) {
        return Double.isNaN(result.standardError()) ? 0 : result.standardError();
    }

    /** Standard error of the mean difference over the rows in both samples; the default if too few are. O(n). */
    private static double paired(Contender first, Contender second, double otherwise) {
        if (!(first.result() instanceof Silhouette.Result one && second.result() instanceof Silhouette.Result two)) {
            return otherwise;
        }
        int count = 0;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < one.perRow().length; i++) {
            double difference = one.perRow()[i] - two.perRow()[i];
            if (!Double.isNaN(difference) && !noiseInBoth(first, second, i)) {
                count++;
                double step = difference - mean;
                mean += step / count;
                squares += step * (difference - mean);
            }
        }
        return count < 2 || 2 * count < Math.min(one.sampledRows(), two.sampledRows())
                ? otherwise
                : Math.sqrt(squares / (count - 1) / count);
    }

    private static boolean noiseInBoth(Contender first, Contender second, int row) {
        return first.candidate().labels().at(row) == Labels.NOISE
                && second.candidate().labels().at(row) == Labels.NOISE;
    }
}
