package org.tessera.engine.prep;

import java.io.Serializable;
import java.math.BigDecimal;
import org.tessera.engine.kernel.ExactSums;

/**
 * The exact sum of numbers and the exact sum of their squares, for any order of the numbers. Numbers are divided by a power of
 * two near the largest ones, so that squares do not overflow; squares are held in two doubles each, so that nothing is
 * rounded unless numbers differ by more than 2^450 in magnitude.
 */
final class PowerSums implements Serializable {

    private static final long serialVersionUID = 1L;

    private final double unit;
    private final ExactSums sums = new ExactSums(2);

    /** Sums of numbers of which the largest ones are of about the given magnitude. */
    PowerSums(double magnitude) {
        int exponent = Math.getExponent(magnitude);
        unit = magnitude > 0 ? Math.scalb(1.0, Math.max(-1000, Math.min(1000, exponent))) : 1;
    }

    /** Sums of no number, in the same unit. */
    PowerSums empty() {
        return new PowerSums(unit);
    }

    /** Adds a number; false if it is too large for its square. */
    boolean add(double number) {
        double x = number / unit;
        double square = x * x;
        if (!(square < Double.POSITIVE_INFINITY)) {
            return false;
        }
        sums.add(0, x);
        sums.add(1, square);
        sums.add(1, Math.fma(x, x, -square));
        return true;
    }

    void add(PowerSums other) {
        sums.add(other.sums);
    }

    BigDecimal sum() {
        return sums.exact(0).multiply(new BigDecimal(unit));
    }

    BigDecimal squares() {
        BigDecimal exact = new BigDecimal(unit);
        return sums.exact(1).multiply(exact).multiply(exact);
    }
}
