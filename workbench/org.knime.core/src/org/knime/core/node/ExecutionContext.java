package org.knime.core.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainerSettings;
import org.tessera.workbench.kernel.data.Rearranging;
import org.tessera.workbench.kernel.data.SharedSecrets;

/** What a node executes in: progress, canceling, and the making of tables. */
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
     * Rearranges the columns of a table. Only new columns take memory; all others are shared with the input.
     *
     * @param in the table
     * @param rearranger the plan, made for a table of the same columns
     * @param subProgressMon told the progress and asked for canceling every hundred rows
     * @return the new table; domains of new columns are computed, declared ones kept and extended
     * @throws CanceledExecutionException if the execution was canceled
     */
    public BufferedDataTable createColumnRearrangeTable(
            BufferedDataTable in, ColumnRearranger rearranger, ExecutionMonitor subProgressMon)
            throws CanceledExecutionException {
        return new BufferedDataTable(Rearranging.run(in.content(), rearranger, subProgressMon));
    }
}
