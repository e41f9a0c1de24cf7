package org.tessera.engine.profile;

import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * Values of a column in numbers, in the column's units; NaN where there is no value (and for the standard deviation of
 * one value).
 *
 * @param count number of values
 * @param mean arithmetic mean
 * @param sd sample standard deviation (n - 1)
 * @param min smallest value
 * @param lowerQuartile 25 % quantile, linear between order statistics (type 7, as in R, numpy, spreadsheets)
 * @param median 50 % quantile
 * @param upperQuartile 75 % quantile
 * @param max largest value
 */
public record NumericSummary(
        int count,
        double mean,
        double sd,
        double min,
        double lowerQuartile,
        double median,
        double upperQuartile,
        double max) {

    /**
     * Summarizes values. O(n log n); the order of the values does not matter.
     *
     * @param values finite values; the array is sorted
     * @param run threads and cancel
     * @return the summary
     */
    static NumericSummary ofSorting(double[] values, RunContext run) {
        KeySort.sort(values, run);
        int n = values.length;
        if (n == 0) {
            return new NumericSummary(
                    0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        CancellationCheck cancellation = new CancellationCheck(run);
        double shift = 0;
        for (double value : values) {
            cancellation.step();
            shift += value - values[0];
        }
        double mean = values[0] + shift / n;
        double squares = 0;
        for (double value : values) {
            cancellation.step();
            squares += (value - mean) * (value - mean);
        }
        double sd = n == 1 ? Double.NaN : Math.sqrt(squares / (n - 1));
        return new NumericSummary(
                n,
                mean,
                sd,
                values[0],
                quantile(values, 0.25),
                quantile(values, 0.5),
                quantile(values, 0.75),
                values[n - 1]);
    }

    /** Type 7 quantile of sorted values. */
    static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        if (below + 1 >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
    }
}
