package org.knime.core.data.container;

import org.knime.core.data.DataTable;

/** A table that can be closed to give its memory back. */
public interface CloseableTable extends DataTable, AutoCloseable {

    /** Gives the memory back; does nothing unless overridden. */
    @Override
    default void close() {
        // nothing to give back
    }
}
