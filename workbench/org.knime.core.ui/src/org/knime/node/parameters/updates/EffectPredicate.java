package org.knime.node.parameters.updates;

import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.PredicateVisitor;
import org.tessera.workbench.ui.Condition;

/** A condition on the dialog's values. */
public interface EffectPredicate {

    /**
     * @param <T> the type of the result
     * @param visitor handles the kind of predicate
     * @return the visitor's result
     */
    <T> T accept(PredicateVisitor<T> visitor);

    /**
     * @param other another condition
     * @return holds if both hold
     */
    default EffectPredicate and(final EffectPredicate other) {
        return Condition.allOf(this, other);
    }

    /**
     * @param other another condition
     * @return holds if at least one holds
     */
    default EffectPredicate or(final EffectPredicate other) {
        return Condition.anyOf(this, other);
    }

    /** @return holds if this does not */
    default EffectPredicate negate() {
        return Condition.not(this);
    }
}
