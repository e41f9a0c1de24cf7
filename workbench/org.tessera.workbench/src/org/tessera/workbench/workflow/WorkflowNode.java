package org.tessera.workbench.workflow;

import org.knime.core.node.NodeSettings;

/**
 * A node as it stands in a workflow directory.
 *
 * @param id its number in the workflow
 * @param name its name as shown to the user
 * @param factory the class name of its factory
 * @param settings the whole content of its settings.xml
 */
public record WorkflowNode(int id, String name, String factory, NodeSettings settings) {

    /**
     * Returns what names the node in messages.
     *
     * @return such as {@code K-Means (#3)}
     */
    public String label() {
        return name + " (#" + id + ")";
    }
}
