package org.tessera.engine.kernel;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Sums of doubles without any rounding, in the small superaccumulator of Neal (2015), Fast exact summation using small and
 * large superaccumulators, <a href="https://arxiv.org/abs/1505.05571">arXiv:1505.05571</a>: a fixed-point number that is
 * wide enough for every finite double, in digits of 32 bits with room for carries. So a sum depends neither on the order of
 * its terms nor on how they are distributed over parts.
 *
 * <p>A few nanoseconds per term, 544 bytes per sum. Up to 2^62 terms. Not for use by several threads.
 */
public final class ExactSums implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int DIGIT_BITS = 32;
    private static final long DIGIT = 0xFFFFFFFFL;
    private static final long FRACTION = (1L << 52) - 1;
    private static final int MAX_BIASED = 0x7FF;
    /** The exponent of the lowest bit: that of the smallest double. */
    private static final int LOWEST = -1074;
    /** Digits of a sum: 64 for the largest double, the rest for its carries. */
    private static final int DIGITS = 67;
    /** Terms that may be added before digits have to be carried: each adds less than 2^52 to a digit of 63 bits. */
    private static final int TERMS = 1 << 10;
    /** Leading bits that are rounded to a double; the last one stands for all bits below. */
    private static final int LEADING_BITS = 62;

    private final long[] digits;
    private final short[] pending;

    /**
     * Sums that are 0.
     *
     * @param count number of sums
     */
    public ExactSums(int count) {
        digits = new long[Math.multiplyExact(count, DIGITS)];
        pending = new short[count];
    }

    /**
     * Adds a term to a sum.
     *
     * @param sum the index of the sum
     * @param term a finite number
     * @throws IllegalArgumentException if the term is not finite
     */
    public void add(int sum, double term) {
        long bits = Double.doubleToRawLongBits(term);
        int biased = (int) (bits >>> 52) & MAX_BIASED;
        if (biased == MAX_BIASED) {
            throw new IllegalArgumentException("A sum of finite numbers got " + term);
        }
        long significand = bits & FRACTION;
        if (biased > 0) {
            significand |= FRACTION + 1;
        }
        int position = Math.max(0, biased - 1);
        int shift = position & (DIGIT_BITS - 1);
        long low = significand << shift & DIGIT;
        long high = significand >>> (DIGIT_BITS - shift);
        int at = sum * DIGITS + (position >>> 5);
        if (bits < 0) {
            digits[at] -= low;
            digits[at + 1] -= high;
        } else {
            digits[at] += low;
            digits[at + 1] += high;
        }
        if (++pending[sum] == TERMS) {
            carry(sum);
        }
    }

    /**
     * Adds the sums of other terms.
     *
     * @param others as many sums
     */
    public void add(ExactSums others) {
        for (int s = 0; s < pending.length; s++) {
            carry(s);
            others.carry(s);
            for (int i = s * DIGITS; i < (s + 1) * DIGITS; i++) {
                digits[i] += others.digits[i];
            }
            carry(s);
        }
    }

    /** Brings every digit but the highest, which holds the sign, to 32 bits. */
    private void carry(int sum) {
        pending[sum] = 0;
        long carry = 0;
        int last = (sum + 1) * DIGITS - 1;
        for (int i = sum * DIGITS; i < last; i++) {
            long digit = digits[i] + carry;
            carry = digit >> DIGIT_BITS;
            digits[i] = digit & DIGIT;
        }
        digits[last] += carry;
    }

    /** @return number of sums */
    public int count() {
        return pending.length;
    }

    /**
     * A sum, rounded once.
     *
     * @param sum the index of the sum
     * @return the double nearest to the exact sum; infinite if that is beyond the largest double
     */
    public double value(int sum) {
        BigInteger units = units(sum);
        BigInteger magnitude = units.abs();
        int shift = Math.max(0, magnitude.bitLength() - LEADING_BITS);
        long leading = magnitude.shiftRight(shift).longValue();
        if (shift > 0 && magnitude.getLowestSetBit() < shift) {
            leading |= 1;
        }
        return units.signum() * Math.scalb((double) leading, shift + LOWEST);
    }

    /**
     * A sum without rounding.
     *
     * @param sum the index of the sum
     * @return the exact sum
     */
    public BigDecimal exact(int sum) {
        BigInteger units = units(sum);
        if (units.signum() == 0) {
            return BigDecimal.ZERO;
        }
        int zeros = units.getLowestSetBit();
        int exponent = zeros + LOWEST;
        BigInteger odd = units.shiftRight(zeros);
        return exponent >= 0
                ? new BigDecimal(odd.shiftLeft(exponent))
                : new BigDecimal(odd.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
    }

    /** A sum in units of the smallest double. */
    private BigInteger units(int sum) {
        carry(sum);
        int first = sum * DIGITS;
        BigInteger units = BigInteger.ZERO;
        for (int i = first + DIGITS - 1; i >= first; i--) {
            units = units.shiftLeft(DIGIT_BITS).add(BigInteger.valueOf(digits[i]));
        }
        return units;
    }
}
