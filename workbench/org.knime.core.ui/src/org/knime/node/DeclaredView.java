package org.knime.node;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;
import org.tessera.workbench.ui.ParametersStore;

/** The view of a node of a declaration. */
final class DeclaredView implements NodeView, ViewInput {

    private final DefaultView m_view;
    private final NodeModel m_model;
    private NodeParameters m_parameters;

    DeclaredView(final DefaultView view, final NodeModel model) {
        m_view = view;
        m_model = model;
    }

    @Override
    public Page getPage() {
        return m_view.page();
    }

    @Override
    @SuppressWarnings("unchecked") // the caller names the class of the data it declared
    public <D> Optional<InitialDataService<D>> createInitialDataService() {
        return m_view.createInitialData(this).map(service -> (InitialDataService<D>) service);
    }

    @Override
    public Optional<RpcDataService> createRpcDataService() {
        return m_view.createDataService(this);
    }

    @Override
    public void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (m_view.parametersClass().isPresent()) {
            ParametersStore.load(m_view.parametersClass().get(), settings).validate();
        }
    }

    @Override
    public void loadValidatedSettingsFrom(final NodeSettingsRO settings) {
        if (m_view.parametersClass().isPresent()) {
            try {
                m_parameters = ParametersStore.load(m_view.parametersClass().get(), settings);
            } catch (InvalidSettingsException e) {
                throw new IllegalStateException("The settings of the view should be valid.", e);
            }
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the caller names the class of the parameters it declared
    public <S extends NodeParameters> S getParameters() {
        return (S) m_parameters;
    }

    @Override
    public PortObject[] getInternalPortObjects() {
        if (m_model instanceof PortObjectHolder holder) {
            return holder.getInternalPortObjects();
        }
        throw new IllegalStateException("A model that only rearranges columns keeps no objects for a view.");
    }
}
