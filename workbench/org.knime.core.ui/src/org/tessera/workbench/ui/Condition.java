package org.tessera.workbench.ui;

import java.util.List;
import java.util.stream.Stream;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.ParameterReference;

/** The conditions of effects as the workbench knows them: they can be read. */
public sealed interface Condition extends EffectPredicate {

    /** @return the condition in words, for snapshots of dialogs */
    String describe();

    /**
     * @param predicates conditions
     * @return the same as conditions of the workbench
     * @throws IllegalArgumentException if one was not made by a predicate initializer
     */
    static List<Condition> of(final EffectPredicate... predicates) {
        return Stream.of(predicates)
                .map(predicate -> {
                    if (predicate instanceof Condition condition) {
                        return condition;
                    }
                    throw new IllegalArgumentException(
                            "Conditions are made by the predicate initializer, not by " + predicate + ".");
                })
                .toList();
    }

    /**
     * Holds always or never.
     *
     * @param value whether it holds
     */
    record Constant(boolean value) implements Condition {

        @Override
        public String describe() {
            return value ? "always" : "never";
        }
    }

    /**
     * Holds for some values of a field.
     *
     * @param reference the field's reference
     * @param text which values, in words
     */
    record OfValue(Class<? extends ParameterReference<?>> reference, String text) implements Condition {

        @Override
        public String describe() {
            return reference.getSimpleName() + " " + text;
        }
    }
}
