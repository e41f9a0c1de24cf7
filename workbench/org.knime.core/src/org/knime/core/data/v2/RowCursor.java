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

    /** Ends the reading. */
    @Override
    void close();
}
