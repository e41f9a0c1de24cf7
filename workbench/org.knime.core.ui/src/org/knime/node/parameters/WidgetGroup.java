package org.knime.node.parameters;

/** Marks a class whose fields are dialog elements. */
public interface WidgetGroup {}
