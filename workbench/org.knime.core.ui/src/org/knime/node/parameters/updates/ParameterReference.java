package org.knime.node.parameters.updates;

/**
 * Marks a type that stands for a field, to which {@link ValueReference} binds it.
 *
 * @param <V> the type of the field
 */
@SuppressWarnings("unused") // the type parameter is for the compiler's checks of references
public interface ParameterReference<V> {}
