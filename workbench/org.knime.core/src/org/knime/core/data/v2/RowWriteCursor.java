package org.knime.core.data.v2;

import java.io.Closeable;

/** Appends rows to a {@link RowContainer}. */
public interface RowWriteCursor extends Closeable {

    /**
     * Appends a copy of a row.
     *
     * @param row the row, of the container's columns
     * @throws IllegalArgumentException if the number of columns or the type of a value does not fit
     */
    void commit(RowRead row);

    /** Ends the writing; nothing can be committed afterwards. */
    @Override
    void close();
}
