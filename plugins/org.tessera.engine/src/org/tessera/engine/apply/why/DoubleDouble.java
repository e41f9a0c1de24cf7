package org.tessera.engine.apply.why;

/**
 * A sum in double-double arithmetic (about 32 digits) of differences of squared or absolute differences; see Dekker (1971),
 * A floating-point technique for extending the available precision, doi:10.1007/BF01397083.
 */
final class DoubleDouble {

    private double high;
    private double low;

    /** Adds (x - y)², or subtracts it. */
    void addSquare(double x, double y, boolean negative) {
        double difference = x - y;
        double part = difference - x;
        double rest = (x - (difference - part)) - (y + part);
        double square = difference * difference;
        double squareLow = Math.fma(difference, difference, -square) + 2 * difference * rest;
        add(negative ? -square : square);
        low += negative ? -squareLow : squareLow;
    }

    /** Adds |x - y|, or subtracts it. */
    void addAbsolute(double x, double y, boolean negative) {
        boolean swap = (x < y) != negative;
        add(swap ? y : x);
        add(swap ? -x : -y);
    }

    void add(double term) {
        double sum = high + term;
        double part = sum - high;
        low += (high - (sum - part)) + (term - part);
        high = sum;
    }

    /** The sum, rounded once. */
    double value() {
        return high + low;
    }
}
