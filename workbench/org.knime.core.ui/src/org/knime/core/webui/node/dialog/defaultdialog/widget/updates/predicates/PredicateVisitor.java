package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;

/**
 * Named by the signature of {@link org.knime.node.parameters.updates.EffectPredicate#accept}; has no methods here, the
 * workbench evaluates its conditions itself.
 *
 * @param <T> the type of the result
 */
@SuppressWarnings("unused") // the type parameter belongs to the signature
public interface PredicateVisitor<T> {}
