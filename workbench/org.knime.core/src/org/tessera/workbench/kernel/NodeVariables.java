package org.tessera.workbench.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knime.core.node.workflow.FlowObjectStack;
import org.knime.core.node.workflow.FlowVariable;

/** The variables of one call of a node: what came in, what its settings expose and what its model pushes. */
final class NodeVariables {
    private final FlowObjectStack incoming;
    private final FlowObjectStack pushed = FlowObjectStack.createFromFlowVariableList(List.of(), null);
    private final List<FlowVariable> exposed = new ArrayList<>();

    NodeVariables(final List<FlowVariable> variables) {
        incoming = FlowObjectStack.createFromFlowVariableList(variables, null);
    }

    FlowObjectStack incoming() {
        return incoming;
    }

    FlowObjectStack pushed() {
        return pushed;
    }

    Map<String, FlowVariable> byName() {
        return incoming.getAllAvailableFlowVariables();
    }

    void addAll(final List<FlowVariable> variables) {
        exposed.addAll(variables);
    }

    // Returns what the node adds, in order.
    List<FlowVariable> added() {
        final List<FlowVariable> all = new ArrayList<>(exposed);
        all.addAll(pushed.getAllAvailableFlowVariables().values());
        return List.copyOf(all);
    }
}
