package org.tessera.engine.profile;

import java.util.List;
import org.tessera.engine.data.Numbers;

/**
 * A simple rule for a segment in the customers' units. A missing value fulfills no condition.
 *
 * @param conditions all must hold
 * @param coverage the share of the segment's customers that fulfill the rule, 0 to 1
 * @param precision the share of the customers that fulfill the rule who are in the segment, 0 to 1
 */
public record Rule(List<Condition> conditions, double coverage, double precision) {

    /** Copies the conditions. */
    public Rule {
        conditions = List.copyOf(conditions);
    }

    /**
     * One condition.
     *
     * @param column the column's name
     * @param operator {@code >=} or {@code <} (numbers), {@code =} or {@code is not} (categories)
     * @param value the number, date or category as text
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

    /** @return the text with its quality, e.g. "Age >= 44 and Home = owner (covers 78 %, precision 85 %)" */
    public String summary() {
        return text() + " (covers " + Numbers.roughPercent(coverage) + ", precision " + Numbers.roughPercent(precision)
                + ")";
    }
}
