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
    public String getInportDescription(final int index) {
        return null;
    }

    @Override
    public String getOutportName(final int index) {
        return null;
    }

    @Override
    public String getOutportDescription(final int index) {
        return null;
    }

    @Override
    public int getViewCount() {
        return 0;
    }

    @Override
    public String getViewName(final int index) {
        return null;
    }

    @Override
    public String getViewDescription(final int index) {
        return null;
    }

    @Override
    public String getInteractiveViewName() {
        return null;
    }

    @Override
    public Element getXMLDescription() {
        return null;
    }
}
