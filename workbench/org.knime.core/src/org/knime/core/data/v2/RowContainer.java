package org.knime.core.data.v2;

import java.io.IOException;
import org.knime.core.node.BufferedDataTable;

/** Collects rows written through a cursor and makes a table of them. */
public interface RowContainer extends AutoCloseable {

    /**
     * Gives the cursor that appends rows.
     *
     * @return the cursor, the same one each time
     */
    RowWriteCursor createCursor();

    /**
     * Makes a row that fits the columns.
     *
     * @return a new row, all values missing
     */
    default RowBuffer createRowBuffer() {
        throw new UnsupportedOperationException(getClass().getName() + " has no row buffers.");
    }

    /**
     * Ends the writing.
     *
     * @return the table
     * @throws IOException never, rows are kept in memory
     * @throws org.knime.core.util.DuplicateKeyException if two rows have the same key
     */
    BufferedDataTable finish() throws IOException;

    /**
     * Drops the rows unless {@link #finish} was called.
     *
     * @throws IOException never, rows are kept in memory
     */
    @Override
    void close() throws IOException;
}
