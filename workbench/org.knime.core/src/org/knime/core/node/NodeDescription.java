package org.knime.core.node;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.NodeFactory.NodeType;
import org.w3c.dom.Element;

/** What a node tells of itself: its name, icon, ports and views. */
public abstract class NodeDescription {
    private boolean deprecated;

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
     * Returns the description of an input.
     *
     * @param index its number, the flow variable port not counted
     * @return the description, null when there is none
     */
    public abstract String getInportDescription(int index);

    /**
     * Returns the name of an output.
     *
     * @param index its number, the flow variable port not counted
     * @return the name, null when there is none
     */
    public abstract String getOutportName(int index);

    /**
     * Returns the description of an output.
     *
     * @param index its number, the flow variable port not counted
     * @return the description, null when there is none
     */
    public abstract String getOutportDescription(int index);

    /**
     * Returns the number of Swing views.
     *
     * @return the number
     */
    public abstract int getViewCount();

    /**
     * Returns the name of a Swing view.
     *
     * @param index its number
     * @return the name, null when there is none
     */
    public abstract String getViewName(int index);

    /**
     * Returns the description of a Swing view.
     *
     * @param index its number
     * @return the description, null when there is none
     */
    public abstract String getViewDescription(int index);

    /**
     * Returns the name of the interactive view.
     *
     * @return the name, null when there is none
     */
    public abstract String getInteractiveViewName();

    /**
     * Returns the whole description as XML.
     *
     * @return the element, null when there is none
     */
    public abstract Element getXMLDescription();

    /**
     * Returns one sentence about the node.
     *
     * @return the sentence, empty when there is none
     */
    public Optional<String> getShortDescription() {
        return Optional.empty();
    }

    /**
     * Returns the introduction to the node.
     *
     * @return the text as XHTML, empty when there is none
     */
    public Optional<String> getIntro() {
        return Optional.empty();
    }

    /**
     * Returns words a search finds the node by.
     *
     * @return the words
     */
    public String[] getKeywords() {
        return new String[0];
    }

    /**
     * Tells whether the node should no longer be used.
     *
     * @return true when it should not
     */
    public boolean isDeprecated() {
        return deprecated;
    }

    /**
     * Sets whether the node should no longer be used.
     *
     * @param isDeprecated true when it should not
     */
    protected void setIsDeprecated(final boolean isDeprecated) {
        deprecated = isDeprecated;
    }

    /**
     * Returns links to more about the node.
     *
     * @return the links
     */
    public List<DescriptionLink> getLinks() {
        return List.of();
    }

    /**
     * Returns the description of the interactive view.
     *
     * @return the description, empty when there is none
     */
    public Optional<String> getInteractiveViewDescription() {
        return Optional.empty();
    }

    /** A link to more about a node. */
    public static final class DescriptionLink {
        private final String target;
        private final String text;

        /**
         * Creates a link.
         *
         * @param target where it leads
         * @param text what it shows
         */
        public DescriptionLink(final String target, final String text) {
            this.target = target;
            this.text = text;
        }

        /**
         * Returns where the link leads.
         *
         * @return the address
         */
        public String getTarget() {
            return target;
        }

        /**
         * Returns what the link shows.
         *
         * @return the text
         */
        public String getText() {
            return text;
        }
    }
}
