package org.tessera.engine.profile;

import java.util.List;

/**
 * A classification rule for a segment: a conjunction of conditions on source columns. A missing value fulfills only the
 * conditions that say so.
 *
 * <p>The rule was found on one half of the customers; coverage and precision are those of the other half. Segments of fewer
 * than {@value HoldOut#MIN_CUSTOMERS} customers cannot be halved: their figures are of the customers by whom the rule was
 * found, and have no intervals.
 *
 * @param conditions the conditions, all of which must hold
 * @param coverage share of the segment's customers that fulfill the rule (recall), 0 to 1
 * @param coverageInterval its 95 % interval by Wilson
 * @param precision share of the customers that fulfill the rule who are in the segment, 0 to 1; NaN if none does
 * @param precisionInterval its 95 % interval by Wilson
 * @param remark what to know of it, a sentence, or ""
 */
public record Rule(
        List<Condition> conditions,
        double coverage,
        Interval coverageInterval,
        double precision,
        Interval precisionInterval,
        String remark) {

    /** Smallest coverage of a rule that is offered. */
    public static final double MIN_COVERAGE = 0.3;
    /** Coverage and precision of a rule that identifies its segment. */
    public static final double GOAL = 0.8;

    /** Copies the conditions. */
    public Rule {
        conditions = List.copyOf(conditions);
    }

    /** @return whether it identifies its segment: coverage and precision of at least {@value #GOAL} */
    public boolean reachesGoal() {
        return coverage >= GOAL && precision >= GOAL;
    }

    /**
     * A condition on one column.
     *
     * @param column the column's name
     * @param operator {@code >=}, {@code <} or {@code between} (numbers), {@code =} or {@code is not} (categories),
     *     {@code is missing} or {@code is not missing}
     * @param values the threshold or the category as text; for {@code between} the smallest value and the one below which
     *     it has to be; several categories, of which one is enough, or which are all excluded; none for missing
     * @param orMissing whether customers without a value fulfill it, too
     */
    public record Condition(String column, String operator, List<String> values, boolean orMissing) {

        static final String BETWEEN = "between";

        /** Copies the values. */
        public Condition {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            String text = switch (values.size()) {
                case 0 -> operator;
                case 2 -> operator.equals(BETWEEN) ? ">= " + values.get(0) + " and < " + values.get(1) : listed();
                default -> listed();
            };
            return column + " " + text + (orMissing ? " (or missing)" : "");
        }

        private String listed() {
            return operator + " " + String.join(" or ", values);
        }
    }

    /** @return e.g. "Age >= 44 and Home = owner or rent" */
    public String text() {
        return String.join(" and ", conditions.stream().map(Condition::toString).toList());
    }
}
