package org.tessera.engine.select;

/**
 * What a segmentation has to fulfill to be of use, whatever its metrics say.
 *
 * @param minimumShare the smallest share of all customers that every segment must hold, 0 to 1; 0 asks for nothing
 * @param maximumShare the largest share of all customers that a segment may hold, 0 to 1; 1 asks for nothing
 * @param maximumNoise the largest share of all customers that may be noise, 0 to 1; 1 asks for nothing
 * @param minimumSilhouette the smallest mean silhouette of every segment, -1 to 1; -1 asks for nothing. Noise is no segment
 *     and no neighbor here; how much of it there may be is a guard of its own
 * @param distinctFromColumns whether segments must say more than one column of the customers, or two columns crossed
 */
public record Guards(
        double minimumShare,
        double maximumShare,
        double maximumNoise,
        double minimumSilhouette,
        boolean distinctFromColumns) {

    /** Default smallest share: below it a segment is a handful of far customers rather than a group to address. */
    public static final double MINIMUM_SHARE = 0.02;

    /**
     * Default largest share. With nine of ten customers in one segment the segmentation says little more than that nearly
     * all customers are alike: it splits off a fringe, which silhouettes reward. 0.9 still lets through a genuine tenth.
     */
    public static final double MAXIMUM_SHARE = 0.90;

    /** Default largest share of noise. */
    public static final double MAXIMUM_NOISE = 0.20;

    /** Default smallest mean silhouette: below 0 the customers of a segment are on average nearer to another one. */
    public static final double MINIMUM_SILHOUETTE = 0;

    /** Checks the bounds. */
    public Guards {
        check("Smallest segment share", minimumShare, 0);
        check("Largest segment share", maximumShare, 0);
        check("Largest noise share", maximumNoise, 0);
        check("Smallest silhouette of a segment", minimumSilhouette, -1);
    }

    private static void check(String what, double value, double min) {
        if (!(value >= min && value <= 1)) {
            throw new IllegalArgumentException(what + " " + value + " is outside " + (int) min + " to 1");
        }
    }

    /** @return at least 2 % and at most 90 % per segment, 20 % noise, no silhouette below 0, no copy of a column */
    public static Guards defaults() {
        return new Guards(MINIMUM_SHARE, MAXIMUM_SHARE, MAXIMUM_NOISE, MINIMUM_SILHOUETTE, true);
    }

    /** @return guards that every segmentation passes */
    public static Guards none() {
        return new Guards(0, 1, 1, -1, false);
    }

    /** @return whether the silhouettes of the segments are needed */
    boolean needSilhouettes() {
        return minimumSilhouette > -1;
    }

    /**
     * The same with other shares of segments.
     *
     * @param smallest smallest share of a segment, 0 to 1
     * @param largest largest share of a segment, 0 to 1
     * @return new guards
     */
    public Guards withShares(double smallest, double largest) {
        return new Guards(smallest, largest, maximumNoise, minimumSilhouette, distinctFromColumns);
    }

    /**
     * The same with another limit of noise.
     *
     * @param share largest share of noise, 0 to 1
     * @return new guards
     */
    public Guards withNoise(double share) {
        return new Guards(minimumShare, maximumShare, share, minimumSilhouette, distinctFromColumns);
    }

    /**
     * The same with another limit of the worst segment's silhouette.
     *
     * @param silhouette smallest mean silhouette of a segment, -1 to 1
     * @return new guards
     */
    public Guards withSilhouette(double silhouette) {
        return new Guards(minimumShare, maximumShare, maximumNoise, silhouette, distinctFromColumns);
    }

    /**
     * The same with or without the comparison with columns.
     *
     * @param distinct whether segments must say more than one column, or two crossed
     * @return new guards
     */
    public Guards withDistinctFromColumns(boolean distinct) {
        return new Guards(minimumShare, maximumShare, maximumNoise, minimumSilhouette, distinct);
    }
}
