package org.knime.core.node;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.Objects;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Creates the parts of a node. A factory has a public constructor without arguments and is named in the
 * {@code plugin.xml} of its bundle.
 *
 * @param <T> the model of the node
 */
public abstract class NodeFactory<T extends NodeModel> {
    private NodeDescription description;

    /** What a node does, which gives its color. */
    public enum NodeType {
        /** Reads data. */
        Source,
        /** Writes data. */
        Sink,
        /** Builds a model. */
        Learner,
        /** Applies a model. */
        Predictor,
        /** Changes data. */
        Manipulator,
        /** Shows data. */
        Visualizer,
        /** Shows data and takes input on a page. */
        Widget,
        /** Holds other nodes. */
        Meta,
        /** Starts a loop. */
        LoopStart,
        /** Ends a loop. */
        LoopEnd,
        /** Starts a scope. */
        ScopeStart,
        /** Ends a scope. */
        ScopeEnd,
        /** Takes input. */
        QuickForm,
        /** Takes input in a dialog. */
        Configuration,
        /** Does none of the others. */
        Other,
        /** Stands for a node that is not installed. */
        Missing,
        /** Does not tell. */
        Unknown,
        /** Holds other nodes as a component. */
        Subnode,
        /** Exchanges data with other programs. */
        Container,
        /** Brings data into a component. */
        VirtualIn,
        /** Takes data out of a component. */
        VirtualOut
    }

    /** For subclasses. */
    protected NodeFactory() {
        this(false);
    }

    /**
     * For subclasses. The embedded workbench always asks for the description when it is needed.
     *
     * @param lazyInitialization whether the description is created when it is needed
     */
    protected NodeFactory(final boolean lazyInitialization) {
        if (!lazyInitialization && getClass().isAnonymousClass()) {
            NodeLogger.getLogger(getClass()).debug("An anonymous factory cannot be created from a workflow");
        }
    }

    /** Creates the description now. */
    public synchronized void init() {
        description();
    }

    /**
     * Creates a model.
     *
     * @return a new model
     */
    public abstract T createNodeModel();

    /**
     * Creates a model for a configuration of ports.
     *
     * @param creationConfig the configuration, null for none
     * @return a new model
     */
    protected T createNodeModel(final NodeCreationConfiguration creationConfig) {
        return createNodeModel();
    }

    /**
     * Creates the description. Here it is named after the class and has nothing else.
     *
     * @return the description
     * @throws SAXException when its XML is malformed
     * @throws IOException when it cannot be read
     */
    protected NodeDescription createNodeDescription() throws SAXException, IOException {
        return new PlainNodeDescription(getClass());
    }

    final synchronized NodeDescription description() {
        if (description == null) {
            try {
                description = Objects.requireNonNull(createNodeDescription());
            } catch (SAXException | IOException e) {
                NodeLogger.getLogger(getClass()).coding("The node's description cannot be read", e);
                description = new PlainNodeDescription(getClass());
            }
        }
        return description;
    }

    /**
     * Returns the name of the node.
     *
     * @return the name
     */
    public final String getNodeName() {
        return description().getNodeName();
    }

    /**
     * Returns the icon.
     *
     * @return its address, null for none
     */
    public URL getIcon() {
        final String path = description().getIconPath();
        return path == null ? null : getClass().getResource(absolute(path));
    }

    /** A bundle's class loader does not know "..": the path is made absolute, from the factory's package on. */
    private String absolute(final String path) {
        final String folder = "/" + getClass().getPackageName().replace('.', '/') + "/";
        return URI.create(folder).resolve(path).normalize().getPath();
    }

    /**
     * Returns the name of an input.
     *
     * @param index its number, the flow variable port not counted
     * @return the name, null when there is none
     */
    public String getInportName(final int index) {
        return description().getInportName(index);
    }

    /**
     * Returns the whole description as XML.
     *
     * @return the element, null when there is none
     */
    public Element getXMLDescription() {
        return description().getXMLDescription();
    }

    /**
     * Reads what a factory that stands for several nodes stored in {@code factory_settings}.
     *
     * @param config where it was stored
     * @throws InvalidSettingsException when it is not valid
     */
    public void loadAdditionalFactorySettings(final ConfigRO config) throws InvalidSettingsException {
        // most factories stand for one node and store nothing
    }
}
