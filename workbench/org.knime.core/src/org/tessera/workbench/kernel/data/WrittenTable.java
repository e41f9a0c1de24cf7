package org.tessera.workbench.kernel.data;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.v2.RowBuffer;
import org.knime.core.data.v2.RowContainer;
import org.knime.core.data.v2.RowRead;
import org.knime.core.data.v2.RowWriteCursor;
import org.knime.core.node.BufferedDataTable;

/** Makes a table of rows that are committed to its one cursor. Not for several threads. */
public final class WrittenTable implements RowContainer {

    private final RowWriteCursor cursor = new Cursor();
    private final DataTableSpec spec;
    private TableBuilder builder;
    private BufferedDataTable table;

    /**
     * Starts without rows.
     *
     * @param spec the columns
     * @param settings what to check and compute
     */
    public WrittenTable(DataTableSpec spec, DataContainerSettings settings) {
        this.spec = spec;
        builder = new TableBuilder(spec, settings);
    }

    @Override
    public RowWriteCursor createCursor() {
        return cursor;
    }

    @Override
    public RowBuffer createRowBuffer() {
        return new SlotRow(spec);
    }

    @Override
    public BufferedDataTable finish() {
        if (table == null) {
            table = SharedSecrets.tables().create(open().build());
            builder = null;
        }
        return table;
    }

    private TableBuilder open() {
        if (builder == null) {
            throw new IllegalStateException("Cannot add row: the container is closed.");
        }
        return builder;
    }

    @Override
    public void close() {
        builder = null;
    }

    private final class Cursor implements RowWriteCursor {

        private boolean closed;

        @Override
        public void commit(RowRead row) {
            if (closed) {
                throw new IllegalStateException("Cannot add row: the cursor is closed.");
            }
            open().add(row);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
