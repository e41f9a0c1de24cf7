package org.tessera.engine.profile;

import java.util.function.DoubleUnaryOperator;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Means and variances of the groups of a numeric column on the scale on which its effects are measured, and the effects: of
 * a group against all, and eta squared of the segments. O(n).
 */
final class GroupMoments {

    private final double[][] values;
    private final DoubleUnaryOperator scale;
    private final double[] means;
    private final double[] squares;
    private final CancellationCheck cancellation;
    private final Moments all;

    /** Number, mean and sum of squared deviations. */
    private record Moments(double count, double mean, double squares) {

        static final Moments NONE = new Moments(0, 0, 0);

        /** Those of both, by Chan, Golub and LeVeque (1983), doi:10.1080/00031305.1983.10483115. */
        Moments and(Moments other) {
            double n = count + other.count;
            double difference = other.mean - mean;
            return other.count == 0
                    ? this
                    : new Moments(
                            n,
                            mean + difference * (other.count / n),
                            squares + other.squares + difference * difference * (count * other.count / n));
        }

        /** Those of the rest, given a part of these. */
        Moments without(Moments part) {
            double n = count - part.count;
            double rest = n == 0 ? 0 : mean + (mean - part.mean) * (part.count / n);
            double difference = rest - part.mean;
            return new Moments(
                    n, rest, Math.max(0, squares - part.squares - difference * difference * (part.count * n / count)));
        }

        double variance() {
            return squares / (count - 1);
        }
    }

    /**
     * The moments.
     *
     * @param values per group its finite values in ascending order
     * @param scale from values to the scale of effects
     */
    GroupMoments(double[][] values, DoubleUnaryOperator scale, RunContext run) {
        this.values = values;
        this.scale = scale;
        this.means = new double[values.length];
        this.squares = new double[values.length];
        this.cancellation = new CancellationCheck(run);
        for (int g = 0; g < values.length; g++) {
            measure(g);
        }
        this.all = merged(values.length);
    }

    private void measure(int group) {
        double[] own = values[group];
        double first = own.length == 0 ? 0 : scale.applyAsDouble(own[0]);
        double shift = 0;
        for (double value : own) {
            cancellation.step();
            shift += scale.applyAsDouble(value) - first;
        }
        means[group] = first + (own.length == 0 ? 0 : shift / own.length);
        for (double value : own) {
            cancellation.step();
            double deviation = scale.applyAsDouble(value) - means[group];
            squares[group] += deviation * deviation;
        }
    }

    private Moments of(int group) {
        return new Moments(values[group].length, means[group], squares[group]);
    }

    private Moments merged(int groups) {
        Moments merged = Moments.NONE;
        for (int g = 0; g < groups; g++) {
            merged = merged.and(of(g));
        }
        return merged;
    }

    /** The difference of a group's mean from that of all in standard deviations of all; 0 if not defined. */
    double effect(int group) {
        double effect = (means[group] - all.mean) / Math.sqrt(all.variance());
        return values[group].length > 0 && Double.isFinite(effect) ? effect : 0;
    }

    /** The interval of {@link #effect}. */
    Interval effectInterval(int group) {
        Moments part = of(group);
        Moments rest = all.without(part);
        double variance = all.variance();
        return Interval.ofEffect(
                effect(group), part.count, part.variance() / variance, rest.count, rest.variance() / variance);
    }

    /** The share of the variance between the first groups, 0 to 1; 0 without variance. */
    double etaSquared(int segments) {
        double within = 0;
        for (int g = 0; g < segments; g++) {
            within += squares[g];
        }
        Moments merged = merged(segments);
        return merged.squares > 0 ? Math.max(0, 1 - within / merged.squares) : 0;
    }

    /**
     * The interval of eta, the root of {@link #etaSquared}. The squares between segments divided by the variance within them are
     * about noncentral chi-squared; how much more they vary with these numbers follows from the influence of a value on eta
     * squared, ((1 - eta²) (x - m)² - (x - s)²) / v, with m the mean of all, s that of its segment and v the variance of all.
     */
    Interval etaInterval(int segments) {
        Moments merged = merged(segments);
        double eta = etaSquared(segments);
        double variance = merged.squares / merged.count;
        double sum = 0;
        for (int g = 0; g < segments; g++) {
            for (double value : values[g]) {
                cancellation.step();
                double x = scale.applyAsDouble(value);
                double influence = ((1 - eta) * (x - merged.mean) * (x - merged.mean) - (x - means[g]) * (x - means[g]))
                        / variance;
                sum += influence * influence;
            }
        }
        double freedom = -1;
        for (int g = 0; g < segments; g++) {
            freedom += values[g].length > 0 ? 1 : 0;
        }
        if (freedom < 1 || eta >= 1) {
            return eta >= 1 ? new Interval(1, 1) : Interval.NONE;
        }
        double ratio = eta / (1 - eta);
        double dispersion = sum / (4 * merged.count * ratio * Math.pow(1 - eta, 4));
        Interval noncentrality = Interval.ofNoncentrality(merged.count * ratio, freedom, dispersion);
        return new Interval(eta(noncentrality.low() / merged.count), eta(noncentrality.high() / merged.count));
    }

    private static double eta(double ratio) {
        return Math.sqrt(ratio / (1 + ratio));
    }
}
