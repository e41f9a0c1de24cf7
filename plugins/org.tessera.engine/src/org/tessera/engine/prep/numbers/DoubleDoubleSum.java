package org.tessera.engine.prep.numbers;

/**
 * A sum of doubles in double-double arithmetic (about 32 digits) by Knuth's TwoSum; see Shewchuk (1997), Adaptive
 * precision floating-point arithmetic, doi:10.1007/PL00009321. The rounded result practically never depends on the
 * order of the terms.
 */
final class DoubleDoubleSum {

    private double high;
    private double low;

    void add(double term) {
        double sum = high + term;
        double part = sum - high;
        low += (high - (sum - part)) + (term - part);
        high = sum;
    }

    /** The sum divided by the number of terms, rounded once: the high-order part of the mean. */
    double mean(int count) {
        double sum = high + low;
        double quotient = sum / count;
        return quotient + meanLow(quotient, count);
    }

    /** The low-order part of the mean: the exact mean minus its high-order part, rounded once. */
    double meanLow(double mean, int count) {
        double sum = high + low;
        double sumLow = (high - sum) + low;
        return (Math.fma(-mean, count, sum) + sumLow) / count;
    }
}
