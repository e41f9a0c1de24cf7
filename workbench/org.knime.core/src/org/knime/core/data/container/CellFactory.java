package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Computes new columns of a table row by row. Override one of the two {@code getCells}. */
public interface CellFactory {

    /**
     * Computes the new cells of a row.
     *
     * @param row the row
     * @return a cell per new column
     */
    default DataCell[] getCells(DataRow row) {
        throw new UnsupportedOperationException(
                getClass().getName() + " overrides neither getCells(DataRow) nor" + " getCells(DataRow, long).");
    }

    /**
     * Computes the new cells of a row.
     *
     * @param row the row
     * @param rowIndex its position, from 0
     * @return a cell per new column
     */
    default DataCell[] getCells(DataRow row, long rowIndex) {
        return getCells(row);
    }

    /**
     * Describes the new columns.
     *
     * @return the columns, always the same
     */
    DataColumnSpec[] getColumnSpecs();

    /**
     * Reports progress.
     *
     * @param curRowNr how many rows are done
     * @param rowCount how many there are
     * @param lastKey the key of the row done last
     * @param exec what to report to
     */
    void setProgress(int curRowNr, int rowCount, RowKey lastKey, ExecutionMonitor exec);

    /**
     * Reports progress.
     *
     * @param curRowNr how many rows are done
     * @param rowCount how many there are
     * @param lastKey the key of the row done last
     * @param exec what to report to
     */
    default void setProgress(long curRowNr, long rowCount, RowKey lastKey, ExecutionMonitor exec) {
        setProgress(Math.toIntExact(curRowNr), Math.toIntExact(rowCount), lastKey, exec);
    }
}
