package org.tessera.engine.kernel;

import java.util.Arrays;

/** Statistics of numbers in an array. */
public final class Statistics {

    /** The interquartile range of the standard normal distribution. */
    public static final double NORMAL_RANGE = 1.349;

    private Statistics() {}

    /**
     * The type 7 quantile, linear between order statistics, as in R, numpy and spreadsheets.
     *
     * @param sorted one number or more, ascending
     * @param probability 0 to 1
     * @return the quantile
     */
    public static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        if (below + 1 >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
    }

    /**
     * The standard deviation with the denominator n. O(n).
     *
     * @param values n numbers
     * @return the standard deviation; 0 without numbers
     */
    public static double sd(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0));
    }
}
