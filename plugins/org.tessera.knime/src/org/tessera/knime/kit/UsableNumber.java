package org.tessera.knime.kit;

import org.knime.core.node.KNIMEException;
import org.tessera.engine.run.SegmentationException;

/** The bound of numbers that can be computed with: infinite ones, and ones whose squares would overflow, lie beyond. */
final class UsableNumber {

    /** The largest magnitude: its square, summed over many rows and columns, is still finite. */
    static final double LARGEST = 1e150;

    private static final String BOUNDS = "numbers have to lie from -1e150 to 1e150";

    private UsableNumber() {}

    /** Where a number stands: column and row of the table, from 0. */
    record Place(String column, int columnIndex, String rowId, long rowIndex) {}

    static KNIMEException refusal(double value, Place place) {
        SegmentationException parts = new SegmentationException(
                "Column '" + place.column() + "' holds " + value + " in row '" + place.rowId() + "', but " + BOUNDS,
                "correct the value",
                "make the value missing",
                "leave the column out");
        return Failures.ofCell(parts, place.columnIndex(), place.rowIndex(), value + " is beyond: " + BOUNDS + ".");
    }
}
