package org.tessera.engine.profile;

/** The distribution of a column in a segment, against all clustered customers. */
public sealed interface ColumnProfile permits NumericProfile, CategoryProfile {

    /** @return the column's name */
    String column();

    /** @return the number of the segment's customers with a value in this column */
    int count();

    /** @return the share of the segment's customers without a value, 0 to 1 */
    double missingShare();

    /** @return the share of all clustered customers without a value, 0 to 1 */
    double overallMissingShare();

    /**
     * The difference of the shares without a value between the segment and all customers, divided by sqrt(p (1 - p))
     * for the overall share p.
     *
     * @return signed, 0 if not defined
     */
    default double missingEffect() {
        return Fact.effect(missingShare(), overallMissingShare());
    }

    /** @return the 95 % confidence interval of {@link #missingEffect} */
    Interval missingInterval();

    /**
     * The standardized difference between the segment and all customers: for numeric columns the difference of the
     * means divided by the overall standard deviation, on the scale of the preparation, for categorical columns the largest difference of the shares of
     * a listed category divided by sqrt(p (1 - p)) for its overall share p.
     *
     * @return signed, 0 if not defined
     */
    double effect();

    /**
     * @return the rank of the column by absolute effect, of values or of missing ones, among the segment's columns, 1
     *     for the largest
     */
    int rank();
}
