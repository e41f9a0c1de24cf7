package org.tessera.workbench.kernel.data;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.CloseableTable;

/**
 * A finished table as what containers give.
 *
 * @param table the table
 */
public record TableContent(Table table) implements CloseableTable {

    @Override
    public DataTableSpec getDataTableSpec() {
        return table.spec();
    }

    @Override
    public CloseableRowIterator iterator() {
        return table.data().iterator();
    }
}
