package org.knime.node.parameters.widget.choices;

/** Provides texts with a type, such as the columns of a table. */
public non-sealed interface TypedStringChoicesProvider extends ChoicesStateProvider<TypedStringChoice> {}
