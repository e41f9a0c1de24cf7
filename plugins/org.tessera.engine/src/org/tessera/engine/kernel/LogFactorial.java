package org.tessera.engine.kernel;

/** Logarithms of factorials: tabulated, for larger numbers by Stirling's series, to about 15 digits. */
public final class LogFactorial {

    /** Factorials whose logarithms are tabulated. */
    private static final int TABLE = 256;

    private static final double[] LOGS = logs();

    private LogFactorial() {}

    private static double[] logs() {
        double[] logs = new double[TABLE];
        for (int i = 2; i < TABLE; i++) {
            logs[i] = logs[i - 1] + Math.log(i);
        }
        return logs;
    }

    /**
     * The logarithm of n!. O(1).
     *
     * @param n 0 or more
     * @return ln n!
     */
    public static double of(long n) {
        if (n < TABLE) {
            return LOGS[(int) n];
        }
        double z = n + 1.0;
        double inverse = 1 / (z * z);
        double series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680))) / z;
        return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series;
    }
}
