package org.knime.core.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.container.DataContainerSettings;
import org.tessera.workbench.kernel.data.TableContent;

/** The container of a node's output table; made by {@link ExecutionContext#createDataContainer(DataTableSpec)}. */
public class BufferedDataContainer extends DataContainer {

    private BufferedDataTable table;

    BufferedDataContainer(DataTableSpec spec, DataContainerSettings settings) {
        super(spec, settings);
    }

    /**
     * Gives the table.
     *
     * @return the table, always the same one
     * @throws IllegalStateException if the container is not closed
     */
    public BufferedDataTable getTable() {
        if (table == null) {
            table = new BufferedDataTable(((TableContent) getCloseableTable()).table());
        }
        return table;
    }
}
