package org.tessera.workbench.batch;

import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeSettings;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.run.LoadedWorkflow.NodeLoader;
import org.tessera.workbench.workflow.SettingEntry;
import org.tessera.workbench.workflow.Workflow;
import org.tessera.workbench.workflow.WorkflowException;
import org.tessera.workbench.workflow.WorkflowNode;

/**
 * Changes the settings of a workflow's nodes as the command line asks for. Settings that a workflow of an older version
 * does not hold yet can be changed too.
 */
public final class NodeOptions {
    private static final NodeLogger LOGGER = NodeLogger.getLogger(NodeOptions.class);
    private static final String MODEL = "model";

    private NodeOptions() {}

    /**
     * Changes settings.
     *
     * @param workflow the workflow as it was read; its nodes' settings are changed
     * @param options what to change, in order
     * @param loader creates a node, which tells the settings it has beside those that are stored
     * @throws UsageException if there is no such node or setting, or a value does not fit its type
     */
    public static void apply(Workflow workflow, List<NodeOption> options, NodeLoader loader) throws UsageException {
        options.stream()
                .filter(option -> option.nodeIds().size() == 1)
                .map(option -> workflow.node(option.nodeIds().get(0)))
                .distinct()
                .filter(node -> node != null)
                .forEach(node -> complete(node, loader));
        for (NodeOption option : options) {
            apply(workflow, option);
        }
    }

    private static void apply(Workflow workflow, NodeOption option) throws UsageException {
        String form = "Option " + option.path() + " of node " + option.nodePath() + ": ";
        WorkflowNode node =
                option.nodeIds().size() == 1 ? workflow.node(option.nodeIds().get(0)) : null;
        if (node == null) {
            throw new UsageException(form + "there is no such node; the nodes are "
                    + workflow.nodes().stream().map(WorkflowNode::label).toList());
        }
        try {
            SettingEntry.set(
                    node.settings().getNodeSettings(MODEL),
                    option.keys(),
                    option.type().parse(option.value()));
        } catch (InvalidSettingsException e) {
            throw new UsageException(form + e.getMessage());
        }
    }

    /** Adds what is not stored with its default; a node that cannot be created is left for the loading to report. */
    private static void complete(WorkflowNode node, NodeLoader loader) {
        try (NativeNode created = loader.load(node)) {
            NodeSettings full = new NodeSettings("settings.xml");
            created.saveSettings(full);
            SettingEntry.addAbsent(node.settings().getNodeSettings(MODEL), full.getNodeSettings(MODEL));
        } catch (WorkflowException | InvalidSettingsException e) {
            LOGGER.debug("Settings of " + node.label() + " not completed", e);
        }
    }
}
