package org.tessera.workbench.run;

import java.time.Duration;
import org.tessera.workbench.workflow.WorkflowNode;

/** Is told what happens while a workflow runs; methods are called from several threads. */
public interface RunListener {

    /**
     * Notes that a node started.
     *
     * @param node the node
     */
    void started(WorkflowNode node);

    /**
     * Notes a node's progress.
     *
     * @param node the node
     * @param fraction how much is done, from 0 to 1; negative if not known
     * @param message what it does, or {@code null}
     */
    void progress(WorkflowNode node, double fraction, String message);

    /**
     * Notes that a node was executed.
     *
     * @param node the node
     * @param duration how long it took
     * @param summary what it produced, may be empty
     * @param warning its warning, or {@code null}
     */
    void executed(WorkflowNode node, Duration duration, String summary, String warning);

    /**
     * Notes that a node failed.
     *
     * @param node the node
     * @param message why, with details and remedies on further lines
     */
    void failed(WorkflowNode node, String message);

    /**
     * Notes that a node was canceled while it ran.
     *
     * @param node the node
     */
    void canceled(WorkflowNode node);

    /**
     * Notes that a node was not started because a node before it did not succeed or the run was canceled.
     *
     * @param node the node
     */
    void skipped(WorkflowNode node);
}
