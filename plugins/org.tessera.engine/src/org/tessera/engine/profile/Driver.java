package org.tessera.engine.profile;

/**
 * The association of a column with the segments, noise left out: how much the column differs between them.
 *
 * @param column the column's name
 * @param measure "eta squared" (numeric columns: the share of the variance between segments) or "Cramer's V"
 *     (categorical columns, with the bias correction of Bergsma 2013, doi:10.1016/j.jkss.2012.10.002)
 * @param effect the measure's value, 0 to 1; 0 for constant columns and for one segment
 * @param strength effect size on a common scale, 0 to 1: the correlation ratio eta, or Cramer's V
 * @param rank rank by strength, 1 for the strongest
 */
public record Driver(String column, String measure, double effect, double strength, int rank) {

    /** Name of the measure of numeric columns. */
    public static final String ETA_SQUARED = "eta squared";

    /** Name of the measure of categorical columns. */
    public static final String CRAMERS_V = "Cramer's V";
}
