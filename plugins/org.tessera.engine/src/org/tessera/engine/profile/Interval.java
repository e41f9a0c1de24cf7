package org.tessera.engine.profile;

import java.util.function.DoubleUnaryOperator;

/**
 * A 95 % confidence interval for large samples of customers, with the segments taken as given.
 *
 * @param low the lower limit
 * @param high the upper limit, not below the lower one; both NaN where it is not defined
 */
public record Interval(double low, double high) {

    /** An interval that is not defined. */
    static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double QUANTILE = 1.959963984540054;

    private static final double MAX_NONCENTRALITY = 1e18;

    private static final int BISECTIONS = 60;

    /** Customers of each kind that are added to a share before its variance is taken, as by Agresti and Coull (1998). */
    private static final double ADDED = 2;

    /** An interval of a figure from its standard error. */
    static Interval of(double figure, double error) {
        double half = QUANTILE * error;
        return Double.isFinite(figure) && Double.isFinite(half) ? new Interval(figure - half, figure + half) : NONE;
    }

    /**
     * Wilson's (1927, doi:10.1080/01621459.1927.10502953) interval of a share.
     *
     * @param hits number of customers of a kind, 0 to {@code of}
     * @param of number of all customers; the interval is not defined for 0
     */
    static Interval ofCount(long hits, long of) {
        if (of == 0) {
            return NONE;
        }
        double share = (double) hits / of;
        double square = QUANTILE * QUANTILE / of;
        double center = (share + square / 2) / (1 + square);
        double half = QUANTILE / (1 + square) * Math.sqrt(share * (1 - share) / of + square / of / 4);
        return new Interval(hits == 0 ? 0 : center - half, hits == of ? 1 : center + half);
    }

    /**
     * The interval of the noncentrality of a statistic that is about noncentral chi-squared: of those for which the root of the
     * statistic is within {@value #QUANTILE} of its standard deviations of its mean, both approximated by their moments.
     *
     * @param statistic the statistic, 0 or more
     * @param freedom its degrees of freedom, 1 or more
     * @param dispersion its variance by the delta method, as a multiple of that of noncentral chi-squared, 4 times the statistic
     */
    static Interval ofNoncentrality(double statistic, double freedom, double dispersion) {
        double root = Math.sqrt(statistic);
        double c = Double.isFinite(dispersion) ? dispersion : 1;
        DoubleUnaryOperator upper = lambda -> limit(lambda, freedom, c, QUANTILE);
        DoubleUnaryOperator lower = lambda -> limit(lambda, freedom, c, -QUANTILE);
        return new Interval(inverse(upper, root), inverse(lower, root));
    }

    /** The mean of the root of the statistic plus a multiple of its standard deviation. */
    private static double limit(double lambda, double freedom, double dispersion, double multiple) {
        double variance = (freedom + 2 * dispersion * lambda) / (2 * (freedom + lambda));
        return Math.sqrt(Math.max(0, lambda + freedom - variance)) + multiple * Math.sqrt(variance);
    }

    /** The smallest argument, 0 or more, at which an increasing function reaches a value. */
    private static double inverse(DoubleUnaryOperator function, double value) {
        double low = 0;
        double high = 1;
        while (high < MAX_NONCENTRALITY && function.applyAsDouble(high) < value) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (function.applyAsDouble(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return function.applyAsDouble(0) >= value ? 0 : (low + high) / 2;
    }

    /**
     * An interval of the difference between the mean of a part and that of all in standard deviations of all. The mean of all
     * is that of the part and the rest, so the difference is (1 - p) times that of part and rest.
     *
     * @param effect the difference in standard deviations
     * @param part number of values of the part
     * @param partVariance their variance, in variances of all
     * @param rest number of other values
     * @param restVariance their variance, in variances of all
     */
    static Interval ofEffect(double effect, double part, double partVariance, double rest, double restVariance) {
        if (part == 0 || rest == 0) {
            return NONE;
        }
        double error = rest / (part + rest) * Math.sqrt(partVariance / part + restVariance / rest);
        return of(effect, error);
    }

    /**
     * An interval of the difference between the share of a part and that of all in standard deviations of all.
     *
     * @param inside number of the part's customers of a kind
     * @param part number of the part's customers
     * @param all number of all customers of the kind
     * @param total number of all customers
     */
    static Interval ofShare(int inside, int part, int all, int total) {
        double share = (double) all / total;
        double variance = share * (1 - share);
        return variance > 0
                ? ofEffect(
                        Fact.effect((double) inside / part, share),
                        part,
                        variance(inside, part) / variance,
                        (double) total - part,
                        variance(all - inside, total - part) / variance)
                : NONE;
    }

    private static double variance(int inside, int of) {
        double share = (inside + ADDED) / (of + 2 * ADDED);
        return share * (1 - share);
    }
}
