package org.knime.core.node.workflow;

import java.util.EventListener;

/** Hears of a node's progress. */
public interface NodeProgressListener extends EventListener {
    /**
     * Is called when progress or message changed, by the thread that runs the node.
     *
     * @param event the new state
     */
    void progressChanged(NodeProgressEvent event);
}
