package org.tessera.workbench.csv;

import java.io.IOException;
import org.tessera.workbench.kernel.data.ColumnWriter;

/** Takes the rows of a CSV file; values go to the columns, one to each, then the row is ended here. */
public interface RowSink {

    /**
     * Returns where the values of a column go.
     *
     * @param column the index of the column
     * @return takes a value or a missing value per row
     */
    ColumnWriter column(int column);

    /**
     * Ends a row.
     *
     * @param key the row's id, or {@code null} when the file has no ids
     * @param line the line of the file on which the row starts, from 1
     * @throws IOException if the row cannot be taken, for example because its id exists already
     */
    void endRow(String key, long line) throws IOException;

    /**
     * Reports progress from time to time.
     *
     * @param bytes bytes of the file read so far
     * @param rows rows read so far
     * @throws InterruptedException if reading shall stop
     */
    void progress(long bytes, long rows) throws InterruptedException;
}
