package org.knime.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.tessera.workbench.ui.NodeTexts;

/** The declaration of a node: its texts, ports, model and view. Begins with {@link #create()}. */
public final class DefaultNode implements FluentNodeAPI {

    private final NodeTexts m_texts;
    private final List<PortGroup> m_ports;
    private final DefaultModel m_model;
    private final List<NodeTexts.Link> m_links = new ArrayList<>();
    private final List<String> m_keywords = new ArrayList<>();
    private NodeType m_type;
    private DefaultView m_view;

    private DefaultNode(final NodeTexts texts, final Consumer<DynamicPortsAdder> ports, final DefaultModel model) {
        m_texts = texts;
        m_ports = PortGroups.collect(ports);
        m_model = model;
    }

    /** @return the first stage of a declaration */
    public static RequireName create() {
        return name -> icon -> shortText -> fullText -> (major, minor, revision) -> ports -> model -> new DefaultNode(
                new NodeTexts(name, icon, shortText, fullText, major + "." + minor + "." + revision),
                ports,
                model.apply(DefaultModel.create()));
    }

    /**
     * Adds the node's view.
     *
     * @param view declares it
     * @return this
     * @throws UnsupportedOperationException if there is a view already
     */
    public DefaultNode addView(final Function<RequireViewParameters, DefaultView> view) {
        if (m_view != null) {
            throw new UnsupportedOperationException("A node can have one view only.");
        }
        m_view = view.apply(DefaultView.create());
        return this;
    }

    /**
     * Sets the node's type; without it the type is derived from the ports.
     *
     * @param nodeType the type
     * @return this
     * @throws IllegalStateException if it is set already
     */
    public DefaultNode nodeType(final NodeType nodeType) {
        if (m_type != null) {
            throw new IllegalStateException("The node's type is set already: " + m_type + ".");
        }
        m_type = nodeType;
        return this;
    }

    /**
     * Sets the words by which the node can be found besides its name.
     *
     * @param keywords the words
     * @return this
     * @throws IllegalStateException if they are set already
     */
    public DefaultNode keywords(final String... keywords) {
        if (!m_keywords.isEmpty()) {
            throw new IllegalStateException("The node's keywords are set already: " + m_keywords + ".");
        }
        if (keywords == null || Arrays.asList(keywords).contains(null)) {
            throw new IllegalArgumentException("A keyword must not be null.");
        }
        m_keywords.addAll(Arrays.asList(keywords));
        return this;
    }

    /**
     * Adds a link to the node's description.
     *
     * @param href the address
     * @param description the text of the link
     * @return this
     */
    public DefaultNode addExternalResource(final String href, final String description) {
        m_links.add(new NodeTexts.Link(
                Objects.requireNonNull(href, "A link needs an address."),
                Objects.requireNonNull(description, "A link needs a text.")));
        return this;
    }

    NodeTexts texts() {
        return m_texts;
    }

    List<PortGroup> ports() {
        return m_ports;
    }

    DefaultModel model() {
        return m_model;
    }

    Optional<DefaultView> view() {
        return Optional.ofNullable(m_view);
    }

    NodeType typeOrNull() {
        return m_type;
    }

    List<String> keywords() {
        return List.copyOf(m_keywords);
    }

    List<NodeTexts.Link> links() {
        return List.copyOf(m_links);
    }

    /** The stage that takes the node's name. */
    public interface RequireName {

        /**
         * @param name the name
         * @return the next stage
         */
        RequireIcon name(String name);
    }

    /** The stage that takes the node's icon. */
    public interface RequireIcon {

        /**
         * @param icon the path of a 16 x 16 image, relative to the factory class
         * @return the next stage
         */
        RequireShortDescription icon(String icon);
    }

    /** The stage that takes the node's short description. */
    public interface RequireShortDescription {

        /**
         * @param shortDescription one sentence
         * @return the next stage
         */
        RequireFullDescription shortDescription(String shortDescription);
    }

    /** The stage that takes the node's full description. */
    public interface RequireFullDescription {

        /**
         * @param fullDescription the text, may hold simple markup
         * @return the next stage
         */
        RequireSinceVersion fullDescription(String fullDescription);
    }

    /** The stage that takes the version that first had the node. */
    public interface RequireSinceVersion {

        /**
         * @param major the first number
         * @param minor the second number
         * @param revision the third number
         * @return the next stage
         */
        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** The stage that takes the node's model. */
    public interface RequireModel {

        /**
         * @param model declares it
         * @return the declared node, to which more can be added
         */
        DefaultNode model(Function<RequireModelParameters, DefaultModel> model);
    }
}
