package org.tessera.charts.report;

import java.util.OptionalDouble;
import org.tessera.engine.profile.NumericSummary;

/**
 * Confidence intervals at 95 % of means and shares. They say how exactly the figures of a segment's customers are known,
 * if these are a sample of all that the segment could have; segments were made to differ, so that an interval is no test
 * of a difference.
 */
final class Intervals {

    /** Fewest values of which a mean gets an interval. */
    static final int MIN_VALUES = 5;

    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    private Intervals() {}

    /**
     * An interval.
     *
     * @param low lower end
     * @param high upper end
     */
    record Interval(double low, double high) {}

    /**
     * Half the width of the interval of a mean, by Student's distribution.
     *
     * @param values count and standard deviation
     * @return the distance of the ends from the mean; empty for fewer than {@value #MIN_VALUES} values
     */
    static OptionalDouble ofMean(NumericSummary values) {
        return values.count() < MIN_VALUES
                ? OptionalDouble.empty()
                : OptionalDouble.of(studentQuantile(values.count() - 1) * values.sd() / Math.sqrt(values.count()));
    }

    /**
     * The 97.5 % quantile of Student's distribution, by the expansion 26.7.5 of Abramowitz and Stegun (1964); to 0.1 % from
     * 4 degrees of freedom on.
     *
     * @param freedom degrees of freedom, at least 4
     */
    static double studentQuantile(int freedom) {
        double z2 = Z * Z;
        double first = (z2 + 1) * Z / 4;
        double second = ((5 * z2 + 16) * z2 + 3) * Z / 96;
        double third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) * Z / 384;
        double fourth = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) * Z / 92160;
        double f = freedom;
        return Z + first / f + second / (f * f) + third / (f * f * f) + fourth / (f * f * f * f);
    }

    /**
     * The interval of a share (Wilson 1927, doi:10.1080/01621459.1927.10502953).
     *
     * @param share the share, 0 to 1
     * @param count of how many
     * @return within 0 and 1
     */
    static Interval ofShare(double share, int count) {
        double z2 = Z * Z / count;
        double center = (share + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(share * (1 - share) / count + z2 / (4 * count)) / (1 + z2);
        return new Interval(share == 0 ? 0 : center - half, share == 1 ? 1 : center + half);
    }
}
