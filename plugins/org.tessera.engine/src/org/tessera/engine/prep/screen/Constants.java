package org.tessera.engine.prep.screen;

/** Columns whose values differ by rounding only, by the rule of scikit-learn's StandardScaler. */
public final class Constants {

    private static final double EPSILON = Math.ulp(1.0);

    private Constants() {}

    /**
     * Whether numbers are equal up to rounding: variance at most {@code n eps variance + (n mean eps)^2}, the bound of
     * the error of a two-pass variance of equal numbers (Chan, Golub and LeVeque 1983,
     * doi:10.1080/00031305.1983.10483115) that scikit-learn 1.2 takes. Numbers that all are whole are exact and never
     * differ by rounding. O(n).
     *
     * @param sorted n finite numbers, ascending, at least one
     * @return whether they are one value
     */
    public static boolean equalUpToRounding(double[] sorted) {
        int n = sorted.length;
        double range = sorted[n - 1] - sorted[0];
        double largest = Math.max(Math.abs(sorted[0]), Math.abs(sorted[n - 1]));
        if (range == 0) {
            return true;
        }
        if (range > Math.sqrt(2.0 * n) * n * EPSILON * largest * 2 || WholeNumbers.all(sorted)) {
            return false;
        }
        double sum = 0;
        double squares = 0;
        for (double v : sorted) {
            double deviation = (v - sorted[0]) / range;
            sum += deviation;
            squares += deviation * deviation;
        }
        double shift = sum / n;
        double variance = squares / n - shift * shift;
        double mean = (sorted[0] + shift * range) / range;
        double rounding = n * mean * EPSILON;
        return variance <= n * EPSILON * variance + rounding * rounding;
    }
}
