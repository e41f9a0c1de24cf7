package org.tessera.engine.prep.numbers;

import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.SegmentationException;

/** Rejects infinite numbers with an error that names the column and the row. */
public final class FiniteNumbers {

    private FiniteNumbers() {}

    /**
     * Checks that no number is infinite; missing numbers (NaN) pass. O(n).
     *
     * @param column the column
     * @throws SegmentationException at the first infinite number
     */
    public static void check(NumericColumn column) {
        double[] values = column.values();
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new SegmentationException(
                        "Column '" + column.name() + "' holds " + values[i] + " in row " + (i + 1)
                                + ", but numbers have to be finite",
                        "replace the number, for example with a missing value",
                        "leave the column out");
            }
        }
    }
}
