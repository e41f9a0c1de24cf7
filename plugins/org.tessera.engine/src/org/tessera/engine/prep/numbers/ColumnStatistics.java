package org.tessera.engine.prep.numbers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * Descriptive statistics of a numeric column without its missing numbers (NaN): moments and quantiles, as scaling needs
 * them.
 *
 * <p>The mean is a double-double sum divided by the count. The standard deviation is computed in a second pass from the
 * deviations, corrected for the rounding of the mean (Chan, Golub and LeVeque 1983,
 * doi:10.1080/00031305.1983.10483115). Both are accurate to the last digits whatever the offset and the scale.
 * Quantiles interpolate linearly (type 7 of Hyndman and Fan, as in numpy). The numbers are sorted before they are
 * summed, so no statistic depends on their order. All statistics are NaN if there is no number.
 *
 * @param count the number of numbers
 * @param mean arithmetic mean
 * @param meanLow low-order part of the double-double mean: the exact mean minus {@code mean}
 * @param sd population standard deviation
 * @param min smallest number
 * @param median 50 % quantile
 * @param iqr interquartile range
 * @param robustSpread the interquartile range; where it is 0, the first positive range between the order statistics at
 *     5 % and 95 %, at 1 % and 99 %, at both ends; 0 without spread
 * @param max largest number
 * @param skewness third standardized moment; NaN without spread
 */
