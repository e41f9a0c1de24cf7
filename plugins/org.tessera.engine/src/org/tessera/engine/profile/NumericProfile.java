package org.tessera.engine.profile;

import org.tessera.engine.data.Quantity;

/**
 * The distribution of a numeric column in a segment, against all clustered customers.
 *
 * @param column the column's name
 * @param count number of the segment's customers with a value
 * @param missingShare share of the segment's customers without a value; infinities count as missing
 * @param overallMissingShare share of all clustered customers without a value
 * @param missingInterval 95 % confidence interval of the effect of missing entries
 * @param segment summary of the segment's values
 * @param overall summary of the values of all clustered customers, noise included
 * @param quantity what the numbers measure
 * @param effect the difference of the means on the scale of the preparation ({@link
 *     org.tessera.engine.profile.columns.PreparedScale}), divided by the overall standard deviation there; 0 without values or
 *     spread
 * @param effectInterval its 95 % confidence interval
 * @param rank rank by absolute effect among the segment's columns, 1 for the largest
 */
public record NumericProfile(
        String column,
        int count,
        double missingShare,
        double overallMissingShare,
        Interval missingInterval,
        NumericSummary segment,
        NumericSummary overall,
        Quantity quantity,
        double effect,
        Interval effectInterval,
        int rank)
        implements ColumnProfile {

    /** @return the segment's mean minus the overall mean, NaN if there is no value */
    public double difference() {
        return segment.mean() - overall.mean();
    }

    /** The figure of a distribution that says which way the effect goes. */
    enum Figure {
        /** The arithmetic mean. */
        MEAN,
        /** The median, where the mean says the opposite because of a few large values. */
        MEDIAN,
        /** Neither of them. */
        NONE
    }

    /** The figure that differs from that of all customers in the direction of the effect. */
    Figure figure() {
        if (difference() * effect > 0) {
            return Figure.MEAN;
        }
        return (segment.median() - overall.median()) * effect > 0 ? Figure.MEDIAN : Figure.NONE;
    }
}
