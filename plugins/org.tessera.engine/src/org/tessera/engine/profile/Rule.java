package org.tessera.engine.profile;

import java.util.List;

/**
 * A classification rule for a segment: a conjunction of conditions on source columns. A missing value fulfills no
 * condition.
 *
 * @param conditions the conditions, all of which must hold
 * @param coverage share of the segment's customers that fulfill the rule (recall), 0 to 1
 * @param precision share of the customers that fulfill the rule who are in the segment, 0 to 1
 */
public record Rule(List<Condition> conditions, double coverage, double precision) {

    /** Copies the conditions. */
    public Rule {
        conditions = List.copyOf(conditions);
    }

    /**
     * A condition on one column.
     *
     * @param column the column's name
     * @param operator {@code >=} or {@code <} (numbers), {@code =} or {@code is not} (categories)
     * @param value the threshold or category as text
     */
    public record Condition(String column, String operator, String value) {

        @Override
        public String toString() {
            return column + " " + operator + " " + value;
        }
    }

    /** @return e.g. "Age >= 44 and Home = owner" */
    public String text() {
        return String.join(" and ", conditions.stream().map(Condition::toString).toList());
    }
}
