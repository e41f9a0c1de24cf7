package org.tessera.engine.profile;

import org.tessera.engine.data.Quantity;

/**
 * The distribution of a numeric column in a segment, against all clustered customers.
 *
 * @param column the column's name
 * @param count number of the segment's customers with a value
 * @param missingShare share of the segment's customers without a value; infinities count as missing
 * @param overallMissingShare share of all clustered customers without a value
 * @param segment summary of the segment's values
 * @param overall summary of the values of all clustered customers, noise included
 * @param quantity what the numbers measure
 * @param rank rank by absolute effect among the segment's columns, 1 for the largest
 */
public record NumericProfile(
        String column,
        int count,
        double missingShare,
        double overallMissingShare,
        NumericSummary segment,
        NumericSummary overall,
        Quantity quantity,
        int rank)
        implements ColumnProfile {

    /** @return the segment's mean minus the overall mean, NaN if there is no value */
    public double difference() {
        return segment.mean() - overall.mean();
    }

    /** @return the difference divided by the overall standard deviation, 0 without values or spread */
    @Override
    public double effect() {
        double effect = difference() / overall.sd();
        return Double.isFinite(effect) ? effect : 0;
    }
}
