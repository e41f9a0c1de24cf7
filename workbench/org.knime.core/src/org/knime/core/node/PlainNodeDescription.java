package org.knime.core.node;

import org.knime.core.node.NodeFactory.NodeType;
import org.w3c.dom.Element;

/** A description for a factory that gives none: the node is named after its class. */
final class PlainNodeDescription extends NodeDescription {
    private final String name;

    PlainNodeDescription(final Class<?> factory) {
        name = factory.getSimpleName().replaceFirst("(Node)?Factory$", "");
    }

    @Override
    public String getNodeName() {
        return name;
    }

    @Override
    public String getIconPath() {
        return null;
    }

    @Override
    public NodeType getType() {
        return NodeType.Unknown;
    }

    @Override
    public String getInportName(final int index) {
        return null;
    }

    @Override
    public Element getXMLDescription() {
        return null;
    }
}
