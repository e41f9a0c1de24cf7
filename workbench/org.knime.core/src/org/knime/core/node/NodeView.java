package org.knime.core.node;

import org.knime.core.node.message.Message;

/**
 * A Swing view of a node. The embedded workbench shows none; the class is here because factories name it.
 *
 * @param <T> the node's model
 */
public abstract class NodeView<T extends NodeModel> extends AbstractNodeView<T> implements NodeModelWarningListener {
    /**
     * Creates a view.
     *
     * @param model the node's model, not null
     */
    protected NodeView(final T model) {
        super(model);
    }

    /**
     * Returns the node's model.
     *
     * @return the model
     */
    protected T getNodeModel() {
        return getViewableModel();
    }

    /** Is called when the view opened. */
    protected abstract void onOpen();

    /** Is called when the view closed. */
    protected abstract void onClose();

    @Override
    public void warningChanged(final Message warning) {
        // a view that is never shown has nowhere to put it
    }
}
