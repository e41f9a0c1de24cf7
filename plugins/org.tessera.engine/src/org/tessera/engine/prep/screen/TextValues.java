package org.tessera.engine.prep.screen;

import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Numbers;

/**
 * How the values of a categorical column are distributed: whether they identify the rows or are free text, such as names
 * and comments. Missing entries do not count.
 *
 * <p>A category carries customers if at least max(2, min(5, n / 20), n / 200) of the n known values are of it: half a
 * percent, but five customers in a table of some hundred and two in a tiny one. Rarer ones could only make segments of a
 * handful of customers. The limit of half a percent lets a hundred areas and more of about equal size count.
 *
 * @param rows number of rows
 * @param known number of known values
 * @param distinct number of distinct ones
 * @param smallest the number of rows from which on a category carries customers
 * @param carried number of values in such categories
 */
public record TextValues(int rows, int known, int distinct, int smallest, int carried) {

    private static final double DISTINCT = 0.9;
    /** Fewest values, such as comments of a few customers, that tell by being all different. */
    private static final int MIN_NOTES = 5;

    private static final double MIN_CARRIED = 1 / 3.0;

    /**
     * Counts values. O(n).
     *
     * @param column the column
     * @return the counts
     */
    public static TextValues of(CategoryColumn column) {
        int[] counts = new int[column.levels().size()];
        int known = 0;
        for (int code : column.codes()) {
            if (code != CategoryColumn.MISSING) {
                counts[code]++;
                known++;
            }
        }
        int smallest = (int) Math.ceil(Math.max(2, Math.max(Math.min(5, known / 20.0), known / 200.0)));
        int distinct = 0;
        int carried = 0;
        for (int count : counts) {
            distinct += count > 0 ? 1 : 0;
            carried += count >= smallest ? count : 0;
        }
        return new TextValues(column.size(), known, distinct, smallest, carried);
    }

    /**
     * Whether the values identify rows.
     *
     * @return whether at least nine in ten of 20 or more values are distinct, or all of 5 or more in 20 rows or more
     */
    public boolean areIds() {
        return known >= NumberIds.MIN_ROWS
                ? distinct >= DISTINCT * known
                : rows >= NumberIds.MIN_ROWS && known >= MIN_NOTES && distinct == known;
    }

    /** @return whether fewer than a third of 20 or more values are in categories that carry customers */
    public boolean areRare() {
        return known >= NumberIds.MIN_ROWS && carried < MIN_CARRIED * known;
    }

    /** @return why the column looks like an id, as a predicate */
    public String looksLikeId() {
        return looksLikeId(distinct, known);
    }

    /** @return why the column is free text, as a predicate */
    public String looksLikeText() {
        return "looks like names or free text: " + Numbers.count(distinct) + " different values, and only "
                + Numbers.percent(carried / (double) known) + " of the customers share theirs with "
                + Numbers.count(smallest - 1L) + " or more others";
    }

    static String looksLikeId(int distinct, int known) {
        return "looks like a row number or id: "
                + (distinct == known
                        ? "every value occurs once"
                        : Numbers.count(distinct) + " different values in " + Numbers.count(known, "row"));
    }
}
