package org.tessera.engine.match;

import org.tessera.engine.kernel.LogFactorial;

/**
 * Probabilities of counts by chance: the hypergeometric distribution, as in Fisher's exact test.
 *
 * <p>Of n customers, a have one property and b another, independently of each other; the number of customers with both
 * is hypergeometric.
 */
final class Chance {

    /** Terms below this part of the sum change nothing that is shown. */
    private static final double NEGLIGIBLE = 1e-17;

    private Chance() {}

    /**
     * The probability of at least x customers with both properties. O(min(a, b) - x) at most, in practice O(sqrt(n)).
     *
     * @param n customers
     * @param a those with the first property, 0 to n
     * @param b those with the second property, 0 to n
     * @param x those with both
     * @return P(X >= x), 0 to 1
     */
    static double atLeast(int n, int a, int b, int x) {
        int low = Math.max(0, a + b - n);
        int high = Math.min(a, b);
        if (x <= low) {
            return 1;
        }
        if (x > high) {
            return 0;
        }
        double mean = a * (double) b / n;
        return x > mean ? tail(n, a, b, x, high, 1) : 1 - tail(n, a, b, x - 1, low, -1);
    }

    /**
     * The probability that as few or as many customers have both properties, twice the smaller of the two tails.
     *
     * @param n customers
     * @param a those with the first property, 0 to n
     * @param b those with the second property, 0 to n
     * @param x those with both
     * @return 0 to 1
     */
    static double asFar(int n, int a, int b, int x) {
        double most = atLeast(n, a, b, x);
        double least = 1 - atLeast(n, a, b, x + 1);
        return Math.min(1, 2 * Math.min(most, least));
    }

    /** The sum of the probabilities from x to the end, in steps away from the mean. */
    private static double tail(int n, int a, int b, int x, int end, int step) {
        double term = Math.exp(logProbability(n, a, b, x));
        double sum = term;
        for (int i = x; i != end && term > sum * NEGLIGIBLE; i += step) {
            double up = (a - i) * (double) (b - i) / ((i + 1.0) * (n - a - b + i + 1.0));
            term *= step > 0 ? up : i * (double) (n - a - b + i) / ((a - i + 1.0) * (b - i + 1.0));
            sum += term;
        }
        return Math.min(1, sum);
    }

    private static double logProbability(int n, int a, int b, int x) {
        return logChoose(a, x) + logChoose(n - a, b - x) - logChoose(n, b);
    }

    private static double logChoose(int n, int k) {
        return LogFactorial.of(n) - LogFactorial.of(k) - LogFactorial.of(n - k);
    }
}
