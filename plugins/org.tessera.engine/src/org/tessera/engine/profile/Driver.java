package org.tessera.engine.profile;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.profile.columns.ColumnRole;

/**
 * The association of a column with the segments, noise left out: how much the column differs between them.
 *
 * @param column the column's name
 * @param measure "eta squared" (numeric columns: the share of the variance between segments on the scale of the preparation,
 *     whose name follows if it is not their own), "Cramer's V" (categorical
 *     columns, with the bias correction of Bergsma 2013, doi:10.1016/j.jkss.2012.10.002), or "Cramer's V of missing or
 *     not" where that is stronger
 * @param effect the measure's value, 0 to 1; 0 for constant columns and for one segment
 * @param strength effect size on a common scale, 0 to 1: the correlation ratio eta, or Cramer's V
 * @param interval 95 % confidence interval of the strength, with the segments taken as given (noncentral
 *     chi-squared, with a variance by the delta method)
 * @param rank rank by strength, 1 for the strongest
 * @param role what the column was for the segmentation
 * @param separation the column's share of how far the centers of the segments lie apart, 0 to 1 ({@link
 *     org.tessera.engine.profile.columns.Separation}); NaN for columns from which the segments were not made
 * @param sameAs a stronger column that says the same of the customers, or is missing for the same ones where both
 *     differ most by that, or ""
 * @param told share of the customers whose segment the column alone tells, 0 to 1; NaN with fewer than two segments
 * @param nearly whether the column alone is nearly the segmentation
 */
public record Driver(
        String column,
        String measure,
        double effect,
        double strength,
        Interval interval,
        int rank,
        ColumnRole role,
        double separation,
        String sameAs,
        double told,
        boolean nearly) {

    /** Name of the measure of numeric columns. */
    public static final String ETA_SQUARED = "eta squared";

    /** Name of the measure of categorical columns. */
    public static final String CRAMERS_V = "Cramer's V";

    /** Name of the measure of columns by whose missing entries the segments differ most. */
    public static final String CRAMERS_V_OF_MISSING = "Cramer's V of missing or not";

    /** Smallest strength at which a column that was not used may be an outcome. */
    public static final double OUTCOME = 0.5;

    /** Checks that nothing is null. */
    public Driver {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(sameAs, "sameAs");
    }

    /** An association of a column of which nothing else is known. */
    Driver(String column, String measure, double effect, double strength, Interval interval) {
        this(column, measure, effect, strength, interval, 0, ColumnRole.UNKNOWN, Double.NaN, "", Double.NaN, false);
    }

    /** @return whether the segmentation did not use the column, but its segments follow it closely */
    public boolean mayBeOutcome() {
        return role == ColumnRole.NOT_USED && sameAs.isEmpty() && (nearly || strength >= OUTCOME);
    }

    /** @return what to know before the column is read as a reason for the segments, or "" */
    public String remark() {
        String near = nearly
                ? "nearly the segmentation: tells the segment of " + Numbers.percent(told) + " of the customers"
                : "";
        String outcome = mayBeOutcome() ? "may be an outcome of the segments, not a cause" : "";
        return Stream.of(near, outcome).filter(s -> !s.isEmpty()).collect(Collectors.joining("; "));
    }
}
