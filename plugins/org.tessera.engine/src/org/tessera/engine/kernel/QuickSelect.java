package org.tessera.engine.kernel;

import org.tessera.engine.run.CancellationCheck;

/** Parts row numbers at a place by the values of a column. Hoare (1961), Algorithm 65: find. O(n) on average. */
final class QuickSelect {

    private final double[] values;
    private final int d;
    private final int[] rows;
    private final CancellationCheck cancellation;

    /**
     * @param values row-major values
     * @param d number of columns
     * @param rows row numbers, parted in place
     * @param pace asked about every value
     */
    QuickSelect(double[] values, int d, int[] rows, CancellationCheck cancellation) {
        this.values = values;
        this.d = d;
        this.rows = rows;
        this.cancellation = cancellation;
    }

    /** Parts the places from start to end, exclusively: then no value before the middle is above one from it on. */
    void part(int start, int end, int middle, int column) {
        int lo = start;
        int hi = end - 1;
        while (lo < hi) {
            double pivot = value((lo + hi) >>> 1, column);
            int i = lo;
            int j = hi;
            while (i <= j) {
                cancellation.step();
                while (value(i, column) < pivot) {
                    i++;
                }
                while (value(j, column) > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swap = rows[i];
                    rows[i++] = rows[j];
                    rows[j--] = swap;
                }
            }
            if (middle <= j) {
                hi = j;
            } else if (middle >= i) {
                lo = i;
            } else {
                return;
            }
        }
    }

    private double value(int place, int column) {
        return values[rows[place] * d + column];
    }
}
