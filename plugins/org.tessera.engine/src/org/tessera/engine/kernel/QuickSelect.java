package org.tessera.engine.kernel;

import org.tessera.engine.run.CancellationCheck;

/**
 * Quickselect: reorders values so that one stands where sorting would bring it, none before it is greater and none
 * after it is less. Hoare (1961), Algorithm 65: find, <a href="https://doi.org/10.1145/366622.366647">doi:
 * 10.1145/366622.366647</a>. O(n) on average. An instance selects rows by the values of a column.
 */
public final class QuickSelect {

    private final double[] values;
    private final int d;
    private final int[] rows;
    private final CancellationCheck cancellation;

    /**
     * @param values row-major values
     * @param d number of columns
     * @param rows row numbers, to be reordered
     * @param cancellation gets a step per comparison with the pivot
     */
    QuickSelect(double[] values, int d, int[] rows, CancellationCheck cancellation) {
        this.values = values;
        this.d = d;
        this.rows = rows;
        this.cancellation = cancellation;
    }

    /**
     * Reorders the rows at positions from {@code start} to {@code end}, exclusive: position {@code middle} is selected.
     */
    void select(int start, int end, int middle, int column) {
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

    private double value(int position, int column) {
        return values[rows[position] * d + column];
    }

    /**
     * Selects a value of an array.
     *
     * @param values finite values, to be reordered
     * @param start first index of the range
     * @param end index after the range, above {@code start}
     * @param middle index in the range
     * @return the value that stands at {@code middle} when the range is sorted; 0 and -0 are equal
     */
    public static double select(double[] values, int start, int end, int middle) {
        int lo = start;
        int hi = end - 1;
        while (lo < hi) {
            double pivot = values[(lo + hi) >>> 1];
            int i = lo;
            int j = hi;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = values[i];
                    values[i++] = values[j];
                    values[j--] = swap;
                }
            }
            if (middle <= j) {
                hi = j;
            } else if (middle >= i) {
                lo = i;
            } else {
                break;
            }
        }
        return values[middle];
    }
}
