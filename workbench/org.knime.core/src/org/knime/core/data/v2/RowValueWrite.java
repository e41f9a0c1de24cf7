package org.knime.core.data.v2;

/**
 * The values of a row that is being written.
 *
 * @param <R> the rows it can be copied from
 */
public interface RowValueWrite<R extends RowValueRead> {

    /**
     * Counts the columns.
     *
     * @return the number of columns
     */
    int getNumColumns();

    /**
     * Gives the place of one column.
     *
     * @param <W> the value type to write, such as {@code DoubleWriteValue} for a column of doubles
     * @param index the column's position, from 0
     * @return the place
     */
    <W extends WriteValue<?>> W getWriteValue(int index);

    /**
     * Makes a value missing.
     *
     * @param index the column's position, from 0
     */
    void setMissing(int index);

    /**
     * Copies all values.
     *
     * @param row the row to copy, of the same columns
     */
    void setFrom(R row);
}
