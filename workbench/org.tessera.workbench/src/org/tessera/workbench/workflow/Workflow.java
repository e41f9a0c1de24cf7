package org.tessera.workbench.workflow;

import java.nio.file.Path;
import java.util.List;
import org.knime.core.node.workflow.FlowVariable;

/**
 * A workflow as it stands in its directory; its nodes are not created yet.
 *
 * @param directory the directory
 * @param name the workflow's name
 * @param nodes the nodes by ascending id
 * @param connections the connections; both ends exist and no two of them end at the same data port
 * @param variables the workflow variables, a later one hiding an earlier one of the same name
 * @param executed whether the workflow was saved with results
 */
public record Workflow(
        Path directory,
        String name,
        List<WorkflowNode> nodes,
        List<Connection> connections,
        List<FlowVariable> variables,
        boolean executed) {

    /** Copies the collections. */
    public Workflow {
        nodes = List.copyOf(nodes);
        connections = List.copyOf(connections);
        variables = List.copyOf(variables);
    }

    /**
     * Finds a node.
     *
     * @param id its number
     * @return the node or {@code null}
     */
    public WorkflowNode node(int id) {
        return nodes.stream().filter(node -> node.id() == id).findFirst().orElse(null);
    }
}
