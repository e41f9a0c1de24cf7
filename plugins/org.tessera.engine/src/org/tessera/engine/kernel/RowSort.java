package org.tessera.engine.kernel;

import java.util.Arrays;
import java.util.Comparator;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * Lexicographic order of rows. Column after column: the leading bits of the values are packed with the row numbers into
 * longs and sorted; equal runs go on with the next column. O(n log n) for continuous columns, O(n d log n) at worst.
 */
public final class RowSort {

    private static final int SMALL = 24;

    private final double[] values;
    private final int d;
    private final int[] order;
    private final KeySort keys;
    private final long mask;
    private final CancellationCheck cancellation;

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

    /** Whether two rows have the same values. */
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
        while (column < d && constant(from, to, column)) {
            column++;
        }
        if (to - from < 2 || column == d) {
            return;
        }
        if (to - from <= SMALL) {
            insert(from, to, column);
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

    private boolean constant(int from, int to, int column) {
        for (int i = from + 1; i < to; i++) {
            if (value(i, column) != value(from, column)) {
                return false;
            }
        }
        return true;
    }

    private void insert(int from, int to, int column) {
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

    /** A run whose leading bits are equal: by the whole value, then by row number. */
    private void sortExactly(int from, int to, int column) {
        if (constant(from, to, column)) {
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

    /** Bits whose signed order is the order of the values; both zeros give the same. */
    private static long sortable(double value) {
        return KeySort.key(value + 0.0);
    }
}
