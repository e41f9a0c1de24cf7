package org.tessera.workbench.kernel.data;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.v2.ReadValue;

/** The immutable content of one column. Rows are counted from 0; asking beyond {@code size} is an error. */
abstract class Column {

    private final Missing missing;
    private final long size;

    Column(Missing missing, long size) {
        this.missing = missing;
        this.size = size;
    }

    final long size() {
        return size;
    }

    final boolean isMissing(long row) {
        return missing.at(row);
    }

    final Missing missing() {
        return missing;
    }

    // Makes the cell of one row, a missing one with its reason where the value is missing.
    final DataCell cell(long row) {
        return missing.at(row) ? missing.cell(row) : present(row);
    }

    // Makes the cell of a row whose value is not missing.
    abstract DataCell present(long row);

    // Finds the lowest and the highest value, NaN left out; two nulls without any.
    DataCell[] bounds(DataValueComparator order) {
        DataCell[] bounds = new DataCell[2];
        for (long row = 0; row < size; row++) {
            DataCell cell = isMissing(row) ? null : present(row);
            if (cell != null && !(cell instanceof DoubleValue number && Double.isNaN(number.getDoubleValue()))) {
                bounds[0] = bounds[0] == null || order.compare(cell, bounds[0]) < 0 ? cell : bounds[0];
                bounds[1] = bounds[1] == null || order.compare(cell, bounds[1]) > 0 ? cell : bounds[1];
            }
        }
        return bounds;
    }

    // Gives a value that shows the row at which the position is, as long as it is not missing there.
    abstract ReadValue reader(Position position);
}
