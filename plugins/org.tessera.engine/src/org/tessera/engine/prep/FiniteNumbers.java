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
                throw new SegmentationException("Column '" + column.name() + "' holds " + values[i] + " in row "
                        + (i + 1) + ": replace infinite numbers, for example with a missing value, or leave the"
                        + " column out.");
            }
        }
    }
}
