package org.tessera.knime.kit;

import org.tessera.engine.run.SegmentationException;

/** The bound of numbers that can be computed with: infinite ones, and ones whose squares would overflow, lie beyond. */
final class UsableNumber {

    /** The largest magnitude: its square, summed over many rows and columns, is still finite. */
    static final double LARGEST = 1e150;

    private UsableNumber() {}

    static SegmentationException refusal(double value, String column, String rowId) {
        return new SegmentationException("Column '" + column + "' holds " + value + " in row '" + rowId
                + "', but numbers have to lie from -1e150 to 1e150: correct the value, make it missing, or leave the"
                + " column out.");
    }
}
