package org.tessera.engine.choose.continuum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values of a number that many rows share, such as zero or an imputed value. */
public final class Spikes {

    /** Share of the rows that makes a value a spike. */
    public static final double MIN_SHARE = 0.05;
    /** Numbers with no more different values have no spikes: they are counts or marks. */
    public static final int MIN_DISTINCT = 20;

    /** Most different values of marks; whole numbers with more are counts. */
    private static final int MAX_MARKS = 7;

    private Spikes() {}

    /**
     * Finds spikes. O(n log n).
     *
     * @param column n values
     * @return the values that are spikes, ascending; none if there are few different values
     */
    public static double[] values(double[] column) {
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        List<Double> shared = new ArrayList<>();
        int distinct = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = runEnd(sorted, from);
            if (to - from >= Math.max(2, MIN_SHARE * sorted.length)) {
                shared.add(sorted[from]);
            }
            distinct++;
            from = to;
        }
        return distinct > MIN_DISTINCT
                ? shared.stream().mapToDouble(Double::doubleValue).toArray()
                : new double[0];
    }

    /**
     * Whether a column has more than {@value #MIN_DISTINCT} different values.
     *
     * @param column n values
     * @return true if it has
     */
    public static boolean hasManyValues(double[] column) {
        return Arrays.stream(column).distinct().limit(MIN_DISTINCT + 1L).count() > MIN_DISTINCT;
    }

    /**
     * The values that stay where they are in tables without segments: spikes, and the lowest value of counts, such as that of
     * customers who bought once, if it is frequent enough. O(n log n).
     */
    static double[] kept(double[] column) {
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        long distinct =
                Arrays.stream(sorted).distinct().limit(MIN_DISTINCT + 1L).count();
        if (distinct <= MAX_MARKS || distinct > MIN_DISTINCT) {
            return values(column);
        }
        return runEnd(sorted, 0) >= MIN_SHARE * sorted.length ? new double[] {sorted[0]} : new double[0];
    }

    /** Where a run of equal values that begins at an index ends, exclusive. */
    static int runEnd(double[] sorted, int from) {
        int to = from + 1;
        while (to < sorted.length && sorted[to] == sorted[from]) {
            to++;
        }
        return to;
    }

    /** The first index of a value in a sorted column. */
    static int runStart(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
