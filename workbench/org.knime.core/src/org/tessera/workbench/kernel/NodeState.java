package org.tessera.workbench.kernel;

/** What a node has reached. */
public enum NodeState {
    /** The node cannot be executed: an input is missing or its settings do not fit. */
    IDLE,
    /** The node can be executed. */
    CONFIGURED,
    /** The node has its outputs. */
    EXECUTED
}
