package org.tessera.knime.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.NodeMessage;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.kernel.NodeEnvironment;
import org.tessera.workbench.kernel.NodeState;
import org.tessera.workbench.ui.NodeViews;

/**
 * A node run as a workflow runs it: created from settings, configured with specs, executed with objects. Specs, objects and
 * tables go through bytes on the way in; after its execution the node is saved and opened again, and its view opened. Data
 * ports count from 0 here.
 */
public final class NodeRun {

    private final NativeNode node;

    private NodeRun(NativeNode node) {
        this.node = node;
    }

    /** A node with its default settings. */
    public static NodeRun of(NodeFactory<?> factory) throws InvalidSettingsException {
        return new NodeRun(NativeNode.create(factory, null, environment(factory)));
    }

    /** A node with the content of its settings.xml. */
    public static NodeRun of(NodeFactory<?> factory, NodeSettingsRO settings) throws InvalidSettingsException {
        return new NodeRun(NativeNode.create(factory, settings, environment(factory)));
    }

    /** A node whose default settings are changed first; keys stand below "model". */
    public static NodeRun of(Class<? extends NodeFactory<?>> factory, Consumer<NodeSettings> change)
            throws InvalidSettingsException {
        NodeSettings settings = new NodeSettings("settings.xml");
        try (NativeNode defaults = NativeNode.create(instance(factory), null, environment(instance(factory)))) {
            defaults.saveSettings(settings);
        }
        change.accept(settings.getNodeSettings("model"));
        NodeFactory<?> fresh = instance(factory);
        return new NodeRun(NativeNode.create(fresh, settings, environment(fresh)));
    }

    private static NodeFactory<?> instance(Class<? extends NodeFactory<?>> factory) {
        try {
            NodeFactory<?> instance = factory.getConstructor().newInstance();
            instance.init();
            return instance;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(factory + " has no public constructor without arguments", e);
        }
    }

    private static NodeEnvironment environment(NodeFactory<?> factory) {
        return new NodeEnvironment(factory.getClass().getSimpleName(), null, true);
    }

    /** Configures with the specs of objects; null stays null. */
    public NodeState configure(PortObject... inputs) {
        PortObjectSpec[] specs = new PortObjectSpec[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            specs[i] = inputs[i] == null ? null : inputs[i].getSpec();
        }
        return configureSpecs(specs);
    }

    /** Configures with specs. */
    public NodeState configureSpecs(PortObjectSpec... specs) {
        PortObjectSpec[] all = new PortObjectSpec[specs.length + 1];
        System.arraycopy(specs, 0, all, 1, specs.length);
        return node.configure(all);
    }

    /** Configures and executes; fails with the node's message if it does not get through. */
    public NodeRun run(PortObject... inputs) {
        NodeState state = tryRun(inputs);
        if (state != NodeState.EXECUTED) {
            throw new AssertionError("The node is " + state + ": " + message());
        }
        return this;
    }

    /** Configures and executes. */
    public NodeState tryRun(PortObject... inputs) {
        return tryRun(new DefaultNodeProgressMonitor(), inputs);
    }

    /** Configures and executes, with a monitor that may cancel. */
    public NodeState tryRun(NodeProgressMonitor monitor, PortObject... inputs) {
        NodeState configured = configure(inputs);
        if (configured != NodeState.CONFIGURED) {
            return configured;
        }
        PortObject[] all = new PortObject[inputs.length + 1];
        System.arraycopy(inputs, 0, all, 1, inputs.length);
        NodeState state = node.execute(all, monitor);
        if (state == NodeState.EXECUTED && NodeViews.hasView(node.factory())) {
            assertViewOpens();
        }
        return state;
    }

    private void assertViewOpens() {
        String data = NodeViews.initialData(node).orElse("");
        if (data.startsWith("{\"internalError\"")) {
            throw new AssertionError("The view of the reopened node has no data: " + data);
        }
    }

    /** The node itself. */
    public NativeNode node() {
        return node;
    }

    /** What the node shows, "" for nothing. */
    public String message() {
        NodeMessage message = node.message();
        return message.getMessage() == null ? "" : message.getMessage();
    }

    /** The object at an output. */
    public PortObject object(int output) {
        return node.outputs()[output + 1];
    }

    /** The table at an output. */
    public BufferedDataTable table(int output) {
        return (BufferedDataTable) object(output);
    }

    /** The spec at an output. */
    public PortObjectSpec spec(int output) {
        return node.outSpecs()[output + 1];
    }

    /** A column of a table as texts; "?" for missing. */
    public static List<String> texts(BufferedDataTable table, String column) {
        int index = index(table, column);
        List<String> texts = new ArrayList<>();
        for (DataRow row : table) {
            texts.add(row.getCell(index).isMissing() ? "?" : row.getCell(index).toString());
        }
        return texts;
    }

    /** A column of a table as numbers; NaN for missing. */
    public static double[] numbers(BufferedDataTable table, String column) {
        int index = index(table, column);
        List<Double> numbers = new ArrayList<>();
        for (DataRow row : table) {
            numbers.add(
                    row.getCell(index).isMissing() ? Double.NaN : ((DoubleValue) row.getCell(index)).getDoubleValue());
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A table as text, a line for the columns with their types and one per row: equal for equal tables, bit for bit. */
    public static String content(BufferedDataTable table) {
        StringBuilder content = new StringBuilder();
        for (DataColumnSpec column : table.getDataTableSpec()) {
            content.append(column.getName())
                    .append(" (")
                    .append(column.getType())
                    .append("), ");
        }
        for (DataRow row : table) {
            content.append('\n').append(row.getKey());
            row.forEach(cell -> content.append(", ")
                    .append(cell instanceof DoubleValue number ? Double.toString(number.getDoubleValue()) : cell));
        }
        return content.toString();
    }

    private static int index(BufferedDataTable table, String column) {
        DataTableSpec spec = table.getDataTableSpec();
        int index = spec.findColumnIndex(column);
        if (index < 0) {
            throw new AssertionError("No column '" + column + "' in " + List.of(spec.getColumnNames()));
        }
        return index;
    }
}
