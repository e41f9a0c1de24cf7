package org.knime.core.data.container;

import java.util.Objects;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.tessera.workbench.kernel.data.Table;
import org.tessera.workbench.kernel.data.TableBuilder;
import org.tessera.workbench.kernel.data.TableContent;

/**
 * Collects rows and makes a table of them: add the rows, {@link #close}, get the table. Rows are checked when they are
 * added, keys when the container is closed. Not for several threads.
 */
public class DataContainer implements RowAppender, RowFlushable {

    /** How many cells a container is asked to keep in memory; this implementation keeps all of them. */
    public static final int MAX_CELLS_IN_MEMORY = DataContainerSettings.MAX_CELLS_IN_MEMORY;

    /** How many possible values a domain lists; with more they are unknown. */
    public static final int MAX_POSSIBLE_VALUES = DataContainerSettings.MAX_POSSIBLE_VALUES;

    private TableBuilder builder;
    private Table table;

    /**
     * Starts without rows; declared domains are dropped.
     *
     * @param spec the columns
     */
    public DataContainer(DataTableSpec spec) {
        this(spec, false);
    }

    /**
     * Starts without rows.
     *
     * @param spec the columns
     * @param initDomain whether declared domains are kept and extended
     */
    public DataContainer(DataTableSpec spec, boolean initDomain) {
        this(
                spec,
                DataContainerSettings.builder()
                        .withInitializedDomain(initDomain)
                        .build());
    }

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

    /** Does nothing: no rows are held back. */
    @Override
    public void flushRows() {
        // every row is written when it is added
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
     * Tells whether rows can be added.
     *
     * @return whether the container is not closed
     */
    public boolean isOpen() {
        return !isClosed();
    }

    /**
     * Counts the rows.
     *
     * @return the number of rows added so far
     */
    public long size() {
        return isClosed() ? table.data().size() : builder.size();
    }

    /**
     * Describes the table.
     *
     * @return the columns, with computed domains once the container is closed
     */
    public DataTableSpec getTableSpec() {
        return isClosed() ? table.spec() : builder.spec();
    }

    /**
     * Gives the table.
     *
     * @return the table
     * @throws IllegalStateException if the container is not closed
     */
    public DataTable getTable() {
        return getCloseableTable();
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
