package org.knime.core.node;

import java.util.Optional;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.v2.RowContainer;
import org.tessera.workbench.kernel.data.Concatenation;
import org.tessera.workbench.kernel.data.Rearranging;
import org.tessera.workbench.kernel.data.SharedSecrets;
import org.tessera.workbench.kernel.data.Table;
import org.tessera.workbench.kernel.data.TableData;
import org.tessera.workbench.kernel.data.WrittenTable;

/** What a node executes in: progress, cancelling, and the making of tables. */
public class ExecutionContext extends ExecutionMonitor {

    static {
        SharedSecrets.setContexts(ExecutionContext::new);
    }

    ExecutionContext(NodeProgressMonitor progress) {
        super(progress);
    }

    /**
     * Makes a context for a part of the work.
     *
     * @param maxProg the part's share of the progress, 0 to 1
     * @return the context
     */
    public ExecutionContext createSubExecutionContext(double maxProg) {
        return new ExecutionContext(createSubProgress(maxProg).getProgressMonitor());
    }

    /**
     * Makes a context for a part of the work whose messages are not shown.
     *
     * @param maxProg the part's share of the progress, 0 to 1
     * @return the context
     */
    public ExecutionContext createSilentSubExecutionContext(double maxProg) {
        return new ExecutionContext(createSilentSubProgress(maxProg).getProgressMonitor());
    }

    /**
     * Makes a container whose domains start as declared.
     *
     * @param spec the columns
     * @return a new container
     */
    public BufferedDataContainer createDataContainer(DataTableSpec spec) {
        return createDataContainer(spec, true);
    }

    /**
     * Makes a container.
     *
     * @param spec the columns
     * @param initDomain whether declared domains are kept and extended
     * @return a new container
     */
    public BufferedDataContainer createDataContainer(DataTableSpec spec, boolean initDomain) {
        return createDataContainer(spec, initialized(initDomain));
    }

    /**
     * Makes a container.
     *
     * @param spec the columns
     * @param settings what to check and compute
     * @return a new container
     */
    public BufferedDataContainer createDataContainer(DataTableSpec spec, DataContainerSettings settings) {
        return new BufferedDataContainer(spec, settings);
    }

    private static DataContainerSettings initialized(boolean initDomain) {
        return DataContainerSettings.builder().withInitializedDomain(initDomain).build();
    }

    /**
     * Makes a container that is written through a cursor; declared domains are dropped.
     *
     * @param spec the columns
     * @return a new container
     */
    public final RowContainer createRowContainer(DataTableSpec spec) {
        return createRowContainer(spec, false);
    }

    /**
     * Makes a container that is written through a cursor.
     *
     * @param spec the columns
     * @param initDomains whether declared domains are kept and extended
     * @return a new container
     */
    public final RowContainer createRowContainer(DataTableSpec spec, boolean initDomains) {
        return createRowContainer(spec, initialized(initDomains));
    }

    /**
     * Makes a container that is written through a cursor.
     *
     * @param spec the columns
     * @param settings what to check and compute
     * @return a new container
     */
    public final RowContainer createRowContainer(DataTableSpec spec, DataContainerSettings settings) {
        return new WrittenTable(spec, settings);
    }

    /**
     * Makes a node's table of any table.
     *
     * @param table the table; given back if it is a node's table already
     * @param subProgressMon told the progress and asked for cancelling
     * @return a table of the same rows, with computed domains
     * @throws CanceledExecutionException if the execution was cancelled
     */
    public BufferedDataTable createBufferedDataTable(DataTable table, ExecutionMonitor subProgressMon)
            throws CanceledExecutionException {
        if (table instanceof BufferedDataTable buffered) {
            return buffered;
        }
        return new BufferedDataTable(Concatenation.copy(table, subProgressMon));
    }

    /**
     * Makes node's tables of any tables, one after the other.
     *
     * @param tables the tables
     * @param exec told the progress and asked for cancelling
     * @return tables of the same rows, with computed domains
     * @throws CanceledExecutionException if the execution was cancelled
     */
    public BufferedDataTable[] createBufferedDataTables(DataTable[] tables, ExecutionMonitor exec)
            throws CanceledExecutionException {
        BufferedDataTable[] made = new BufferedDataTable[tables.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = createBufferedDataTable(tables[i], exec.createSubProgress(1.0 / made.length));
        }
        return made;
    }

