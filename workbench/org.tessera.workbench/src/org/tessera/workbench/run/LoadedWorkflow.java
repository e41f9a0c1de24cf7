package org.tessera.workbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NodeMessage;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.kernel.NodeState;
import org.tessera.workbench.kernel.WorkflowSite;
import org.tessera.workbench.workflow.Connection;
import org.tessera.workbench.workflow.Workflow;
import org.tessera.workbench.workflow.WorkflowException;
import org.tessera.workbench.workflow.WorkflowNode;

/** A workflow whose nodes are created, have their settings, and are wired. */
public final class LoadedWorkflow implements AutoCloseable {
    private final Map<Integer, LoadedNode> nodes = new TreeMap<>();
    private final Map<Integer, Set<Integer>> dependencies = new TreeMap<>();
    private final List<FlowVariable> variables;
    private final WorkflowSite site;

    private LoadedWorkflow(List<FlowVariable> variables, WorkflowSite site) {
        this.variables = variables;
        this.site = site;
    }

    /** Creates nodes. */
    public interface NodeLoader {
        /**
         * Creates a node and loads its settings.
         *
         * @param node the node in the workflow
         * @return the node, not configured yet
         * @throws WorkflowException if the node is not supported or its settings are invalid; the message does not name
         *     the node
         */
        NativeNode load(WorkflowNode node) throws WorkflowException;
    }

    /**
     * Creates the nodes of a workflow.
     *
     * @param workflow the workflow
     * @param loader creates a node
     * @param site where the workflow lives
     * @return the loaded workflow
     * @throws WorkflowException with all nodes that cannot be loaded and all connections that do not fit
     */
    public static LoadedWorkflow load(Workflow workflow, NodeLoader loader, WorkflowSite site)
            throws WorkflowException {
        LoadedWorkflow loaded = new LoadedWorkflow(workflow.variables(), site);
        List<String> problems = new ArrayList<>();
        for (WorkflowNode node : workflow.nodes()) {
            try {
                loaded.nodes.put(node.id(), new LoadedNode(node, loader.load(node)));
                loaded.dependencies.put(node.id(), new TreeSet<>());
            } catch (WorkflowException e) {
                e.problems().forEach(problem -> problems.add(node.label() + ": " + problem));
            }
        }
        if (problems.isEmpty()) {
            workflow.connections().forEach(connection -> loaded.connect(connection, problems));
        }
        if (!problems.isEmpty()) {
            loaded.close();
            throw new WorkflowException(problems);
        }
        return loaded;
    }

    private void connect(Connection connection, List<String> problems) {
        LoadedNode source = nodes.get(connection.sourceId());
        LoadedNode destination = nodes.get(connection.destinationId());
        String from =
                "output " + connection.sourcePort() + " of " + source.node().label();
        String to = "input " + connection.destinationPort() + " of "
                + destination.node().label();
        if (connection.sourcePort() >= source.kernel().outPortCount()) {
            problems.add("A connection starts at " + from + ", which has "
                    + (source.kernel().outPortCount() - 1) + " outputs");
            return;
        }
        if (connection.destinationPort() >= destination.kernel().inPortCount()) {
            problems.add("A connection ends at " + to + ", which has "
                    + (destination.kernel().inPortCount() - 1) + " inputs");
            return;
        }
        PortType output = source.kernel().outPortType(connection.sourcePort());
        PortType input = destination.kernel().inPortType(connection.destinationPort());
        if (!NativeNode.canConnect(output, input)) {
            problems.add("The connection from " + from + " (" + output.getName() + ") to " + to + " (" + input.getName()
                    + ") does not fit");
            return;
        }
        dependencies.get(connection.destinationId()).add(connection.sourceId());
        destination.inputs()[connection.destinationPort()] = connection;
        source.addConsumer();
    }

    /**
     * Configures all nodes whose input specs are known, from the sources on.
     *
     * @param problems told the nodes that cannot be configured although all their inputs are known, and why
     */
    public void configure(BiConsumer<WorkflowNode, String> problems) {
        Set<Integer> done = new TreeSet<>();
        while (done.size() < nodes.size()) {
            for (LoadedNode node : nodes.values()) {
                int id = node.node().id();
                if (!done.contains(id) && done.containsAll(dependencies.get(id))) {
                    done.add(id);
                    configureEarly(node, problems);
                }
            }
        }
    }

    private void configureEarly(LoadedNode node, BiConsumer<WorkflowNode, String> problems) {
        PortObjectSpec[] specs = inputSpecs(node);
        for (int i = 0; i < specs.length; i++) {
            if (specs[i] == null && node.inputs()[i] != null) {
                return;
            }
        }
        if (!configure(node, specs)) {
            problems.accept(node.node(), problem(node));
        }
    }

    /** Configures a node; if it cannot be, {@link #problem} says why. */
    boolean configure(LoadedNode node, PortObjectSpec[] specs) {
        List<FlowVariable> seen = new ArrayList<>(variables);
        for (int i = node.inputs().length - 1; i >= 0; i--) {
            if (node.inputs()[i] != null) {
                seen.addAll(source(node.inputs()[i]).kernel().outVariables());
            }
        }
        node.kernel().setInVariables(seen);
        site.enter();
        try {
            return node.kernel().configure(specs) == NodeState.CONFIGURED;
        } finally {
            WorkflowSite.leave();
        }
    }

    /** Why a node could not be configured or executed. */
    static String problem(LoadedNode node) {
        for (int i = 1; i < node.inputs().length; i++) {
            PortType type = node.kernel().inPortType(i);
            if (node.inputs()[i] == null && !type.isOptional()) {
                return "Input " + i + " (" + node.kernel().inPortName(i) + ") is not connected: connect it in KNIME";
            }
        }
        NodeMessage message = node.kernel().message();
        if (message.getMessage() == null || message.getMessage().isBlank()) {
            return "The node is not configured";
        }
        return described(message);
    }

    /** A message with details and resolutions on further lines. */
    static String described(NodeMessage message) {
        StringBuilder text = new StringBuilder(message.getMessage());
        message.getIssue().ifPresent(issue -> text.append('\n').append(issue.stripTrailing()));
        message.getResolutions().forEach(resolution -> text.append("\n- ").append(resolution));
        return text.toString();
    }

    PortObjectSpec[] inputSpecs(LoadedNode node) {
        PortObjectSpec[] specs = new PortObjectSpec[node.inputs().length];
        for (int i = 0; i < specs.length; i++) {
            Connection connection = node.inputs()[i];
            specs[i] = connection == null ? null : source(connection).kernel().outSpecs()[connection.sourcePort()];
        }
        return specs;
    }

    LoadedNode source(Connection connection) {
        return nodes.get(connection.sourceId());
    }

    LoadedNode node(int id) {
        return nodes.get(id);
    }

    Map<Integer, Set<Integer>> dependencies() {
        return dependencies;
    }

    WorkflowSite site() {
        return site;
    }

    /**
     * Counts the nodes.
     *
     * @return how many nodes the workflow has
     */
    public int size() {
        return nodes.size();
    }

    @Override
    public void close() {
        nodes.values().forEach(node -> node.kernel().close());
    }
}
