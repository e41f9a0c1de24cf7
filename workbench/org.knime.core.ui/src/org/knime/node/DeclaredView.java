package org.knime.node;

import java.util.Optional;
import org.knime.core.node.NodeModel;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView.ViewInput;

/** The view of a node of a declaration. */
final class DeclaredView implements NodeView, ViewInput {

    private final DefaultView m_view;
    private final NodeModel m_model;

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
    public PortObject[] getInternalPortObjects() {
        if (m_model instanceof PortObjectHolder holder) {
            return holder.getInternalPortObjects();
        }
        throw new IllegalStateException("A model that only rearranges columns keeps no objects for a view.");
    }
}
