package org.knime.core.data.v2;

import java.io.Closeable;

/** Reads a table row by row. Not safe for several threads; each takes its own cursor. */
public interface RowCursor extends Closeable {

    /**
     * Moves to the next row.
     *
     * @return the row, which shows the next row's content after the next call, or null if there is no more
     */
    RowRead forward();

    /**
     * Tells whether there is another row.
     *
     * @return whether {@link #forward} would give one
     */
    boolean canForward();

    /**
     * Counts the columns.
     *
     * @return the number of columns of the table, also of those that were filtered out
     */
    int getNumColumns();

    /** Ends the reading. */
    @Override
    void close();

    /**
     * Gives a cursor without rows.
     *
     * @param numColumns the number of columns
     * @return the cursor
     */
    static RowCursor empty(int numColumns) {
        return new RowCursor() {
            @Override
            public RowRead forward() {
                return null;
            }

            @Override
            public boolean canForward() {
                return false;
            }

            @Override
            public int getNumColumns() {
                return numColumns;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
