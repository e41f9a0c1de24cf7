package org.tessera.engine.kernel;

import java.util.Arrays;
import java.util.Comparator;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * Sorts rows lexicographically, from the first column to the last: the leading bits of a column's values and the row
 * numbers are packed into longs and sorted; runs of equal values are sorted by the next column. O(n log n) where the
 * first column has few equal values, O(n d log n) at worst.
 */
public final class RowSort {

    /** Runs of no more rows are sorted by insertion. */
    private static final int MAX_INSERTION_ROWS = 24;

    private final double[] values;
    private final int d;
    private final int[] order;
    private final KeySort keys;
    /** The bits of the row number in a key. */
    private final long mask;

    private final CancellationCheck cancellation;

    /**
     * Prepares to sort.
     *
     * @param x n x d values without NaN
     * @param run threads, cancel
     */
    public RowSort(Matrix x, RunContext run) {
        cancellation = new CancellationCheck(run);
        int n = x.rows();
        values = x.values();
        d = x.columns();
        order = new int[n];
        Arrays.setAll(order, i -> i);
        keys = new KeySort(n, run);
        mask = (1L << (64 - Long.numberOfLeadingZeros(Math.max(1, n)))) - 1;
    }

    /** @return row numbers in lexicographic order, equal rows by number */
    public int[] sorted() {
        sort(0, order.length, 0);
        return order;
    }

    /**
     * Compares two rows.
     *
     * @param values row-major values
     * @param a number of a row
     * @param b number of another row
     * @param d number of columns
     * @return whether all values are equal; 0 and -0 are
     */
    public static boolean equal(double[] values, int a, int b, int d) {
        for (int j = 0; j < d; j++) {
            if (values[a * d + j] != values[b * d + j]) {
                return false;
            }
        }
        return true;
    }

    private double value(int position, int column) {
        return values[order[position] * d + column];
    }

    private void sort(int from, int to, int firstColumn) {
        int column = firstColumn;
        while (column < d && isConstant(from, to, column)) {
            column++;
        }
        if (to - from < 2 || column == d) {
            return;
        }
        if (to - from <= MAX_INSERTION_ROWS) {
            insertionSort(from, to, column);
            return;
        }
        sortByColumn(from, to, column);
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            cancellation.step();
            if (i == to || value(i, column) != value(start, column)) {
                sort(start, i, column + 1);
                start = i;
            }
        }
    }

    private boolean isConstant(int from, int to, int column) {
        for (int i = from + 1; i < to; i++) {
            if (value(i, column) != value(from, column)) {
                return false;
            }
        }
        return true;
    }

    private void insertionSort(int from, int to, int column) {
        for (int i = from + 1; i < to; i++) {
            int row = order[i];
            int hole = i;
            while (hole > from && compare(order[hole - 1], row, column) > 0) {
                order[hole] = order[hole - 1];
                hole--;
            }
            order[hole] = row;
        }
    }

    private int compare(int a, int b, int fromColumn) {
        for (int j = fromColumn; j < d; j++) {
            double x = values[a * d + j];
            double y = values[b * d + j];
            if (x != y) {
                return x < y ? -1 : 1;
            }
        }
        return Integer.compare(a, b);
    }

    private void sortByColumn(int from, int to, int column) {
        for (int i = from; i < to; i++) {
            cancellation.step();
            keys.set(i, (sortable(value(i, column)) & ~mask) | order[i]);
        }
        keys.sort(from, to);
        for (int i = from; i < to; i++) {
            order[i] = (int) (keys.at(i) & mask);
        }
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            cancellation.step();
            if (i == to || (keys.at(i) & ~mask) != (keys.at(start) & ~mask)) {
                sortExactly(start, i, column);
                start = i;
            }
        }
    }

    /** Sorts a run whose leading bits are equal by value, then by row number. */
    private void sortExactly(int from, int to, int column) {
        if (isConstant(from, to, column)) {
            return;
        }
        Integer[] rows = new Integer[to - from];
        Arrays.setAll(rows, i -> order[from + i]);
        Comparator<Integer> byValue =
                (a, b) -> Double.compare(values[a * d + column] + 0.0, values[b * d + column] + 0.0);
        Arrays.sort(rows, byValue.thenComparing(Comparator.naturalOrder()));
        for (int i = from; i < to; i++) {
            order[i] = rows[i - from];
        }
    }

    /** A long whose order is that of the value; the same for 0 and -0. */
    private static long sortable(double value) {
        return KeySort.key(value + 0.0);
    }
}
