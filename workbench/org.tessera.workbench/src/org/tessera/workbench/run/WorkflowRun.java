package org.tessera.workbench.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.workflow.NodeMessage;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.kernel.NodeState;
import org.tessera.workbench.kernel.WorkflowSite;
import org.tessera.workbench.ui.NodeViews;
import org.tessera.workbench.workflow.Connection;

/**
 * One execution of a workflow: nodes that do not depend on each other run at the same time; the results do not depend on
 * their order. An instance runs once.
 *
 * <p>Before a node is executed it is configured with the specs of what is at its inputs, as KNIME does after the nodes
 * before it have run. Outputs are freed when their last consumer has ended.
 */
public final class WorkflowRun {
    private static final NodeLogger LOGGER = NodeLogger.getLogger(WorkflowRun.class);

    private final LoadedWorkflow workflow;
    private final RunListener listener;
    private final Scheduler scheduler;
    private final Set<NativeNode> running = ConcurrentHashMap.newKeySet();
    private final Set<DefaultNodeProgressMonitor> monitors = ConcurrentHashMap.newKeySet();
    private volatile boolean canceled;

    /**
     * Prepares an execution.
     *
     * @param workflow the workflow
     * @param listener told what happens
     * @param threads how many nodes run at the same time at most, at least 1
     */
    public WorkflowRun(LoadedWorkflow workflow, RunListener listener, int threads) {
        this.workflow = workflow;
        this.listener = listener;
        this.scheduler = new Scheduler(workflow.dependencies(), threads);
    }

    /**
     * Executes the workflow; returns when no node runs any more.
     *
     * @return whether all nodes were executed
     */
    public boolean run() {
        return scheduler.run(
                this::runNode, id -> listener.skipped(workflow.node(id).node()));
    }

    /** Cancels the nodes that run and starts no others; returns at once. */
    public void cancel() {
        canceled = true;
        scheduler.cancel();
        monitors.forEach(DefaultNodeProgressMonitor::setExecuteCanceled);
        running.forEach(NativeNode::cancel);
    }

    /**
     * Tells whether the execution was canceled.
     *
     * @return whether {@link #cancel()} was called
     */
    public boolean isCanceled() {
        return canceled;
    }

    private boolean runNode(int id) {
        LoadedNode node = workflow.node(id);
        long start = System.nanoTime();
        listener.started(node.node());
        running.add(node.kernel());
        try {
            boolean success = execute(node);
            Optional<String> viewProblem = success ? viewProblem(node.kernel()) : Optional.empty();
            if (viewProblem.isPresent()) {
                listener.failed(
                        node.node(), "Its view cannot be shown after it was opened again: " + viewProblem.get());
                return false;
            }
            report(node, success, Duration.ofNanos(System.nanoTime() - start));
            return success;
        } catch (RuntimeException | Error e) {
            listener.failed(node.node(), "Failed in the workbench itself: " + e);
            LOGGER.debug("Failed in the workbench itself", e);
            return false;
        } finally {
            running.remove(node.kernel());
            for (Connection connection : node.inputs()) {
                if (connection != null) {
                    workflow.source(connection).release();
                }
            }
            node.releaseIfUnused();
        }
    }

    private boolean execute(LoadedNode node) {
        if (canceled || !workflow.configure(node, workflow.inputSpecs(node))) {
            return false;
        }
        PortObject[] inputs = new PortObject[node.inputs().length];
        for (int i = 0; i < inputs.length; i++) {
            Connection connection = node.inputs()[i];
            inputs[i] = connection == null
                    ? null
                    : workflow.source(connection).kernel().outputs()[connection.sourcePort()];
        }
        DefaultNodeProgressMonitor monitor = monitor(node);
        monitors.add(monitor);
        if (canceled) {
            monitor.setExecuteCanceled();
        }
        workflow.site().enter();
        try {
            return node.kernel().execute(inputs, monitor) == NodeState.EXECUTED;
        } finally {
            WorkflowSite.leave();
            monitors.remove(monitor);
        }
    }

    /** Why the view of a node that was saved and opened again does not work; a node that was not is not asked. */
    private static Optional<String> viewProblem(NativeNode node) {
        if (!node.environment().roundTrips() || !NodeViews.hasView(node.factory())) {
            return Optional.empty();
        }
        try {
            NodeViews.html(node);
            return NodeViews.initialData(node).filter(data -> data.startsWith("{\"internalError\""));
        } catch (IOException | RuntimeException e) {
            return Optional.of(e.toString());
        }
    }

    private DefaultNodeProgressMonitor monitor(LoadedNode node) {
        return new DefaultNodeProgressMonitor(event -> {
            Double progress = event.getNodeProgress().getProgress();
            listener.progress(
                    node.node(),
                    progress == null ? -1 : progress,
                    event.getNodeProgress().getMessage());
        });
    }

    private void report(LoadedNode node, boolean success, Duration duration) {
        NodeMessage message = node.kernel().message();
        if (success) {
            String warning =
                    message.getMessageType() == NodeMessage.Type.WARNING ? LoadedWorkflow.described(message) : null;
            listener.executed(node.node(), duration, summary(node.kernel().outputs()), warning);
        } else if (canceled) {
            listener.canceled(node.node());
        } else {
            listener.failed(node.node(), LoadedWorkflow.problem(node));
        }
    }

    private static String summary(PortObject[] outputs) {
        return outputs.length < 2 || outputs[1] == null ? "" : outputs[1].getSummary();
    }
}
