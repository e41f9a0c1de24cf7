package org.tessera.workbench.tests.ui;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.CellFactory;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.kernel.NodeEnvironment;
import org.tessera.workbench.kernel.data.SharedSecrets;

/** Nodes, tables and settings for tests. */
final class Nodes {

    static final DataTableSpec SPEC = new DataTableSpec(
            column("age", DoubleCell.TYPE), column("Balance", DoubleCell.TYPE), column("region", StringCell.TYPE));

    private Nodes() {}

    static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    static List<DataColumnSpec> columns() {
        return SPEC.stream().toList();
    }

    /** One row per age. */
    static BufferedDataTable table(final double... ages) {
        final BufferedDataContainer container = SharedSecrets.contexts()
                .create(new DefaultNodeProgressMonitor())
                .createDataContainer(SPEC);
        for (int i = 0; i < ages.length; i++) {
            final DataCell[] cells = {new DoubleCell(ages[i]), new DoubleCell(100 * i), new StringCell("north")};
            container.addRowToTable(new DefaultRow("Row" + i, cells));
        }
        container.close();
        return container.getTable();
    }

    static NativeNode create(final NodeFactory<?> factory) {
        try {
            return create(factory, null);
        } catch (InvalidSettingsException e) {
            throw new AssertionError(e);
        }
    }

    static NativeNode create(final NodeFactory<?> factory, final NodeSettingsRO settings)
            throws InvalidSettingsException {
        return NativeNode.create(factory, settings, new NodeEnvironment("Test (#1)", null));
    }

    /** A node that is saved and opened again after its execution. */
    static NativeNode reopening(final NodeFactory<?> factory) throws InvalidSettingsException {
        return NativeNode.create(factory, null, new NodeEnvironment("Test (#1)", null, true));
    }

    static NodeSettingsRO resource(final String name) throws IOException {
        try (InputStream in = Nodes.class.getResourceAsStream(name)) {
            return NodeSettings.loadFromXML(in);
        }
    }

    /** All entries with path, type and value, in order. */
    static List<String> entries(final Object settings) {
        final List<String> lines = new ArrayList<>();
        collect((ConfigBase) settings, "", lines);
        return lines;
    }

    private static void collect(final ConfigBase config, final String path, final List<String> lines) {
        for (final String key : config.keySet()) {
            final AbstractConfigEntry entry = config.getEntry(key);
            lines.add(path + key + " " + entry.getType() + " " + (entry instanceof ConfigBase ? "" : entry));
            if (entry instanceof ConfigBase nested) {
                collect(nested, path + key + "/", lines);
            }
        }
    }

    /** A new column of one value. */
    static CellFactory constants(final String name, final double value) {
        return new AbstractCellFactory(new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec()) {
            @Override
            public DataCell[] getCells(final DataRow row) {
                return new DataCell[] {new DoubleCell(value)};
            }
        };
    }
}
