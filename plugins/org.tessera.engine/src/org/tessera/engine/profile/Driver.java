package org.tessera.engine.profile;

/**
 * How much a column differs between segments, noise left out.
 *
 * @param column the column's name
 * @param measure "eta squared" (numeric: share of the variance that lies between segments) or "Cramer's V"
 *     (categories, bias-corrected after Bergsma 2013, doi:10.1016/j.jkss.2012.10.002)
 * @param effect the measure's value, 0 to 1; 0 for constant columns and for one segment
 * @param strength on one scale for both kinds, 0 to 1: the correlation ratio eta, or Cramer's V
 * @param rank place by strength, 1 for the strongest
 */
public record Driver(String column, String measure, double effect, double strength, int rank) {

    /** Name of the measure of numeric columns. */
    public static final String ETA_SQUARED = "eta squared";

    /** Name of the measure of columns of categories. */
    public static final String CRAMERS_V = "Cramer's V";
}
