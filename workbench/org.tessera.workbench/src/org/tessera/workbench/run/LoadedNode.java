package org.tessera.workbench.run;

import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.workflow.Connection;
import org.tessera.workbench.workflow.WorkflowNode;

/** A created node of a workflow with its connections; ports are counted from 0, the flow variable port. */
final class LoadedNode {
    private final WorkflowNode node;
    private final NativeNode kernel;
    private final Connection[] inputs;
    private int consumers;

    LoadedNode(WorkflowNode node, NativeNode kernel) {
        this.node = node;
        this.kernel = kernel;
        this.inputs = new Connection[kernel.inPortCount()];
    }

    WorkflowNode node() {
        return node;
    }

    NativeNode kernel() {
        return kernel;
    }

    /** The connections at the inputs; null where nothing is connected. */
    Connection[] inputs() {
        return inputs;
    }

    synchronized void addConsumer() {
        consumers++;
    }

    /** Frees the outputs if nobody waits for them. */
    synchronized void releaseIfUnused() {
        if (consumers == 0) {
            kernel.releaseOutputs();
        }
    }

    /** Notes that a consumer has ended; the last one frees the outputs. */
    synchronized void release() {
        consumers--;
        releaseIfUnused();
    }
}
