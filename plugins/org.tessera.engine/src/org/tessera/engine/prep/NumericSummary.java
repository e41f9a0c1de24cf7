package org.tessera.engine.prep;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * The figures of a column of numbers, missing ones (NaN) left out. The mean is a double-double sum over the count, the
 * standard deviation (population) comes from differences to it in a second pass, corrected for the rounding of the mean
 * (Chan, Golub and LeVeque 1983, doi:10.1080/00031305.1983.10483115): both are right to the last digits whatever the
 * offset and the scale. Quantiles are those of numpy (linear interpolation, type 7 of Hyndman and Fan). The numbers are
 * sorted before anything is summed, so no figure depends on their order. All NaN when there is no number.
 *
 * @param count how many numbers
 * @param mean their mean
 * @param meanRest what the mean has beyond the digits of {@code mean}: their sum has twice the digits
 * @param sd their population standard deviation
 * @param min the smallest
 * @param median the median
 * @param iqr the interquartile range
 * @param max the largest
 * @param skewness the third standardized moment; NaN without spread
 */
record NumericSummary(
        int count,
        double mean,
        double meanRest,
        double sd,
        double min,
        double median,
        double iqr,
        double max,
        double skewness) {

    /** Numbers beyond are made smaller before they are summed. */
    private static final double LARGE = 0x1p960;

    private static final double UNIT = 0x1p100;

    /** O(n log n) time, a copy of the numbers. */
    static NumericSummary of(double[] values, RunContext run) {
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        KeySort.sort(sorted, run);
        int n = sorted.length;
        if (n == 0) {
            double nan = Double.NaN;
            return new NumericSummary(0, nan, nan, nan, nan, nan, nan, nan, nan);
        }
        double median = median(sorted);
        double iqr = iqr(n, i -> sorted[i]);
        double min = sorted[0];
        double max = sorted[n - 1];
        boolean large = Math.max(Math.abs(min), Math.abs(max)) > LARGE;
        if (large) {
            Arrays.setAll(sorted, i -> sorted[i] / UNIT);
        }
        double unit = large ? UNIT : 1;
        Sum sum = sum(sorted, run);
        double mean = sum.over(n);
        double rest = sum.rest(mean, n);
        Spread spread = Spread.of(sorted, mean, run);
        return new NumericSummary(
                n, mean * unit, rest * unit, spread.sd() * unit, min, median, iqr, max, spread.skewness());
    }

    /** The figures of a feature that is 1 in some rows and 0 in the others, in O(1). */
    static NumericSummary ofFlags(int count, int ones) {
        int zeros = count - ones;
        IntToDoubleFunction sorted = i -> i < zeros ? 0 : 1;
        double mean = ones / (double) count;
        double rest = Math.fma(-mean, count, ones) / count;
        double sd = Math.sqrt((double) ones * zeros) / count;
        double median = (sorted.applyAsDouble((count - 1) / 2) + sorted.applyAsDouble(count / 2)) / 2;
        double min = sorted.applyAsDouble(0);
        double max = sorted.applyAsDouble(count - 1);
        double skewness = (1 - 2 * mean) / sd;
        return new NumericSummary(
                count, mean, rest, sd, min, median, iqr(count, sorted), max, sd > 0 ? skewness : Double.NaN);
    }

    private static Sum sum(double[] values, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        Sum sum = new Sum();
        for (double v : values) {
            cancellation.step();
            sum.add(v);
        }
        return sum;
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : sorted[n / 2 - 1] * 0.5 + sorted[n / 2] * 0.5;
    }

    /** Standard deviation and skewness of sorted numbers. */
    private record Spread(double sd, double skewness) {

        static Spread of(double[] sorted, double mean, RunContext run) {
            int n = sorted.length;
            double range = sorted[n - 1] - sorted[0];
            if (range == 0) {
                return new Spread(0, Double.NaN);
            }
            double unit = Math.scalb(1.0, Math.getExponent(range));
            CancellationCheck cancellation = new CancellationCheck(run);
            Sum firsts = new Sum();
            Sum squares = new Sum();
            for (double v : sorted) {
                cancellation.step();
                double difference = (v - mean) / unit;
                firsts.add(difference);
                squares.add(difference * difference);
            }
            double shift = firsts.over(n);
            double sd = Math.sqrt(squares.over(n) - shift * shift);
            Sum cubes = new Sum();
            for (double v : sorted) {
                cancellation.step();
                double z = ((v - mean) / unit - shift) / sd;
                cubes.add(z * z * z);
            }
            return new Spread(sd * unit, cubes.over(n));
        }
    }

    /**
     * The upper quartile minus the lower one; the whole steps are subtracted first, so that an offset costs no digits.
     */
    private static double iqr(int n, IntToDoubleFunction sorted) {
        double lower = 0.25 * (n - 1);
        double upper = 0.75 * (n - 1);
        double whole = sorted.applyAsDouble((int) upper) - sorted.applyAsDouble((int) lower);
        return whole + (step(sorted, upper) - step(sorted, lower));
    }

    /** What linear interpolation adds to the number below the position. */
    private static double step(IntToDoubleFunction sorted, double position) {
        int below = (int) position;
        double share = position - below;
        return share == 0 ? 0 : (sorted.applyAsDouble(below + 1) - sorted.applyAsDouble(below)) * share;
    }
}
