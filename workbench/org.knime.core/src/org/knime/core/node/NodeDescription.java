package org.knime.core.node;

import org.knime.core.node.NodeFactory.NodeType;
import org.w3c.dom.Element;

/** What a node tells of itself: its name, icon, ports and views. */
public abstract class NodeDescription {
    /** For subclasses. */
    public NodeDescription() {}

    /**
     * Returns the name of the node.
     *
     * @return the name
     */
    public abstract String getNodeName();

    /**
     * Returns the path of the icon, relative to the factory or absolute.
     *
     * @return the path, null for none
     */
    public abstract String getIconPath();

    /**
     * Returns the kind of node.
     *
     * @return the kind
     */
    public abstract NodeType getType();

    /**
     * Returns the name of an input.
     *
     * @param index its number, the flow variable port not counted
     * @return the name, null when there is none
     */
    public abstract String getInportName(int index);

    /**
     * Returns the whole description as XML.
     *
     * @return the element, null when there is none
     */
    public abstract Element getXMLDescription();
}
