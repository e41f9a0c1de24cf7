package org.tessera.workbench.tests.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

class TableOperationsTest {

    private final BufferedDataTable customers = Tables.customers();

    @Test
    void describes_itself() {
        assertEquals("Rows: 3, Cols: 2", customers.getSummary());
        assertSame(customers.getDataTableSpec(), customers.getSpec());
        assertEquals(BufferedDataTable.class, BufferedDataTable.TYPE.getPortObjectClass());
    }
}
