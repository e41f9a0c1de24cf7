package org.knime.core.node.workflow;

import java.util.EventObject;

/** Tells that a node got further. */
public class NodeProgressEvent extends EventObject {
    private static final long serialVersionUID = 1L;

    private final transient NodeProgress progress;

    /**
     * Creates an event.
     *
     * @param source the node
     * @param progress how far it is
     */
    public NodeProgressEvent(final NodeID source, final NodeProgress progress) {
        super(source);
        this.progress = progress;
    }

    @Override
    public NodeID getSource() {
        return (NodeID) super.getSource();
    }

    /**
     * Returns how far the node is.
     *
     * @return the state of progress
     */
    public NodeProgress getNodeProgress() {
        return progress;
    }
}
