package org.knime.node;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeModel;
import org.knime.core.node.config.ConfigRO;
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
        final boolean isInput = group.side() == Side.INPUT;
        if (group.mode() instanceof PortModes.Fixed fixed) {
            if (isInput) {
                builder.addFixedInputPortGroup(id, fixed.type());
            } else {
                builder.addFixedOutputPortGroup(id, fixed.type());
            }
        } else if (group.mode() instanceof PortModes.Extendable extendable) {
            final PortType[] none = {};
            if (isInput) {
                builder.addExtendableInputPortGroupWithDefault(id, none, extendable.defaults(), extendable.types());
            } else {
                builder.addExtendableOutputPortGroupWithDefault(id, none, extendable.defaults(), extendable.types());
            }
        }
    }

    @Override
    protected final NodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        final PortsConfiguration ports = creationConfig.getPortConfig().orElse(null);
        if (m_node.model() instanceof DefaultModel.Standard standard) {
            return new StandardNodeModel(standard, viewParametersClass(), ports);
        }
        checkOneTableInAndOut(ports);
        return new RearrangingNodeModel((DefaultModel.Rearranging) m_node.model(), viewParametersClass(), ports);
    }

    private Class<? extends NodeParameters> viewParametersClass() {
        return m_node.view().flatMap(DefaultView::parametersClass).orElse(null);
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
        return m_node.model().parametersClass().isPresent() || viewParametersClass() != null;
    }

    @Override
    public final NodeDialog createNodeDialog() {
        if (!hasNodeDialog()) {
            throw new IllegalStateException("A node without parameters has no dialog.");
        }
        return new DeclaredDialog(m_node);
    }

    public final boolean hasNodeView() {
        return m_node.view().isPresent();
    }

    @Override
    public final NodeView createNodeView(final NodeModel nodeModel) {
        final DefaultView view = m_node.view().orElseThrow(() -> new IllegalStateException("The node has no view."));
        return new DeclaredView(view, nodeModel);
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
    public final String getInportName(final int index) {
        return super.getInportName(index);
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
}
