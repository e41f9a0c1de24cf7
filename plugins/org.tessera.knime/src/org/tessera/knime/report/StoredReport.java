package org.tessera.knime.report;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView.ViewInput;
import org.tessera.knime.kit.SmallTable;

/** The report in a node's internal table, which is saved with the workflow, for the view. */
final class StoredReport {

    private static final DataTableSpec SPEC = new DataTableSpec(SmallTable.text("Report"));

    private StoredReport() {}

    /**
     * What the page gets when it opens.
     *
     * @param html the report, "" before the node was executed
     */
    record Data(String html) {}

    static PortObject[] write(String html, ExecutionContext exec) {
        SmallTable table = new SmallTable(SPEC);
        table.add("Report", html);
        return new PortObject[] {table.create(exec)};
    }

    static Data read(ViewInput input) {
        if (input.getInternalPortObjects() == null) {
            return new Data("");
        }
        BufferedDataTable[] tables = input.getInternalTables();
        if (tables.length == 1 && tables[0].getDataTableSpec().equalStructure(SPEC)) {
            for (DataRow row : tables[0]) {
                return new Data(((StringValue) row.getCell(0)).getStringValue());
            }
        }
        return new Data("");
    }
}
