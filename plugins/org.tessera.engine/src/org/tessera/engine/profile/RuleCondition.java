package org.tessera.engine.profile;

import java.util.List;

/**
 * A condition on a column that may be part of a rule.
 *
 * @param column index of the column among those of the search
 * @param terms the column's terms
 * @param kind what the condition is about
 * @param from for {@link Kind#RANGE} the smallest code
 * @param to for {@link Kind#RANGE} the code above the largest one
 * @param levels for {@link Kind#LEVELS} the codes of the categories, else none
 * @param positive whether the code has to be such a one, rather than not
 * @param orMissing whether a missing value fulfills it, too, for ranges and categories
 */
record RuleCondition(
        int column,
        RuleTerms terms,
        Kind kind,
        int from,
        int to,
        List<Integer> levels,
        boolean positive,
        boolean orMissing) {

    /** What a condition is about. */
    enum Kind {
        /** Numbers from one threshold and below another. */
        RANGE,
        /** Categories. */
        LEVELS,
        /** Missing entries. */
        MISSING
    }

    static RuleCondition range(int column, RuleTerms terms, int from, int to) {
        return new RuleCondition(column, terms, Kind.RANGE, from, to, List.of(), true, false);
    }

    static RuleCondition levels(int column, RuleTerms terms, List<Integer> levels, boolean positive) {
        return new RuleCondition(column, terms, Kind.LEVELS, 0, 0, levels, positive, false);
    }

    static RuleCondition missing(int column, RuleTerms terms, boolean positive) {
        return new RuleCondition(column, terms, Kind.MISSING, 0, 0, List.of(), positive, false);
    }

    /** The same for missing values, too. */
    RuleCondition withMissing() {
        return new RuleCondition(column, terms, kind, from, to, levels, positive, true);
    }

    /** Whether a row of a code fulfills it. */
    boolean accepts(int code) {
        if (kind == Kind.MISSING) {
            return (code == RuleTerms.MISSING) == positive;
        }
        if (code == RuleTerms.MISSING) {
            return orMissing;
        }
        return kind == Kind.RANGE ? code >= from && code < to : levels.contains(code) == positive;
    }

    /** Per code plus one, whether its rows fulfill the condition. */
    boolean[] accepted() {
        boolean[] accepted = new boolean[terms.size() + 2];
        for (int code = RuleTerms.MISSING; code <= terms.size(); code++) {
            accepted[code + 1] = accepts(code);
        }
        return accepted;
    }

    /** Number of thresholds of a range. */
    static int bounds(int from, int to, RuleTerms terms) {
        return (from > 0 ? 1 : 0) + (to <= terms.size() ? 1 : 0);
    }

    /** Number of thresholds, categories and missing entries that it names. */
    int length() {
        return switch (kind) {
            case RANGE -> bounds(from, to, terms);
            case LEVELS -> levels.size();
            case MISSING -> 1;
        };
    }

    /** The condition as part of a rule. */
    Rule.Condition condition() {
        return switch (kind) {
            case RANGE -> range();
            case LEVELS ->
                condition(
                        positive ? "=" : "is not",
                        levels.stream().map(terms::text).toList());
            case MISSING -> condition(positive ? "is missing" : "is not missing", List.of());
        };
    }

    private Rule.Condition condition(String operator, List<String> values) {
        return new Rule.Condition(terms.column(), operator, values, orMissing);
    }

    private Rule.Condition range() {
        if (from == 0) {
            return condition("<", List.of(terms.text(to - 1)));
        }
        return to > terms.size()
                ? condition(">=", List.of(terms.text(from - 1)))
                : condition(Rule.Condition.BETWEEN, List.of(terms.text(from - 1), terms.text(to - 1)));
    }
}
