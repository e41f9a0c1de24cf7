package org.knime.core.data.container;

import java.util.Objects;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.tessera.workbench.kernel.data.Table;
import org.tessera.workbench.kernel.data.TableBuilder;
import org.tessera.workbench.kernel.data.TableContent;

/**
 * Collects rows and makes a table of them: add the rows, {@link #close}, get the table. Rows are checked when they are
 * added, keys when the container is closed. Not for several threads.
 */
public class DataContainer implements RowAppender, RowFlushable {

    private TableBuilder builder;
    private Table table;

    /**
     * Starts without rows.
     *
     * @param spec the columns
     * @param settings what to check and compute
     */
    public DataContainer(DataTableSpec spec, DataContainerSettings settings) {
        builder = new TableBuilder(Objects.requireNonNull(spec, "spec"), settings);
    }

    /**
     * Appends a row.
     *
     * @param row the row
     * @throws IllegalStateException if the container is closed
     * @throws NullPointerException if the row is null
     * @throws IllegalArgumentException if the number of cells or the type of one does not fit the columns
     */
    @Override
    public void addRowToTable(DataRow row) {
        if (builder == null) {
            throw new IllegalStateException("Cannot add row: container has not been initialized (opened).");
        }
        builder.add(row);
    }

    /**
     * Ends the collecting; a second call does nothing.
     *
     * @throws org.knime.core.util.DuplicateKeyException if two rows have the same key
     */
    public void close() {
        if (builder != null) {
            table = builder.build();
            builder = null;
        }
    }

    /**
     * Tells whether the container is closed.
     *
     * @return whether it is
     */
    public boolean isClosed() {
        return table != null;
    }

    /**
     * Gives the table.
     *
     * @return the table
     * @throws IllegalStateException if the container is not closed
     */
    public CloseableTable getCloseableTable() {
        if (!isClosed()) {
            throw new IllegalStateException("Cannot get table: container is not closed.");
        }
        return new TableContent(table);
    }
}
