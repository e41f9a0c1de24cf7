package org.tessera.engine.prep.numbers;

import java.util.Arrays;
import java.util.Optional;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * The profile likelihood of the parameter of {@link YeoJohnson}: -n/2 log Var(y) + (lambda - 1) sum sign(x) log(1 +
 * |x|) for transformed numbers y. Its maximum is the root of the derivative -n Cov(y, y') / Var(y) + sum sign(x) log(1
 * + |x|), where y' is the derivative of y by lambda.
 *
 * <p>Differences of transformed numbers cancel, and powers overflow, where the numbers are far from 0 (Marchand et al.
 * 2022, doi:10.1088/2632-2153/aca3e1). If all numbers have one sign, they are therefore transformed relative to the one
 * with the largest power, (x + 1)^lambda - (r + 1)^lambda = (r + 1)^lambda expm1(lambda (log(x + 1) - log(r + 1))): the
 * factor cancels in the quotient, and no digit is lost. Lambda is sought where the transformed numbers stay below
 * {@code exp(}{@value #MAX_LOG}{@code )} and above {@code exp(-}{@value #MAX_SHRINKAGE}{@code )} before 1 is subtracted,
 * which leaves about five digits of their differences.
 *
 * <p>Equal numbers are counted once, in increasing order; so nothing depends on the order of the numbers.
 */
final class YeoJohnsonLikelihood {

    /** Largest logarithm of a transformed number: the square is far from overflowing. */
    private static final double MAX_LOG = 300;
    /** Largest absolute logarithm of the smallest power. */
    private static final double MAX_SHRINKAGE = 27;
    /** Largest absolute exponent of tiny numbers. */
    private static final double MAX_EXPONENT = 1e15;
    /** Below this absolute value, all numbers are so tiny that no admissible exponent bends them. */
    private static final double MIN_LOG = 1e-18;
    /** Below this absolute value of z, the quotient (z exp(z) - expm1(z)) / z^2 is taken from its series. */
    private static final double SERIES = 0.02;
    /** Arithmetic operations per number of an evaluation. */
    private static final int OPERATIONS = 100;

    /** log(1 + |x|) of the distinct numbers, the negative ones first, from the largest absolute value to the smallest. */
    private final double[] logs;

    private final int[] counts;
    /** How many of the distinct numbers are negative. */
    private final int negative;

    private final double total;
    /** Sum of sign(x) log(1 + |x|). */
    private final double sumOfLogs;

    private final double[] transformed;
    private final double[] derivatives;
    private final RunContext run;

    private YeoJohnsonLikelihood(double[] signedLogs, int[] counts, int total, RunContext run) {
        this.counts = counts;
        this.total = total;
        this.run = run;
        logs = new double[signedLogs.length];
        transformed = new double[logs.length];
        derivatives = new double[logs.length];
        DoubleDoubleSum sum = new DoubleDoubleSum();
        int below = 0;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.abs(signedLogs[i]);
            below += signedLogs[i] < 0 ? 1 : 0;
            sum.add(counts[i] * signedLogs[i]);
        }
        negative = below;
        sumOfLogs = sum.mean(1);
    }

    /** The likelihood of numbers (NaN are ignored); empty if no two of them differ in their logarithms. */
    static Optional<YeoJohnsonLikelihood> of(double[] values, RunContext run) {
        double[] sorted = Arrays.stream(values)
                .filter(v -> !Double.isNaN(v))
                .map(v -> v < 0 ? -Math.log1p(-v) : Math.log1p(v + 0.0))
                .toArray();
        KeySort.sort(sorted, run);
        double[] distinct = new double[sorted.length];
        int[] counts = new int[sorted.length];
        int size = 0;
        CancellationCheck cancellation = new CancellationCheck(run);
        for (double log : sorted) {
            cancellation.step();
            if (size == 0 || log != distinct[size - 1]) {
                distinct[size++] = log;
            }
            counts[size - 1]++;
        }
        if (size < 2 || Math.max(-distinct[0], distinct[size - 1]) < MIN_LOG) {
            return Optional.empty();
        }
        return Optional.of(new YeoJohnsonLikelihood(
                Arrays.copyOf(distinct, size), Arrays.copyOf(counts, size), sorted.length, run));
    }

    /** The transformation of largest likelihood, or empty if no lambda is admissible. */
    Optional<YeoJohnson> maximum() {
        int n = logs.length;
        double[] exponents = interval(negative < n ? logs[n - 1] : 0, negative == 0 ? logs[0] : 0);
        double[] mirrored = interval(negative > 0 ? logs[0] : 0, negative == n ? logs[n - 1] : 0);
        double low = Math.max(exponents[0], 2 - mirrored[1]);
        double high = Math.min(exponents[1], 2 - mirrored[0]);
        return low <= high ? Optional.of(new YeoJohnson(maximum(low, high))) : Optional.empty();
    }

    /** Smallest and largest admissible exponent of numbers of one sign, given the logarithms of the extreme ones. */
    private static double[] interval(double largest, double smallest) {
        return new double[] {
            Math.max(-MAX_EXPONENT, -MAX_SHRINKAGE / smallest), Math.min(MAX_EXPONENT, MAX_LOG / largest)
        };
    }

    /** Walks uphill from lambda = 1 in steps that double, until the slope changes its sign; then seeks its root. */
    private double maximum(double low, double high) {
        double from = Math.max(low, Math.min(high, 1));
        double slope = slope(from);
        double step = Math.signum(slope);
        while (slope != 0) {
            double to = Math.max(low, Math.min(high, from + step));
            double next = slope(to);
            if (next * step <= 0) {
                return root(from, slope, to, next);
            }
            if (to == low || to == high) {
                return to;
            }
            from = to;
            slope = next;
            step *= 2;
        }
        return from;
    }

    /**
     * The root of the slope between two lambdas where its signs differ, by the method of Chandrupatla (1997),
     * doi:10.1016/S0965-9978(96)00051-8: inverse quadratic interpolation where it is safe, bisection elsewhere.
     */
    private double root(double start, double slopeAtStart, double end, double slopeAtEnd) {
        double b = start;
        double fb = slopeAtStart;
        double a = end;
        double fa = slopeAtEnd;
        double t = 0.5;
        while (fa != 0) {
            double x = a + t * (b - a);
            double fx = slope(x);
            boolean sameSide = Math.signum(fx) == Math.signum(fa);
            double c = sameSide ? a : b;
            double fc = sameSide ? fa : fb;
            if (!sameSide) {
                b = a;
                fb = fa;
            }
            a = x;
            fa = fx;
            double tolerance = (1e-13 + 4 * Math.ulp(1.0) * Math.abs(a)) / Math.abs(b - c);
            if (!(tolerance < 0.5)) {
                return Math.abs(fa) < Math.abs(fb) ? a : b;
            }
            double xi = (a - b) / (c - b);
            double phi = (fa - fb) / (fc - fb);
            boolean safe = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
            t = safe ? fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb) : 0.5;
            t = Math.max(tolerance, Math.min(1 - tolerance, t));
        }
        return a;
    }

    /** The derivative of the likelihood. O(m) for m distinct numbers. */
    private double slope(double lambda) {
        double reference = transform(lambda);
        double mean = 0;
        double meanDerivative = 0;
        for (int i = 0; i < logs.length; i++) {
            mean += counts[i] * transformed[i];
            meanDerivative += counts[i] * derivatives[i];
        }
        mean /= total;
        meanDerivative /= total;
        double variance = 0;
        double covariance = 0;
        for (int i = 0; i < logs.length; i++) {
            double deviation = transformed[i] - mean;
            variance += counts[i] * deviation * deviation;
            covariance += counts[i] * deviation * (derivatives[i] - meanDerivative);
        }
        return sumOfLogs - total * (covariance / variance + reference);
    }

    /**
     * Fills the transformed numbers and their derivatives by lambda, up to a common factor e^(lambda r) and a constant.
     *
     * @return the derivative r of that factor's logarithm by lambda
     */
    private double transform(double lambda) {
        int n = logs.length;
        double reference = 0;
        double mirroredReference = 0;
        if (negative == 0) {
            reference = lambda > 0 ? logs[n - 1] : logs[0];
        } else if (negative == n) {
            mirroredReference = lambda < 2 ? logs[0] : logs[n - 1];
        }
        CancellationCheck cancellation = new CancellationCheck(run, OPERATIONS);
        for (int i = 0; i < n; i++) {
            cancellation.step();
            boolean below = i < negative;
            double exponent = below ? 2 - lambda : lambda;
            double log = logs[i] - (below ? mirroredReference : reference);
            double z = exponent * log;
            double expm1 = Math.expm1(z);
            double power = exponent == 0 ? log : expm1 / exponent;
            transformed[i] = below ? -power : power;
            derivatives[i] = log * log * derivative(z, expm1);
        }
        return reference - mirroredReference;
    }

    /** (z exp(z) - expm1(z)) / z^2, that is sum (j + 1) z^j / (j + 2)!. */
    private static double derivative(double z, double expm1) {
        if (Math.abs(z) > SERIES) {
            return (z + (z - 1) * expm1) / (z * z);
        }
        return 0.5 + z * (1.0 / 3 + z * (1.0 / 8 + z * (1.0 / 30 + z * (1.0 / 144 + z * (1.0 / 840 + z / 5760)))));
    }
}
