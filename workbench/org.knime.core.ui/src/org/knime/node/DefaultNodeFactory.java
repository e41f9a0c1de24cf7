package org.knime.node;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeModel;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.dialog.NodeDialog;
import org.knime.core.webui.node.dialog.NodeDialogFactory;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.node.view.NodeViewFactory;
import org.knime.node.PortGroup.Side;
import org.knime.node.parameters.NodeParameters;
import org.w3c.dom.Element;

/** Makes the nodes of a declaration. A subclass has a public constructor without arguments. */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel>
        implements NodeDialogFactory, NodeViewFactory<NodeModel> {

    private final DefaultNode m_node;

    /** @param node the declaration */
    protected DefaultNodeFactory(final DefaultNode node) {
        super(true);
        m_node = node;
        super.init();
    }

    @Override
    protected final NodeDescription createNodeDescription() {
        return Descriptions.of(m_node);
    }

    @Override
    protected final Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final List<PortGroup> groups = m_node.ports();
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        final PortsConfigurationBuilder builder = new PortsConfigurationBuilder();
        groups.forEach(group -> add(group, builder));
        return Optional.of(builder);
    }

    private static void add(final PortGroup group, final PortsConfigurationBuilder builder) {
        final String id = group.id();
        final Side side = group.side();
        if (group.mode() instanceof PortModes.Fixed fixed) {
            addFixed(builder, side, id, fixed.type());
        } else if (group.mode() instanceof PortModes.Optional optional) {
            addOptional(builder, side, id, optional);
        } else if (group.mode() instanceof PortModes.Extendable extendable) {
            addExtendable(builder, side, id, extendable);
        } else if (group.mode() instanceof PortModes.Exchangeable exchangeable) {
            addExchangeable(builder, side, id, exchangeable);
        } else if (group.mode() instanceof PortModes.Bound bound) {
            addBound(builder, side, id, bound);
        }
    }

    private static void addFixed(
            final PortsConfigurationBuilder builder, final Side side, final String id, final PortType type) {
        switch (side) {
            case INPUT -> builder.addFixedInputPortGroup(id, type);
            case OUTPUT -> builder.addFixedOutputPortGroup(id, type);
            case BOTH -> builder.addFixedPortGroup(id, type);
        }
    }

    private static void addOptional(
            final PortsConfigurationBuilder builder, final Side side, final String id, final PortModes.Optional mode) {
        final PortType type = mode.defaultOrNull();
        final PortType[] list = mode.types().list();
        final Predicate<PortType> predicate = mode.types().predicate();
        if (list != null) {
            switch (side) {
                case INPUT -> builder.addOptionalInputPortGroupWithDefault(id, type, list);
                case OUTPUT -> builder.addOptionalOutputPortGroupWithDefault(id, type, list);
                case BOTH -> builder.addOptionalPortGroupWithDefault(id, type, list);
            }
        } else {
            switch (side) {
                case INPUT -> builder.addOptionalInputPortGroupWithDefault(id, type, predicate);
                case OUTPUT -> builder.addOptionalOutputPortGroupWithDefault(id, type, predicate);
                case BOTH -> builder.addOptionalPortGroupWithDefault(id, type, predicate);
            }
        }
    }

    private static void addExtendable(
            final PortsConfigurationBuilder builder,
            final Side side,
            final String id,
            final PortModes.Extendable mode) {
        final PortType[] list = mode.types().list();
        final Predicate<PortType> predicate = mode.types().predicate();
        final PortType[] fixed = mode.fixed();
        final PortType[] defaults = mode.defaults();
        if (list != null) {
            switch (side) {
                case INPUT -> builder.addExtendableInputPortGroupWithDefault(id, fixed, defaults, list);
                case OUTPUT -> builder.addExtendableOutputPortGroupWithDefault(id, fixed, defaults, list);
                case BOTH -> builder.addExtendablePortGroupWithDefault(id, fixed, defaults, list);
            }
        } else {
            switch (side) {
                case INPUT -> builder.addExtendableInputPortGroupWithDefault(id, fixed, defaults, predicate);
                case OUTPUT -> builder.addExtendableOutputPortGroupWithDefault(id, fixed, defaults, predicate);
                case BOTH -> builder.addExtendablePortGroupWithDefault(id, fixed, defaults, predicate);
            }
        }
    }

    private static void addExchangeable(
            final PortsConfigurationBuilder builder,
            final Side side,
            final String id,
            final PortModes.Exchangeable mode) {
        final PortType[] list = mode.types().list();
        final Predicate<PortType> predicate = mode.types().predicate();
        if (list != null) {
            switch (side) {
                case INPUT -> builder.addExchangeableInputPortGroup(id, mode.type(), list);
                case OUTPUT -> builder.addExchangeableOutputPortGroup(id, mode.type(), list);
                case BOTH -> builder.addExchangeablePortGroup(id, mode.type(), list);
            }
        } else {
            switch (side) {
                case INPUT -> builder.addExchangeableInputPortGroup(id, mode.type(), predicate);
                case OUTPUT -> builder.addExchangeableOutputPortGroup(id, mode.type(), predicate);
                case BOTH -> builder.addExchangeablePortGroup(id, mode.type(), predicate);
            }
        }
    }

    private static void addBound(
            final PortsConfigurationBuilder builder, final Side side, final String id, final PortModes.Bound mode) {
        final String group = mode.group();
        switch (side) {
            case INPUT -> builder.addBoundExtendableInputPortGroupWithDefault(id, group, mode.fixed(), mode.defaults());
            case OUTPUT -> builder.addBoundExtendableOutputPortGroupWithDefault(
                    id, group, mode.fixed(), mode.defaults());
            case BOTH -> builder.addBoundExtendablePortGroupWithDefault(id, group, mode.fixed(), mode.defaults());
        }
    }

    @Override
    protected final NodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        final PortsConfiguration ports = creationConfig.getPortConfig().orElse(null);
        final Class<? extends NodeParameters> viewParameters =
                m_node.view().flatMap(DefaultView::parametersClass).orElse(null);
        if (m_node.model() instanceof DefaultModel.Standard standard) {
            return new StandardNodeModel(standard, viewParameters, ports);
        }
        checkOneTableInAndOut(ports);
        return new RearrangingNodeModel((DefaultModel.Rearranging) m_node.model(), viewParameters, ports);
    }

    private static void checkOneTableInAndOut(final PortsConfiguration ports) {
        if (ports == null || !isOneTable(ports.getInputPorts()) || !isOneTable(ports.getOutputPorts())) {
            throw new IllegalStateException(
                    "A node that rearranges columns needs one table as input and one as output and nothing else.");
        }
    }

    private static boolean isOneTable(final PortType... types) {
        return types.length == 1 && BufferedDataTable.TYPE.equals(types[0]);
    }

    @Override
    public boolean hasNodeDialog() {
        return m_node.model().parametersClass().isPresent()
                || m_node.view().flatMap(DefaultView::parametersClass).isPresent();
    }

    @Override
    public final NodeDialog createNodeDialog() {
        if (!hasNodeDialog()) {
            throw new IllegalStateException("A node without parameters has no dialog.");
        }
        return new DeclaredDialog(m_node);
    }

    @Override
    public final boolean hasNodeView() {
        return m_node.view().isPresent();
    }

    @Override
    public final NodeView createNodeView(final NodeModel nodeModel) {
        final DefaultView view = m_node.view().orElseThrow(() -> new IllegalStateException("The node has no view."));
        return new DeclaredView(view, nodeModel);
    }

    @Override
    protected final int getNrNodeViews() {
        return hasNodeView() ? 1 : 0;
    }

    @Override
    public final org.knime.core.node.NodeView<NodeModel> createNodeView(
            final int viewIndex, final NodeModel nodeModel) {
        return null;
    }

    @Override
    protected final boolean hasDialog() {
        return false;
    }

    @Override
    protected final NodeDialogPane createNodeDialogPane(final NodeCreationConfiguration creationConfig) {
        return null;
    }

    @Override
    protected final NodeDialogPane createNodeDialogPane() {
        return super.createNodeDialogPane();
    }

    @Override
    public final NodeModel createNodeModel() {
        return super.createNodeModel();
    }

    @Override
    public final URL getIcon() {
        return super.getIcon();
    }

    @Override
    public final NodeType getType() {
        return super.getType();
    }

    @Override
    public final String getInportName(final int index) {
        return super.getInportName(index);
    }

    @Override
    public final String getOutportName(final int index) {
        return super.getOutportName(index);
    }

    @Override
    public final Element getXMLDescription() {
        return super.getXMLDescription();
    }

    @Override
    public final synchronized void init() {
        super.init();
    }

    @Override
    public final void loadAdditionalFactorySettings(final ConfigRO config) throws InvalidSettingsException {
        super.loadAdditionalFactorySettings(config);
    }

    @Override
    public final void saveAdditionalFactorySettings(final ConfigWO config) {
        super.saveAdditionalFactorySettings(config);
    }
}
