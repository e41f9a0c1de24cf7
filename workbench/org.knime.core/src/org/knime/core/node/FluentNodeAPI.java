package org.knime.core.node;

/** Marks the stages of node declarations. */
public interface FluentNodeAPI {}
