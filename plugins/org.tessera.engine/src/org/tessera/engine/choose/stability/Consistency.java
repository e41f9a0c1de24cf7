package org.tessera.engine.choose.stability;

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
    public static final Consistency UNKNOWN =
            new Consistency(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /**
     * The figures of a measurement that compare segmentations.
     *
     * @param stability what was measured
     * @param baseline the same without segments
     * @return the figures
     */
    public static Consistency of(Stability stability, Baseline baseline) {
        return new Consistency(
                stability.adjustedRand(),
                baseline.adjustedRand(),
                stability.meanJaccard(),
                stability.worstJaccard(),
                baseline.jaccard());
    }

    /**
     * How much more consistently the segments are found again than without segments.
     *
     * @return the difference of the adjusted Rand indices, -1.5 to 1.5; that of the segments itself where the algorithm finds
     *     none in tables without segments; NaN if not measured
     */
    public double gain() {
        return Double.isNaN(nullAdjustedRand) ? adjustedRand : adjustedRand - nullAdjustedRand;
    }
}
