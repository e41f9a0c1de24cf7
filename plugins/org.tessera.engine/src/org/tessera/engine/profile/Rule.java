package org.tessera.engine.profile;

import java.util.List;

/**
 * A classification rule for a segment: a conjunction of conditions on source columns. A missing value fulfills no
 * condition but {@code is missing}.
 *
 * @param conditions the conditions, all of which must hold
 * @param coverage share of the segment's customers that fulfill the rule (recall), 0 to 1
 * @param precision share of the customers that fulfill the rule who are in the segment, 0 to 1
 */
public record Rule(List<Condition> conditions, double coverage, double precision) {

    /** Smallest coverage of a rule that is offered. */
    public static final double MIN_COVERAGE = 0.3;

    /** Copies the conditions. */
    public Rule {
        conditions = List.copyOf(conditions);
    }

    /**
     * A condition on one column.
     *
     * @param column the column's name
     * @param operator {@code >=} or {@code <} (numbers), {@code =} or {@code is not} (categories), {@code is missing}
     *     or {@code is not missing}
     * @param values the threshold or the category as text; several categories, one of which is enough; none for missing
     */
    public record Condition(String column, String operator, List<String> values) {

        /** Copies the values. */
        public Condition {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.isEmpty()
                    ? column + " " + operator
                    : column + " " + operator + " " + String.join(" or ", values);
        }
    }

    /** @return e.g. "Age >= 44 and Home = owner or rent" */
    public String text() {
        return String.join(" and ", conditions.stream().map(Condition::toString).toList());
    }
}
