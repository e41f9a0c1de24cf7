package org.tessera.engine.choose.sweep;

/**
 * How consistently a segmentation is found again in parts of the customers, beside what the same algorithm reaches in tables
 * with the same margins and correlations, and no segments. Values are NaN where they are not measured or not defined.
 *
 * @param adjustedRand mean adjusted Rand index of the segments of random halves, applied to all rows
 * @param nullAdjustedRand the same without segments
 * @param jaccard mean bootstrap Jaccard index of the segments, 0 to 1
 * @param worstJaccard bootstrap Jaccard index of the least stable segment, 0 to 1
 * @param nullJaccard the mean over segments in tables without segments
 */
public record Consistency(
        double adjustedRand, double nullAdjustedRand, double jaccard, double worstJaccard, double nullJaccard) {

    /** Not measured. */
    static final Consistency UNKNOWN = new Consistency(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
