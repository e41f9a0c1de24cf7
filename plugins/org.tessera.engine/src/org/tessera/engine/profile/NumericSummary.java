package org.tessera.engine.profile;

import org.tessera.engine.kernel.Statistics;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * Descriptive statistics of the values of a column, in the column's units. All statistics but the count are NaN without
 * values; the standard deviation of one value is NaN.
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
     * Computes the statistics. O(n log n); independent of the order of the values.
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
                Statistics.quantile(values, 0.25),
                Statistics.quantile(values, 0.5),
                Statistics.quantile(values, 0.75),
                values[n - 1]);
    }
}