    /**
     * Rearranges the columns of a table. Only new columns take memory; all others are shared with the input.
     *
     * @param in the table
     * @param rearranger the plan, made for a table of the same columns
     * @param subProgressMon told the progress and asked for cancelling every hundred rows
     * @return the new table; domains of new columns are computed, declared ones kept and extended
     * @throws CanceledExecutionException if the execution was cancelled
     */
    public BufferedDataTable createColumnRearrangeTable(
            BufferedDataTable in, ColumnRearranger rearranger, ExecutionMonitor subProgressMon)
            throws CanceledExecutionException {
        return new BufferedDataTable(Rearranging.run(in.content(), rearranger, subProgressMon));
    }

    /**
     * Describes the columns of a table anew, copying nothing.
     *
     * @param in the table
     * @param newSpec as many columns, whose types the cells have
     * @return the new table
     * @throws IllegalArgumentException if the numbers of columns differ
     */
    public BufferedDataTable createSpecReplacerTable(BufferedDataTable in, DataTableSpec newSpec) {
        return new BufferedDataTable(new Table(newSpec, in.content().data()));
    }

    /**
     * Makes another table of the same rows and columns, copying nothing.
     *
     * @param in the table
     * @return the new table
     */
    public BufferedDataTable createWrappedTable(BufferedDataTable in) {
        return new BufferedDataTable(in.content());
    }

    /**
     * Makes a table without rows.
     *
     * @param spec the columns
     * @return the table
     */
    public BufferedDataTable createVoidTable(DataTableSpec spec) {
        return new BufferedDataTable(new Table(spec, TableData.empty(spec.getNumColumns())));
    }

    /**
     * Puts the columns of two tables side by side, copying nothing.
     *
     * @param left the table that gives the first columns
     * @param right the table that gives the last columns, of the same row keys in the same order
     * @param exec told the progress
     * @return the new table
     * @throws CanceledExecutionException if the execution was cancelled
     * @throws IllegalArgumentException if the row keys differ or both have a column of the same name
     */
    public BufferedDataTable createJoinedTable(BufferedDataTable left, BufferedDataTable right, ExecutionMonitor exec)
            throws CanceledExecutionException {
        exec.checkCanceled();
        Table joined = Concatenation.sideBySide(left.content(), right.content());
        exec.setProgress(1);
        return new BufferedDataTable(joined);
    }

    /**
     * Puts the rows of tables one below the other. Columns are matched by name; where a table has no such column, its
     * cells are missing.
     *
     * @param exec told the progress and asked for cancelling
     * @param tables the tables
     * @return the new table
     * @throws CanceledExecutionException if the execution was cancelled
     * @throws IllegalArgumentException if a row key is there twice
     */
    public BufferedDataTable createConcatenateTable(ExecutionMonitor exec, BufferedDataTable... tables)
            throws CanceledExecutionException {
        return createConcatenateTable(exec, Optional.empty(), true, tables);
    }

    /**
     * Puts the rows of tables one below the other. Columns are matched by name; where a table has no such column, its
     * cells are missing.
     *
     * @param exec told the progress and asked for cancelling
     * @param rowKeyDuplicateSuffix appended, again and again, to a row key that is there already; if empty, that is an
     *     error
     * @param duplicatesPreCheck without meaning here: row keys are checked in any case
     * @param tables the tables
     * @return the new table
     * @throws CanceledExecutionException if the execution was cancelled
     * @throws IllegalArgumentException if a row key is there twice and there is no suffix
     */
    public BufferedDataTable createConcatenateTable(
            ExecutionMonitor exec,
            Optional<String> rowKeyDuplicateSuffix,
            boolean duplicatesPreCheck,
            BufferedDataTable... tables)
            throws CanceledExecutionException {
        return new BufferedDataTable(Concatenation.oneBelowTheOther(tables, rowKeyDuplicateSuffix.orElse(null), exec));
    }

    /**
     * Gives back the memory that a table alone takes: nothing to do, the table is collected when no one holds it.
     *
     * @param table the table, not used afterwards
     */
    public void clearTable(BufferedDataTable table) {
        // garbage collection does it
    }
}
