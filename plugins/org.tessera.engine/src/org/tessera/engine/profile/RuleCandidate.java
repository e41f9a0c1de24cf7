package org.tessera.engine.profile;

import java.util.Arrays;
import java.util.List;

/**
 * A condition on a column that may be added to a rule.
 *
 * @param terms the column's terms
 * @param kind what the condition is about
 * @param picks for {@link Kind#TERMS} the terms, one of which has to hold; none for {@link Kind#MISSING}
 * @param positive whether they have to hold, rather than not
 * @param inside number of the segment's customers who fulfill the rule with it
 * @param phi the phi coefficient of the rule with it
 */
record RuleCandidate(RuleTerms terms, Kind kind, List<Integer> picks, boolean positive, int inside, double phi) {

    /** Differences of phi coefficients up to here are ties. */
    private static final double TOLERANCE = 1e-12;

    /** What a condition is about. */
    enum Kind {
        /** Thresholds or categories. */
        TERMS,
        /** Missing entries. */
        MISSING
    }

    /** Whether a row of a code fulfills it. */
    boolean accepts(int code) {
        if (kind == Kind.MISSING) {
            return (code == RuleTerms.MISSING) == positive;
        }
        return code != RuleTerms.MISSING && picks.stream().anyMatch(term -> terms.holds(term, code)) == positive;
    }

    /** Per code plus one, whether its rows fulfill the condition. */
    boolean[] accepted() {
        boolean[] accepted = new boolean[terms.size() + 2];
        for (int code = RuleTerms.MISSING; code <= terms.size(); code++) {
            accepted[code + 1] = accepts(code);
        }
        return accepted;
    }

    /** The rows that fulfill it, in the same order. */
    int[] filter(int[] rows) {
        boolean[] accepted = accepted();
        return Arrays.stream(rows).filter(i -> accepted[terms.code(i) + 1]).toArray();
    }

    /** Whether a later condition on the same column makes this one redundant. */
    boolean isImpliedBy(RuleCandidate later) {
        if (terms != later.terms) {
            return false;
        }
        boolean[] needed = accepted();
        boolean[] given = later.accepted();
        for (int code = 0; code < needed.length; code++) {
            if (given[code] && !needed[code]) {
                return false;
            }
        }
        return true;
    }

    /** The better of two candidates of a column; of equal ones the positive one, and the one that comes first. */
    static RuleCandidate preferred(RuleCandidate best, RuleCandidate other) {
        if (best == null || other.phi > best.phi + TOLERANCE) {
            return other;
        }
        boolean positiveTie = other.positive && !best.positive && other.phi > best.phi - TOLERANCE;
        return positiveTie ? other : best;
    }

    /** Whether it is better than a candidate of an earlier column. */
    boolean isBetterThan(RuleCandidate earlier) {
        return earlier == null || phi > earlier.phi + TOLERANCE;
    }

    /** The condition as part of a rule. */
    Rule.Condition condition() {
        if (kind == Kind.MISSING) {
            return new Rule.Condition(terms.column(), positive ? "is missing" : "is not missing", List.of());
        }
        String is = terms.numeric() ? ">=" : "=";
        String isNot = terms.numeric() ? "<" : "is not";
        List<String> values = picks.stream().map(terms::text).toList();
        return new Rule.Condition(terms.column(), positive ? is : isNot, values);
    }
}
