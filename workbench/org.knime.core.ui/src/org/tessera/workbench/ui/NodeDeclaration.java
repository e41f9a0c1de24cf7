package org.tessera.workbench.ui;

import java.util.List;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.parameters.NodeParameters;

/**
 * A declared node as its description needs it.
 *
 * @param texts the texts
 * @param inputs the input ports or groups of them
 * @param outputs the output ports or groups of them
 * @param parameters the class of the model's parameters, null if it has none
 * @param view the view, null if there is none
 * @param catalog where and how the node is found
 */
public record NodeDeclaration(
        NodeTexts texts,
        List<Port> inputs,
        List<Port> outputs,
        Class<? extends NodeParameters> parameters,
        View view,
        Catalog catalog) {

    /**
     * A port or a group of ports.
     *
     * @param group the group's id
     * @param name the name
     * @param description the description
     * @param configurable whether the user can change the group's ports
     */
    public record Port(String group, String name, String description, boolean configurable) {}

    /**
     * A view.
     *
     * @param description what it shows
     * @param parameters the class of its parameters, null if it has none
     */
    public record View(String description, Class<? extends NodeParameters> parameters) {}

    /**
     * Where and how a node is found.
     *
     * @param type the type, null if it is derived from the ports
     * @param keywords the words it is found by
     * @param links the links of its description
     */
    public record Catalog(NodeType type, List<String> keywords, List<NodeTexts.Link> links) {}
}
