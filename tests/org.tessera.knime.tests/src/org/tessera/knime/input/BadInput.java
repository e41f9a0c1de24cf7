package org.tessera.knime.input;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.workflow.NodeMessage;
import org.tessera.knime.kit.NodeRun;
import org.tessera.workbench.kernel.NodeState;

/**
 * Input that a node can't make much of.
 *
 * @param node the node's factory
 * @param input what is wrong, in a few words
 * @param settings changes the fixed settings
 * @param inputs gives the node's inputs
 * @param limits system properties that limit the node
 */
record BadInput(
        Class<? extends NodeFactory<?>> node,
        String input,
        Consumer<NodeSettings> settings,
        Inputs inputs,
        Map<String, String> limits) {

    /** Makes inputs, mostly by running other nodes. */
    interface Inputs {
        PortObject[] get() throws InvalidSettingsException;
    }

    /**
     * What a user sees.
     *
     * @param outcome what became of the node
     * @param message its message: a summary, details "" for none, resolutions
     */
    record Shown(String outcome, NodeMessage message) {

        String summary() {
            return message.getMessage();
        }

        String details() {
            return message.getIssue().orElse("");
        }

        List<String> resolutions() {
            return message.getResolutions();
        }
    }

    static BadInput of(Class<? extends NodeFactory<?>> node, String input, Inputs inputs) {
        return new BadInput(node, input, settings -> {}, inputs, Map.of());
    }

    BadInput with(Consumer<NodeSettings> change) {
        return new BadInput(node, input, change, inputs, limits);
    }

    BadInput limited(String property, int value) {
        return new BadInput(node, input, settings, inputs, Map.of(property, Integer.toString(value)));
    }

    /** Runs the node; where it gets through, all rows are still there. */
    Shown shown() throws InvalidSettingsException {
        PortObject[] objects = inputs.get();
        NodeRun run = FixedSettings.node(node, settings);
        NodeState state;
        limits.forEach(System::setProperty);
        try {
            state = run.tryRun(objects);
        } finally {
            limits.keySet().forEach(System::clearProperty);
        }
        if (state == NodeState.EXECUTED) {
            requireAllRows((BufferedDataTable) objects[0], run);
        }
        String outcome = state == NodeState.IDLE ? "not started" : state == NodeState.CONFIGURED ? "failed" : "ran";
        return new Shown(outcome, run.node().message());
    }

    /** Tables that begin with the columns of the input have all its rows, too. */
    private void requireAllRows(BufferedDataTable in, NodeRun run) {
        List<String> columns = List.of(in.getDataTableSpec().getColumnNames());
        for (int i = 0; i < run.node().outPortCount() - 1; i++) {
            boolean appended = run.object(i) instanceof BufferedDataTable out
                    && Collections.indexOfSubList(List.of(out.getDataTableSpec().getColumnNames()), columns) == 0;
            if (appended && run.table(i).size() != in.size()) {
                throw new AssertionError(
                        in.size() + " rows in, but " + run.table(i).size() + " out");
            }
        }
    }

    @Override
    public String toString() {
        return node.getSimpleName().replace("NodeFactory", "") + ": " + input;
    }
}
