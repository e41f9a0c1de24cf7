package org.tessera.workbench.csv;

import java.io.IOException;

/** Takes the rows of a CSV file; values go to the {@link ColumnSink}s, one of each, then the row is ended here. */
public interface RowSink {

    /**
     * Returns where the values of a column go.
     *
     * @param column the index of the column
     * @return its sink
     */
    ColumnSink column(int column);

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
     * @param bytes bytes of UTF-8 read so far
     * @param rows rows read so far
     * @throws InterruptedException if reading shall stop
     */
    void progress(long bytes, long rows) throws InterruptedException;
}
