package org.knime.core.data.v2;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKeyValue;
import org.knime.core.data.def.DefaultRow;

/** One row read through a {@link RowCursor}: its key and values. */
public interface RowRead extends RowValueRead {

    /**
     * Reads the key.
     *
     * @return the key, which shows the next row's when the cursor moves on
     */
    RowKeyValue getRowKey();

    /**
     * Makes a row that stays as it is when the cursor moves on.
     *
     * @return the row
     */
    default DataRow materializeDataRow() {
        DataCell[] cells = IntStream.range(0, getNumColumns())
                .mapToObj(this::getAsDataCell)
                .toArray(DataCell[]::new);
        return new DefaultRow(getRowKey().materializeRowKey(), cells);
    }

    /**
     * Reads a row of cells.
     *
     * @param row the row, or null
     * @return its reader, or null
     */
    static RowRead from(DataRow row) {
        return row == null ? null : suppliedBy(() -> row, row.getNumCells());
    }

    /**
     * Reads changing rows of cells.
     *
     * @param currentRowSupplier gives the row to read now
     * @param numColumns the number of columns of all rows
     * @return the reader
     */
    static RowRead suppliedBy(Supplier<DataRow> currentRowSupplier, int numColumns) {
        return new SuppliedRowRead(currentRowSupplier, numColumns);
    }
}
