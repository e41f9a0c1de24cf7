package org.knime.core.node.workflow;

/** What lies on a {@link FlowObjectStack}. */
abstract class FlowObject implements Cloneable {}
