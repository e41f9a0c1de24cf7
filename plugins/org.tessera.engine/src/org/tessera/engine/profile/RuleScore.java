package org.tessera.engine.profile;

/**
 * How good a rule for a segment is: the harmonic mean of coverage and precision (F1) less {@value #LENGTH_COST}, or about what
 * two customers change, for each threshold and category after the first. A rule counts only if it covers {@value Rule#MIN_COVERAGE} of the segment and has
 * a phi coefficient (Matthews 1975, doi:10.1016/0005-2795(75)90109-9) of {@value #MIN_PHI} with it, so that no rule is
 * offered of nearly all customers for a segment of most of them.
 *
 * @param inside number of the sample's customers in the segment, 1 or more
 * @param outside number of its other customers
 * @param weight customers for whom each of the others stands, if each in the segment stands for one
 * @param demanding whether only rules count that reach {@value Rule#GOAL} of both
 */
record RuleScore(int inside, int outside, double weight, boolean demanding) {

    /** F1 that another threshold or category has to add. */
    private static final double LENGTH_COST = 0.003;
    /** Smallest phi coefficient of a rule. */
    private static final double MIN_PHI = 0.2;

    /** The same with other demands. */
    RuleScore demanding(boolean goal) {
        return new RuleScore(inside, outside, weight, goal);
    }

    /** The score of a rule by numbers of customers who fulfill it; negative infinity if it does not count. */
    double of(int in, int out, int length) {
        double fulfilled = in + weight * out;
        boolean counts = in >= Rule.MIN_COVERAGE * inside && isPrecise(in, out) && phi(in, fulfilled) >= MIN_PHI;
        return counts ? f1(in, out) - cost(length) : Double.NEGATIVE_INFINITY;
    }

    /** What no rule exceeds that is fulfilled by at most and at least so many customers and that is at least so long. */
    double bound(int mostIn, int leastOut, int length) {
        int least = Math.max(0, leastOut);
        return isPrecise(mostIn, least) ? f1(mostIn, least) - cost(length) : Double.NEGATIVE_INFINITY;
    }

    /** The harmonic mean of coverage and precision, 0 to 1. */
    double f1(int in, int out) {
        return 2.0 * in / (in + weight * out + inside);
    }

    private double cost(int length) {
        return Math.max(LENGTH_COST, 1.0 / inside) * (length - 1);
    }

    private boolean isPrecise(int in, int out) {
        return !demanding || in >= Rule.GOAL * inside && in >= Rule.GOAL * (in + weight * out);
    }

    private double phi(double in, double fulfilled) {
        double n = inside + weight * outside;
        double product = fulfilled * (n - fulfilled) * inside * (n - inside);
        return product <= 0 ? 0 : (n * in - fulfilled * inside) / Math.sqrt(product);
    }
}
