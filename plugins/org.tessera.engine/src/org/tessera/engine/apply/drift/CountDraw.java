package org.tessera.engine.apply.drift;

import org.tessera.engine.kernel.LogFactorial;
import org.tessera.engine.run.RandomStream;

/**
 * Draws counts: hypergeometric, binomial and beta-binomial. Exact by inversion from the mode in O(standard deviation) while the
 * variance is at most {@value #MAX_VARIANCE}; above, the rounded normal distribution of the same mean and variance.
 */
final class CountDraw {

    private static final double MAX_VARIANCE = 1000;

    private final RandomStream random;

    CountDraw(RandomStream random) {
        this.random = random;
    }

    /** How many of n balls drawn from a + b without replacement are among the a. */
    long hypergeometric(long n, long a, long b) {
        long min = Math.max(0, n - b);
        long max = Math.min(n, a);
        if (min >= max) {
            return min;
        }
        double total = (double) a + b;
        double mean = n * (a / total);
        double variance = mean * (b / total) * ((total - n) / (total - 1));
        if (variance > MAX_VARIANCE) {
            return normal(mean, variance, min, max);
        }
        long mode = clamp((long) ((n + 1.0) * ((a + 1.0) / (total + 2))), min, max);
        double log = LogFactorial.of(a)
                - LogFactorial.of(mode)
                - LogFactorial.of(a - mode)
                + LogFactorial.of(b)
                - LogFactorial.of(n - mode)
                - LogFactorial.of(b - n + mode)
                - LogFactorial.of(a + b)
                + LogFactorial.of(n)
                + LogFactorial.of(a + b - n);
        return walk(mode, min, max, Math.exp(log), x -> (a - x) * ((double) n - x) / ((x + 1.0) * (b - n + x + 1)));
    }

    /** How many of n independent trials succeed. */
    long binomial(long n, double p) {
        if (n == 0 || p <= 0 || p >= 1) {
            return p >= 1 ? n : 0;
        }
        double variance = n * p * (1 - p);
        if (variance > MAX_VARIANCE) {
            return normal(n * p, variance, 0, n);
        }
        long mode = clamp((long) ((n + 1) * p), 0, n);
        double log = LogFactorial.of(n)
                - LogFactorial.of(mode)
                - LogFactorial.of(n - mode)
                + mode * Math.log(p)
                + (n - mode) * Math.log1p(-p);
        double odds = p / (1 - p);
        return walk(mode, 0, n, Math.exp(log), x -> odds * (n - x) / (x + 1));
    }

    /** The same with a probability that is drawn from a beta distribution, whose parameters are at least 1. */
    long betaBinomial(long n, double a, double b) {
        double first = gamma(a);
        return binomial(n, first / (first + gamma(b)));
    }

    /** Gamma-distributed for a shape of at least 1: Marsaglia and Tsang (2000), doi:10.1145/358407.358414. */
    private double gamma(double shape) {
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            v = v * v * v;
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    private long normal(double mean, double variance, long min, long max) {
        return clamp(Math.round(mean + Math.sqrt(variance) * random.nextGaussian()), min, max);
    }

    private static long clamp(long value, long min, long max) {
        return Math.max(min, Math.min(max, value));
    }

    /** The probability of a count plus one divided by that of the count. */
    private interface Ratio {
        double after(long count);
    }

    private long walk(long mode, long min, long max, double probability, Ratio ratio) {
        double left = random.nextDouble() - probability;
        long down = mode;
        long up = mode;
        double below = probability;
        double above = probability;
        while (left >= 0 && (down > min || up < max)) {
            if (up < max) {
                above *= ratio.after(up++);
                left -= above;
                if (left < 0) {
                    return up;
                }
            }
            if (down > min) {
                below /= ratio.after(--down);
                left -= below;
                if (left < 0) {
                    return down;
                }
            }
        }
        return mode;
    }
}
