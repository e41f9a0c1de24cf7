package org.tessera.workbench.tests.node;

import java.nio.file.Path;
import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.workflow.NodeMessage;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.kernel.NodeEnvironment;
import org.tessera.workbench.tests.node.TestNodes.Configure;
import org.tessera.workbench.tests.node.TestNodes.Execute;

/** Short ways to nodes and tables for tests of the kernel. */
final class Nodes {
    static final NodeEnvironment HERE = new NodeEnvironment("Test (#1)", Path.of("workflow"));
    static final PortType[] NONE = {};
    static final PortType[] TABLE = {BufferedDataTable.TYPE};
    static final PortType[] WORDS = {PortTypeRegistry.getInstance().getPortType(Words.class)};
    static final Configure UNKNOWN = (model, specs) -> null;
    static final DataTableSpec AGES = spec("age");

    private Nodes() {}

    static DataTableSpec spec(String... columns) {
        return new DataTableSpec(List.of(columns).stream()
                .map(name -> new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec())
                .toArray(DataColumnSpec[]::new));
    }

    static BufferedDataTable table(ExecutionContext exec, DataTableSpec spec, double... values) {
        BufferedDataContainer container = exec.createDataContainer(spec);
        for (int i = 0; i < values.length; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, new DoubleCell(values[i])));
        }
        container.close();
        return container.getTable();
    }

    static NativeNode node(PortType[] in, PortType[] out, Configure configure, Execute execute)
            throws InvalidSettingsException {
        return NativeNode.create(TestNodes.factory(in, out, configure, execute), null, HERE);
    }

    static NodeMessage warning(String text) {
        return new NodeMessage(NodeMessage.Type.WARNING, text);
    }

    static NativeNode withSettings(int k, Configure configure) throws InvalidSettingsException {
        NodeSettings settings = new NodeSettings("settings.xml");
        settings.addNodeSettings("model").addInt("k", k);
        return NativeNode.create(TestNodes.factory(NONE, NONE, configure, (m, o, e) -> null), settings, HERE);
    }
}
