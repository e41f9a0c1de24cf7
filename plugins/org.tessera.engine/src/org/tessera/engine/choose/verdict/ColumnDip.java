package org.tessera.engine.choose.verdict;

/**
 * The dip test of one number: a split in a single column, which a comparison with tables of the same margins cannot see.
 *
 * @param column the column's name
 * @param dip the dip of its values, smoothed, without spikes at its ends
 * @param p the share of uniform samples with at least this dip; small if the column has more than one hill
 */
public record ColumnDip(String column, double dip, double p) {

    /** Largest p-value of a split. */
    public static final double LEVEL = 0.01;
    /** Smallest dip of a split that is worth telling: two normal hills of the same size, 3 standard deviations apart. */
    public static final double MIN_DIP = 0.03;

    /** @return whether the column alone has more than one hill */
    public boolean isSplit() {
        return p <= LEVEL && dip >= MIN_DIP;
    }
}
