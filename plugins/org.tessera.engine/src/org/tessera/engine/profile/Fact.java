package org.tessera.engine.profile;

import java.util.List;

/**
 * One thing that can be said of a segment: how it differs from all customers in a column's numbers, in the share of one
 * or a few of its categories, or in the share of missing entries.
 *
 * @param source what is compared
 * @param profile the column in the segment
 * @param levels the categories by name, none for numbers, for missing entries and for flags, of which the column's name
 *     says enough
 * @param effect the difference in standard deviations of all customers
 * @param share share of the segment's customers, 0 to 1; NaN for numbers
 * @param overall share of all customers, 0 to 1; NaN for numbers
 * @param base number of the segment's customers that the figure is of
 */
record Fact(
        Source source,
        ColumnProfile profile,
        List<String> levels,
        double effect,
        double share,
        double overall,
        int base) {

    /** Fewest customers behind a fact; all of a smaller segment. */
    static final int MIN_CUSTOMERS = 5;

    /** Smallest share of the customers behind a fact. */
    static final double MIN_SHARE = 0.05;

    /** Smallest effect in standard errors of the segment's figure, so that chance is not described. */
    private static final double STANDARD_ERRORS = 3;

    /** What is compared. */
    enum Kind {
        /** The mean of numbers. */
        NUMBER,
        /** The share of categories. */
        LEVELS,
        /** The share of missing entries. */
        MISSING
    }

    /**
     * What is compared, whatever the segment.
     *
     * @param column the column's index
     * @param kind what of it
     * @param levels codes of the categories in ascending order, none for other kinds
     */
    record Source(int column, Kind kind, List<Integer> levels) {}

    /** What is compared. */
    Kind kind() {
        return source.kind();
    }

    /** The absolute effect for comparisons, rounded so that equal ones are equal for any order of the rows. */
    double strength() {
        return Math.rint(Math.abs(effect) * 1e9);
    }

    /** Whether the difference is more than chance gives. */
    boolean isCertain() {
        return Math.abs(effect) * Math.sqrt(base) >= STANDARD_ERRORS;
    }

    /**
     * Whether enough customers are behind the difference of a share: at least {@value #MIN_CUSTOMERS} and a share of
     * {@value #MIN_SHARE} of the segment of what is more frequent in it (the category, or any other), and of all
     * customers of what is rarer in it.
     *
     * @param inside number of the segment's customers of this kind
     * @param base number of the segment's customers
     * @param all number of all customers of this kind
     * @param total number of all customers
     */
    static boolean isOffered(int inside, int base, int all, int total) {
        boolean more = (double) inside / base > (double) all / total;
        return more
                ? areEnough(inside, base) && areEnough(total - all, total)
                : areEnough(base - inside, base) && areEnough(all, total);
    }

    private static boolean areEnough(int customers, int of) {
        return customers >= Math.min(MIN_CUSTOMERS, of) && customers >= MIN_SHARE * of;
    }

    /** The difference of two shares in standard deviations of all customers, 0 if not defined. */
    static double effect(double share, double overall) {
        double effect = (share - overall) / Math.sqrt(overall * (1 - overall));
        return Double.isFinite(effect) ? effect : 0;
    }
}
