package org.knime.node.parameters.updates;

/** A condition on the dialog's values. */
public interface EffectPredicate {}
