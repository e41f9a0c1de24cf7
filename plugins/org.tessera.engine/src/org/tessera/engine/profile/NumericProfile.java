package org.tessera.engine.profile;

import org.tessera.engine.data.Quantity;

/**
 * A numeric column in a segment.
 *
 * @param column the column's name
 * @param count the segment's customers with a value
 * @param missingShare the share of the segment's customers without a value; infinities count as missing
 * @param segment the segment's values
 * @param overall the values of all clustered customers, noise included
 * @param quantity what the numbers measure
 * @param rank place by absolute effect among the segment's columns
 */
public record NumericProfile(
        String column,
        int count,
        double missingShare,
        NumericSummary segment,
        NumericSummary overall,
        Quantity quantity,
        int rank)
        implements ColumnProfile {

    /** @return the segment's mean minus the overall mean, NaN if there is no value */
    public double difference() {
        return segment.mean() - overall.mean();
    }

    /** @return the difference in overall standard deviations, 0 if there is no value or no deviation */
    @Override
    public double effect() {
        double effect = difference() / overall.sd();
        return Double.isFinite(effect) ? effect : 0;
    }
}
