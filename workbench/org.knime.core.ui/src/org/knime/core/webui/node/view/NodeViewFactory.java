package org.knime.core.webui.node.view;

import java.io.IOException;
import java.util.Optional;
import org.knime.core.node.NodeModel;
import org.knime.core.node.wizard.page.WizardPageContribution;
import org.knime.core.node.workflow.NativeNodeContainer;

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

    @Override
    default Optional<String> validateViewValue(final NativeNodeContainer nnc, final String value) throws IOException {
        return Optional.empty();
    }

    @Override
    default void loadViewValue(final NativeNodeContainer nnc, final String value) throws IOException {
        // a view of the workbench applies no values
    }

    @Override
    default Optional<String> getInitialViewValue(final NativeNodeContainer nnc) {
        return Optional.empty();
    }
}
