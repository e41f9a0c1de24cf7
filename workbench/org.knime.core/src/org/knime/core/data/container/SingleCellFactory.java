package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;

/** A cell factory of one column. Override one of the two {@code getCell}. */
public abstract class SingleCellFactory extends AbstractCellFactory {

    /**
     * Creates a factory that computes row after row.
     *
     * @param newColSpec the new column
     */
    public SingleCellFactory(DataColumnSpec newColSpec) {
        super(newColSpec);
    }

    /**
     * Creates a factory.
     *
     * @param processConcurrently whether rows may be computed at the same time
     * @param newColSpec the new column
     */
    public SingleCellFactory(boolean processConcurrently, DataColumnSpec newColSpec) {
        super(processConcurrently, newColSpec);
    }

    /**
     * Creates a factory.
     *
     * @param processConcurrently whether rows may be computed at the same time
     * @param workerCount how many rows may be computed at the same time
     * @param maxQueueSize how many rows may wait
     * @param newColSpec the new column
     */
    public SingleCellFactory(
            boolean processConcurrently, int workerCount, int maxQueueSize, DataColumnSpec newColSpec) {
        super(processConcurrently, workerCount, maxQueueSize, newColSpec);
    }

    /**
     * Computes the new cell of a row.
     *
     * @param row the row
     * @return the cell
     */
    public DataCell getCell(DataRow row) {
        throw new UnsupportedOperationException(
                getClass().getName() + " overrides neither getCell(DataRow) nor getCell(DataRow, long).");
    }

    /**
     * Computes the new cell of a row.
     *
     * @param row the row
     * @param rowIndex its position, from 0
     * @return the cell
     */
    public DataCell getCell(DataRow row, long rowIndex) {
        return getCell(row);
    }

    @Override
    public DataCell[] getCells(DataRow row, long rowIndex) {
        return new DataCell[] {getCell(row, rowIndex)};
    }
}