public record ColumnStatistics(
        int count,
        double mean,
        double meanLow,
        double sd,
        double min,
        double median,
        double iqr,
        double robustSpread,
        double max,
        double skewness) {

    /** Numbers above are divided by {@link #DOWNSCALING} before they are summed, lest sums overflow. */
    private static final double MAX_UNSCALED = 0x1p960;

    private static final double DOWNSCALING = 0x1p100;
    /** Digits of exact sums that are divided or whose root is taken: far more than a double has. */
    private static final MathContext PRECISION = new MathContext(40);
    /** Shares of the rows beyond the quantiles that take the place of equal quartiles. */
    private static final double[] TAILS = {0.05, 0.01, 0};

    /**
     * Computes the statistics. O(n log n) time, O(n) memory.
     *
     * @param values the numbers; NaN are ignored
     * @param run cancel, threads
     * @return the statistics, NaN if there is no number
     */
    public static ColumnStatistics of(double[] values, RunContext run) {
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        KeySort.sort(sorted, run);
        int n = sorted.length;
        if (n == 0) {
            double nan = Double.NaN;
            return new ColumnStatistics(0, nan, nan, nan, nan, nan, nan, nan, nan, nan);
        }
        double median = median(sorted);
        double iqr = iqr(n, i -> sorted[i]);
        double robustSpread = iqr != 0 ? iqr : tailSpread(n, i -> sorted[i]);
        double min = sorted[0];
        double max = sorted[n - 1];
        boolean large = Math.max(Math.abs(min), Math.abs(max)) > MAX_UNSCALED;
        if (large) {
            Arrays.setAll(sorted, i -> sorted[i] / DOWNSCALING);
        }
        double unit = large ? DOWNSCALING : 1;
        DoubleDoubleSum sum = sum(sorted, run);
        double mean = sum.mean(n);
        double meanLow = sum.meanLow(mean, n);
        Moments moments = Moments.of(sorted, mean, run);
        return new ColumnStatistics(
                n,
                mean * unit,
                meanLow * unit,
                moments.sd() * unit,
                min,
                median,
                iqr,
                robustSpread,
                max,
                moments.skewness());
    }

    /**
     * The statistics of an indicator, a feature with the values 0 and 1. O(1).
     *
     * @param count number of rows, at least 1
     * @param ones number of rows in which it is 1
     * @return the statistics
     */
    public static ColumnStatistics ofIndicator(int count, int ones) {
        int zeros = count - ones;
        IntToDoubleFunction sorted = i -> i < zeros ? 0 : 1;
        double mean = ones / (double) count;
        double meanLow = Math.fma(-mean, count, ones) / count;
        double sd = Math.sqrt((double) ones * zeros) / count;
        double median = (sorted.applyAsDouble((count - 1) / 2) + sorted.applyAsDouble(count / 2)) / 2;
        double min = sorted.applyAsDouble(0);
        double max = sorted.applyAsDouble(count - 1);
        double skewness = (1 - 2 * mean) / sd;
        double iqr = iqr(count, sorted);
        double robustSpread = iqr != 0 ? iqr : tailSpread(count, sorted);
        return new ColumnStatistics(
                count, mean, meanLow, sd, min, median, iqr, robustSpread, max, sd > 0 ? skewness : Double.NaN);
    }

    /**
     * The statistics of numbers of which only sums and order are known. O(1) but for the order statistics.
     *
     * @param count number of numbers, at least 1
     * @param sum their exact sum
     * @param squares the exact sum of their squares
     * @param sorted the numbers in ascending order by index, 0 to count - 1
     * @return the statistics, mean and standard deviation rounded once; the skewness is NaN
     */
    public static ColumnStatistics ofSums(int count, BigDecimal sum, BigDecimal squares, IntToDoubleFunction sorted) {
        BigDecimal n = BigDecimal.valueOf(count);
        BigDecimal exactMean = sum.divide(n, PRECISION);
        double mean = exactMean.doubleValue();
        double meanLow = exactMean.subtract(new BigDecimal(mean)).doubleValue();
        BigDecimal spread = n.multiply(squares).subtract(sum.multiply(sum));
        double sd = spread.signum() <= 0
                ? 0
                : spread.sqrt(PRECISION).divide(n, PRECISION).doubleValue();
        double median = sorted.applyAsDouble((count - 1) / 2) * 0.5 + sorted.applyAsDouble(count / 2) * 0.5;
        double iqr = iqr(count, sorted);
        return new ColumnStatistics(
                count,
                mean,
                meanLow,
                sd,
                sorted.applyAsDouble(0),
                median,
                iqr,
                iqr != 0 ? iqr : tailSpread(count, sorted),
                sorted.applyAsDouble(count - 1),
                Double.NaN);
    }

    private static DoubleDoubleSum sum(double[] values, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        DoubleDoubleSum sum = new DoubleDoubleSum();
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

    /** Central moments of sorted numbers: standard deviation and skewness. */
    private record Moments(double sd, double skewness) {

        static Moments of(double[] sorted, double mean, RunContext run) {
            int n = sorted.length;
            double range = sorted[n - 1] - sorted[0];
            if (range == 0) {
                return new Moments(0, Double.NaN);
            }
            double unit = Math.scalb(1.0, Math.getExponent(range));
            CancellationCheck cancellation = new CancellationCheck(run);
            DoubleDoubleSum deviations = new DoubleDoubleSum();
            DoubleDoubleSum squares = new DoubleDoubleSum();
            for (double v : sorted) {
                cancellation.step();
                double deviation = (v - mean) / unit;
                deviations.add(deviation);
                squares.add(deviation * deviation);
            }
            double shift = deviations.mean(n);
            double sd = Math.sqrt(squares.mean(n) - shift * shift);
            DoubleDoubleSum cubes = new DoubleDoubleSum();
            for (double v : sorted) {
                cancellation.step();
                double z = ((v - mean) / unit - shift) / sd;
                cubes.add(z * z * z);
            }
            return new Moments(sd * unit, cubes.mean(n));
        }
    }

    /**
     * The upper quartile minus the lower one. The order statistics are subtracted before the interpolated fractions, so
     * that an offset cancels exactly.
     */
    private static double iqr(int n, IntToDoubleFunction sorted) {
        double lower = 0.25 * (n - 1);
        double upper = 0.75 * (n - 1);
        double whole = sorted.applyAsDouble((int) upper) - sorted.applyAsDouble((int) lower);
        return whole + (fraction(sorted, upper) - fraction(sorted, lower));
    }

    /** The spread of a column whose middle half is one value; not interpolated, lest a single row give a tiny range. */
    private static double tailSpread(int n, IntToDoubleFunction sorted) {
        for (double tail : TAILS) {
            int lower = (int) Math.floor(tail * (n - 1));
            double spread = sorted.applyAsDouble(n - 1 - lower) - sorted.applyAsDouble(lower);
            if (spread != 0) {
                return spread;
            }
        }
        return 0;
    }

    /** The part that linear interpolation adds to the order statistic below a position. */
    private static double fraction(IntToDoubleFunction sorted, double position) {
        int below = (int) position;
        double share = position - below;
        return share == 0 ? 0 : (sorted.applyAsDouble(below + 1) - sorted.applyAsDouble(below)) * share;
    }
}
