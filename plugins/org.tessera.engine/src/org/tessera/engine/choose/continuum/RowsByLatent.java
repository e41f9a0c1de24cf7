package org.tessera.engine.choose.continuum;

import java.util.Arrays;

/** Sorts rows by a latent variable. */
final class RowsByLatent {

    private RowsByLatent() {}

    /**
     * Rows in ascending order of a variable in single precision, equal ones by number. O(n log n).
     *
     * @param rows the rows to sort
     * @param z the variable of all rows
     * @return the same rows, sorted
     */
    static int[] sorted(int[] rows, double[] z) {
        long[] keys = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int bits = Float.floatToIntBits((float) z[rows[i]]);
            int ordered = bits ^ (bits >> 31 & Integer.MAX_VALUE);
            keys[i] = (long) ordered << 32 | rows[i];
        }
        Arrays.sort(keys);
        int[] sorted = new int[rows.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (int) keys[i];
        }
        return sorted;
    }
}
