package org.tessera.knime.kit;

import org.knime.core.node.KNIMEException;
import org.tessera.engine.run.SegmentationException;

/** The bound of usable numbers: infinite numbers and numbers whose squares would overflow lie beyond it. */
final class UsableNumber {

    /** The largest magnitude, whose square remains finite when summed over many rows and columns. */
    static final double MAX_MAGNITUDE = 1e150;

    private static final String BOUNDS = "numbers have to lie from -1e150 to 1e150";

    private UsableNumber() {}

    /** The location of a number: column and row of the table, from 0. */
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
