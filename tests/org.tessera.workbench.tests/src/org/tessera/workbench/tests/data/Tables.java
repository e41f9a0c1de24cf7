package org.tessera.workbench.tests.data;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.tessera.workbench.kernel.data.SharedSecrets;

/** Small tables for tests. */
final class Tables {

    private Tables() {}

    static ExecutionContext exec() {
        return SharedSecrets.contexts().create(new DefaultNodeProgressMonitor());
    }

    static DataColumnSpec column(String name, DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    static BufferedDataTable table(DataTableSpec spec, DataRow... rows) {
        BufferedDataContainer container = exec().createDataContainer(spec);
        for (DataRow row : rows) {
            container.addRowToTable(row);
        }
        container.close();
        return container.getTable();
    }

    /** Ann (34, "north"), Bob (?, "south") and Cy (51, "north"). */
    static BufferedDataTable customers() {
        DataTableSpec spec = new DataTableSpec(column("age", DoubleCell.TYPE), column("region", StringCell.TYPE));
        return table(
                spec,
                new DefaultRow("Ann", new DoubleCell(34), new StringCell("north")),
                new DefaultRow("Bob", DataType.getMissingCell(), new StringCell("south")),
                new DefaultRow("Cy", new DoubleCell(51), new StringCell("north")));
    }

    /** A row of integers, numbers, texts and other cells. */
    static DataRow row(String key, Object... values) {
        DataCell[] cells = new DataCell[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof DataCell cell) {
                cells[i] = cell;
            } else if (values[i] instanceof Integer number) {
                cells[i] = new IntCell(number);
            } else if (values[i] instanceof Double number) {
                cells[i] = new DoubleCell(number);
            } else {
                cells[i] = new StringCell((String) values[i]);
            }
        }
        return new DefaultRow(key, cells);
    }

    /** A type that columns have whose cells share no value interface. */
    static DataType mixedType() throws InvalidSettingsException {
        NodeSettings saved = new NodeSettings("type");
        saved.addString("cell_class", null);
        saved.addBoolean("has_pref_value_class", true);
        saved.addStringArray("value_classes", DataValue.class.getName());
        return DataType.load(saved);
    }

    static List<String> texts(DataTable table) {
        List<String> lines = new ArrayList<>();
        for (DataRow row : table) {
            StringBuilder line = new StringBuilder(row.getKey().getString());
            for (DataCell cell : row) {
                line.append(' ').append(cell);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
