package org.tessera.engine.prep.numbers;

import java.util.Optional;
import org.tessera.engine.run.RunContext;

/**
 * The power transformation of Yeo and Johnson (2000), A new family of power transformations to improve normality or
 * symmetry, doi:10.1093/biomet/87.4.954. With the parameter lambda it is
 *
 * <ul>
 *   <li>((x + 1)^lambda - 1) / lambda for x >= 0, and log(x + 1) if lambda is 0;
 *   <li>-((1 - x)^(2 - lambda) - 1) / (2 - lambda) for x &lt; 0, and -log(1 - x) if lambda is 2.
 * </ul>
 *
 * <p>It is strictly increasing in x, continuous in lambda and keeps the sign; lambda = 1 is the identity. Small numbers
 * and lambda near 0 or 2 lose no digits, because powers are taken as expm1(lambda log1p(x)).
 *
 * @param lambda the parameter, finite
 */
public record YeoJohnson(double lambda) {

    /** Largest absolute value of a transformed number; the squares of larger ones would overflow. */
    static final double MAX_TRANSFORMED = 1e150;

    /** Checks the parameter. */
    public YeoJohnson {
        if (!Double.isFinite(lambda)) {
            throw new IllegalArgumentException("Lambda is " + lambda + ", but has to be finite.");
        }
    }

    /**
     * Estimates lambda by maximum likelihood: the transformed numbers as a sample of a normal distribution, as
     * scikit-learn's PowerTransformer does. O(n log n), then O(n) per evaluation of the likelihood, about 15 of them.
     * The estimate does not depend on the order of the numbers.
     *
     * @param values the numbers; NaN are ignored
     * @param run cancel, threads
     * @return the transformation; empty if there are fewer than two different numbers, or if their magnitude leaves no
     *     lambda for which the transformed numbers stay finite and distinguishable
     */
    public static Optional<YeoJohnson> fit(double[] values, RunContext run) {
        return YeoJohnsonLikelihood.of(values, run).flatMap(YeoJohnsonLikelihood::maximum);
    }

    /**
     * Transforms a number.
     *
     * @param x the number; NaN gives NaN
     * @return the transformed number, at most 1e150 in absolute value where the power would be larger
     */
    public double transform(double x) {
        double power = x < 0 ? -power(2 - lambda, Math.log1p(-x)) : power(lambda, Math.log1p(x));
        return Math.max(-MAX_TRANSFORMED, Math.min(MAX_TRANSFORMED, power));
    }

    /**
     * Transforms a number back.
     *
     * @param y a transformed number; NaN gives NaN
     * @return the number; infinite where the transformation does not reach y, as 1 / -lambda bounds it from above if
     *     lambda is negative and 1 / (2 - lambda) from below if lambda is above 2
     */
    public double inverse(double y) {
        return y < 0 ? -root(2 - lambda, -y) : root(lambda, y);
    }

    /** ((x + 1)^exponent - 1) / exponent, given log(x + 1) >= 0. */
    private static double power(double exponent, double log) {
        return exponent == 0 ? log : Math.expm1(exponent * log) / exponent;
    }

    /** The x >= 0 of which {@link #power} is y. */
    private static double root(double exponent, double y) {
        return Math.expm1(exponent == 0 ? y : Math.log1p(Math.max(-1, exponent * y)) / exponent);
    }
}
