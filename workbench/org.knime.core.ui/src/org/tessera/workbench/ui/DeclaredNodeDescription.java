package org.tessera.workbench.ui;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.w3c.dom.Element;

/** The description of a declared node. */
public final class DeclaredNodeDescription extends NodeDescription {

    private final NodeDeclaration m_node;

    /** @param node the declared node */
    public DeclaredNodeDescription(final NodeDeclaration node) {
        m_node = node;
    }

    /** @return the declared node */
    public NodeDeclaration declaration() {
        return m_node;
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
    public Optional<String> getShortDescription() {
        return Optional.ofNullable(m_node.texts().shortDescription());
    }

    @Override
    public Optional<String> getIntro() {
        return Optional.ofNullable(m_node.texts().fullDescription());
    }

    @Override
    public NodeType getType() {
        final NodeType type = m_node.catalogue().type();
        return type == null ? derivedType() : type;
    }

    private NodeType derivedType() {
        if (m_node.inputs().isEmpty()) {
            return NodeType.Source;
        }
        return m_node.outputs().isEmpty() ? NodeType.Sink : NodeType.Manipulator;
    }

    @Override
    public String[] getKeywords() {
        return m_node.catalogue().keywords().toArray(String[]::new);
    }

    @Override
    public String getInportName(final int index) {
        return port(m_node.inputs(), index).name();
    }

    @Override
    public String getInportDescription(final int index) {
        return port(m_node.inputs(), index).description();
    }

    @Override
    public String getOutportName(final int index) {
        return port(m_node.outputs(), index).name();
    }

    @Override
    public String getOutportDescription(final int index) {
        return port(m_node.outputs(), index).description();
    }

    private static NodeDeclaration.Port port(final List<NodeDeclaration.Port> ports, final int index) {
        return ports.get(index);
    }

    @Override
    public int getViewCount() {
        return m_node.view() == null ? 0 : 1;
    }

    @Override
    public String getViewName(final int index) {
        return m_node.texts().name();
    }

    @Override
    public String getViewDescription(final int index) {
        return m_node.view() == null ? null : m_node.view().description();
    }

    @Override
    public String getInteractiveViewName() {
        return m_node.view() == null ? null : m_node.texts().name();
    }

    @Override
    public Element getXMLDescription() {
        return DescriptionXml.of(m_node, getType());
    }
}
