package org.knime.core.webui.node.view;

import org.knime.core.node.NodeModel;
import org.knime.core.node.wizard.page.WizardPageContribution;

/**
 * A node factory whose nodes have a web view.
 *
 * @param <T> the class of the node's model
 */
public interface NodeViewFactory<T extends NodeModel> extends WizardPageContribution {

    /**
     * @param nodeModel the model of a node
     * @return the node's view
     */
    NodeView createNodeView(T nodeModel);
}
