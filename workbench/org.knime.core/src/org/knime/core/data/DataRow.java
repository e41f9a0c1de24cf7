package org.knime.core.data;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One row of a table: a key and a cell per column. */
public interface DataRow extends Iterable<DataCell> {

    /**
     * Counts the cells.
     *
     * @return the number of cells, without the key
     */
    int getNumCells();

    /**
     * Gives the key.
     *
     * @return the key
     */
    RowKey getKey();

    /**
     * Gives one cell.
     *
     * @param index the column's position, from 0
     * @return the cell, never null
     * @throws IndexOutOfBoundsException if there is no such column
     */
    DataCell getCell(int index);

    /**
     * Streams the cells in column order.
     *
     * @return the cells
     */
    default Stream<DataCell> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
