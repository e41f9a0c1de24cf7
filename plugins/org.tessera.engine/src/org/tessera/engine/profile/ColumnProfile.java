package org.tessera.engine.profile;

/** One column in one segment, against all clustered customers. */
public sealed interface ColumnProfile permits NumericProfile, CategoryProfile {

    /** @return the column's name */
    String column();

    /** @return the segment's customers with a value in this column */
    int count();

    /** @return the share of the segment's customers without a value, 0 to 1 */
    double missingShare();

    /**
     * How far the segment differs from all customers, in standard deviations of all customers: numeric the
     * difference of the means, categories the largest difference in the share of a listed category divided by
     * sqrt(p (1 - p)) with p its overall share.
     *
     * @return signed, 0 if not defined
     */
    double effect();

    /** @return the place of the column among the segment's columns by absolute effect, 1 for the largest */
    int rank();
}
