package org.tessera.workbench.ui;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.tessera.workbench.ui.DialogElement.Option;
import org.tessera.workbench.ui.NodeDeclaration.Port;
import org.w3c.dom.Element;

/** The description of a declared node. */
public final class DeclaredNodeDescription extends NodeDescription {

    private final NodeDeclaration m_node;

    /** @param node the declared node */
    public DeclaredNodeDescription(final NodeDeclaration node) {
        m_node = node;
    }

    static List<Option> options(final NodeDeclaration node) {
        return Stream.of(
                        node.parameters(),
                        node.view() == null ? null : node.view().parameters())
                .filter(Objects::nonNull)
                .flatMap(type -> DialogStructure.of(type).options().stream())
                .toList();
    }

    @Override
    public String getIconPath() {
        return m_node.texts().icon();
    }

    @Override
    public String getNodeName() {
        return m_node.texts().name();
    }

    @Override
    public NodeType getType() {
        final NodeType type = m_node.catalog().type();
        return type == null ? derivedType() : type;
    }

    private NodeType derivedType() {
        if (m_node.inputs().isEmpty()) {
            return NodeType.Source;
        }
        return m_node.outputs().isEmpty() ? NodeType.Sink : NodeType.Manipulator;
    }

    @Override
    public String getInportName(final int index) {
        return port(m_node.inputs(), index).map(Port::name).orElse(null);
    }

    private static Optional<Port> port(final List<Port> ports, final int index) {
        return index >= 0 && index < ports.size() ? Optional.of(ports.get(index)) : Optional.empty();
    }

    @Override
    public Element getXMLDescription() {
        return DescriptionXml.of(m_node, getType());
    }
}
