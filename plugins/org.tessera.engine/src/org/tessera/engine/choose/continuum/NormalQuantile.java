package org.tessera.engine.choose.continuum;

/** Density and quantiles of the standard normal distribution. */
public final class NormalQuantile {

    private static final double[] CENTRAL_UP = {3.3871327179, 50.434271938, 159.29113202, 59.109374720};
    private static final double[] CENTRAL_DOWN = {1, 17.895169469, 78.757757664, 67.187563600};
    private static final double[] OUTER_UP = {1.4234372777, 2.7568153900, 1.3067284816, 0.17023821103};
    private static final double[] OUTER_DOWN = {1, 0.73700164250, 0.12021132975};
    private static final double[] TAIL_UP = {6.6579051150, 3.0812263860, 0.42868294337, 0.017337203997};
    private static final double[] TAIL_DOWN = {1, 0.24197894225, 0.012258202635};
    private static final double CENTRAL = 0.425;
    private static final double CENTRAL_SQUARED = 0.180625;
    private static final double OUTER = 5;
    private static final double OUTER_SHIFT = 1.6;

    private NormalQuantile() {}

    /**
     * The quantile, to about seven digits. Wichura (1988), Algorithm AS 241 (PPND7), <a
     * href="https://doi.org/10.2307/2347330">doi:10.2307/2347330</a>.
     *
     * @param p a probability
     * @return the number that a standard normal variable is below with this probability; infinite for 0 and 1
     */
    public static double of(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= CENTRAL) {
            double r = CENTRAL_SQUARED - q * q;
            return q * polynomial(CENTRAL_UP, r) / polynomial(CENTRAL_DOWN, r);
        }
        double tail = Math.min(p, 1 - p);
        if (tail <= 0) {
            return q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double r = Math.sqrt(-Math.log(tail));
        double size = r <= OUTER
                ? polynomial(OUTER_UP, r - OUTER_SHIFT) / polynomial(OUTER_DOWN, r - OUTER_SHIFT)
                : polynomial(TAIL_UP, r - OUTER) / polynomial(TAIL_DOWN, r - OUTER);
        return q < 0 ? -size : size;
    }

    /** The density at the quantile of a probability; 0 for 0 and 1. */
    static double densityAt(double p) {
        double z = of(p);
        return Double.isInfinite(z) ? 0 : Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /** The mean of a standard normal variable between the quantiles of two probabilities, low below high. */
    static double meanBetween(double low, double high) {
        return (densityAt(low) - densityAt(high)) / (high - low);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int c = coefficients.length - 1; c >= 0; c--) {
            sum = sum * x + coefficients[c];
        }
        return sum;
    }
}
