package org.tessera.engine.prep;

import java.util.Arrays;

/**
 * The figures of a column of numbers, missing ones (NaN) left out. Means by a double-double sum, the standard deviation
 * (population) in a second pass over differences; quantiles by linear interpolation (type 7 of Hyndman and Fan, as in
 * numpy). All NaN when there is no number.
 *
 * @param count how many numbers
 * @param mean their mean
 * @param sd their population standard deviation
 * @param min the smallest
 * @param q1 the lower quartile
 * @param median the median
 * @param q3 the upper quartile
 * @param max the largest
 * @param skewness the third standardised moment; NaN without spread
 */
record NumericSummary(
        int count,
        double mean,
        double sd,
        double min,
        double q1,
        double median,
        double q3,
        double max,
        double skewness) {

    /** O(n log n) time, a copy of the numbers. */
    static NumericSummary of(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int n = sorted.length;
        if (n == 0) {
            double nan = Double.NaN;
            return new NumericSummary(0, nan, nan, nan, nan, nan, nan, nan, nan);
        }
        double mean = mean(sorted);
        double sd = moment(sorted, mean);
        double third = 0;
        for (double v : sorted) {
            double z = (v - mean) / sd;
            third += z * z * z;
        }
        return new NumericSummary(
                n,
                mean,
                sd,
                sorted[0],
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                sorted[n - 1],
                sd > 0 ? third / n : Double.NaN);
    }

    private static double mean(double[] values) {
        Sum sum = new Sum();
        for (double v : values) {
            sum.add(v / values.length);
        }
        double rough = sum.value();
        Sum rest = new Sum();
        for (double v : values) {
            rest.add(v - rough);
        }
        double correction = rest.value() / values.length;
        return Double.isFinite(correction) ? rough + correction : rough;
    }

    private static double moment(double[] values, double mean) {
        double range = Math.max(values[values.length - 1] - mean, mean - values[0]);
        if (range == 0) {
            return 0;
        }
        double unit = Double.isInfinite(range) ? 0x1p1023 : Math.scalb(1.0, Math.getExponent(range));
        Sum squares = new Sum();
        for (double v : values) {
            double difference = v / unit - mean / unit;
            if (Math.abs(unit) < 0x1p1000) {
                difference = (v - mean) / unit;
            }
            squares.add(difference * difference);
        }
        return Math.sqrt(squares.value() / values.length) * unit;
    }

    static double quantile(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) Math.floor(position);
        double share = position - below;
        if (share == 0) {
            return sorted[below];
        }
        return sorted[below] * (1 - share) + sorted[below + 1] * share;
    }
}
