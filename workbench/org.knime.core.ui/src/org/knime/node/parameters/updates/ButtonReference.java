package org.knime.node.parameters.updates;

/** Marks a type that stands for a button of the dialog. */
public interface ButtonReference {}
