package org.tessera.engine.prep.screen;

import org.tessera.engine.data.NumericColumn;

/**
 * A numeric column standardized over its known rows, and its count sketch: rows are added with random signs into a few
 * buckets. Whatever linear relation holds among columns holds among their sketches, at the cost of one pass per column; one
 * that does not hold survives in so many buckets with probability 0 in practice (Clarkson and Woodruff 2017, Low-rank
 * approximation and regression in input sparsity time, doi:10.1145/3019134).
 *
 * @param column the column
 * @param mean mean of the known numbers
 * @param sd their population standard deviation, positive
 * @param largest their largest absolute value
 * @param unit the power of ten of which all numbers are whole multiples, 1 at most; 0 if it is below 1e-6
 * @param sketch the sums of the buckets
 */
record NumberSketch(NumericColumn column, double mean, double sd, double largest, double unit, double[] sketch) {

    private static final int MAX_DECIMALS = 6;
    private static final double WHOLE = 1e-6;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Sketches a column with spread. O(n). */
    static NumberSketch of(NumericColumn column, int buckets) {
        double[] values = column.values();
        double sum = 0;
        double largest = 0;
        int n = 0;
        for (double v : values) {
            if (!Double.isNaN(v)) {
                sum += v;
                largest = Math.max(largest, Math.abs(v));
                n++;
            }
        }
        double mean = sum / n;
        double squares = 0;
        double shift = 0;
        for (double v : values) {
            if (!Double.isNaN(v)) {
                squares += (v - mean) * (v - mean);
                shift += v - mean;
            }
        }
        mean += shift / n;
        double sd = Math.sqrt(squares / n);
        double[] sketch = new double[Math.min(n, buckets)];
        int row = 0;
        for (double v : values) {
            if (!Double.isNaN(v)) {
                add(sketch, row++, (v - mean) / sd, n);
            }
        }
        return new NumberSketch(column, mean, sd, largest, unit(values), sketch);
    }

    private static void add(double[] sketch, int row, double z, int n) {
        if (sketch.length == n) {
            sketch[row] = z;
        } else {
            long hash = (row + 1) * GOLDEN;
            hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
            hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
            hash ^= hash >>> 31;
            int bucket = (int) Long.remainderUnsigned(hash >>> 1, sketch.length);
            sketch[bucket] += (hash & 1) == 0 ? z : -z;
        }
    }

    /** The decimals with which the numbers are written, as a unit: 0.01 for amounts in cents. */
    static double unit(double[] values) {
        int decimals = 0;
        double factor = 1;
        for (double v : values) {
            while (!Double.isNaN(v) && Math.abs(v * factor - Math.rint(v * factor)) > WHOLE) {
                if (++decimals > MAX_DECIMALS) {
                    return 0;
                }
                factor *= 10;
            }
        }
        return 1 / factor;
    }
}
