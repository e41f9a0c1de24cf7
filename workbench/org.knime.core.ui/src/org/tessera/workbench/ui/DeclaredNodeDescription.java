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

    /** @return the declared node */
    public NodeDeclaration declaration() {
        return m_node;
    }

    /** @return the options of the model and of the view, in the order of the dialog */
    public List<Option> options() {
        return options(m_node);
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
        return port(m_node.inputs(), index).map(Port::name).orElse(null);
    }

    @Override
    public String getInportDescription(final int index) {
        return port(m_node.inputs(), index).map(Port::description).orElse(null);
    }

    @Override
    public String getOutportName(final int index) {
        return port(m_node.outputs(), index).map(Port::name).orElse(null);
    }

    @Override
    public String getOutportDescription(final int index) {
        return port(m_node.outputs(), index).map(Port::description).orElse(null);
    }

    private static Optional<Port> port(final List<Port> ports, final int index) {
        return index >= 0 && index < ports.size() ? Optional.of(ports.get(index)) : Optional.empty();
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
