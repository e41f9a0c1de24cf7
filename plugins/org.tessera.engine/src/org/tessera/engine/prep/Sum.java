package org.tessera.engine.prep;

/**
 * A sum of doubles in double-double arithmetic: about 32 digits, so that the rounded result practically never depends
 * on the order of the terms. Source: Knuth's TwoSum, as in Shewchuk (1997), doi:10.1007/PL00009321.
 */
final class Sum {

    private double high;
    private double low;

    void add(double term) {
        double sum = high + term;
        double part = sum - high;
        low += (high - (sum - part)) + (term - part);
        high = sum;
    }

    /** The sum divided by a count, rounded once. */
    double over(int count) {
        double sum = high + low;
        double quotient = sum / count;
        return quotient + rest(quotient, count);
    }

    /** What the sum divided by a count has beyond a number close to it, to twice the digits of that number. */
    double rest(double quotient, int count) {
        double sum = high + low;
        double rest = (high - sum) + low;
        return (Math.fma(-quotient, count, sum) + rest) / count;
    }
}
