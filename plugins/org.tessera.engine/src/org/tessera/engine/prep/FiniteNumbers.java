package org.tessera.engine.prep;

import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.SegmentationException;

/** Refuses infinite numbers, naming the column and the row. */
final class FiniteNumbers {

    private FiniteNumbers() {}

    static void check(NumericColumn column) {
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
