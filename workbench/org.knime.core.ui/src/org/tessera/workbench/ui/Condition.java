package org.tessera.workbench.ui;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.PredicateVisitor;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.ParameterReference;

/** The conditions of effects as the workbench knows them: they can be read and evaluated. */
public sealed interface Condition extends EffectPredicate {

    /**
     * Evaluates the condition.
     *
     * @param values gives the value of a reference
     * @return whether the condition holds
     */
    boolean holds(Values values);

    /** @return the condition in words, for snapshots of dialogs */
    String describe();

    @Override
    default <T> T accept(final PredicateVisitor<T> visitor) {
        throw new UnsupportedOperationException("The workbench evaluates its conditions without visitors.");
    }

    /** Gives the values of references. */
    @FunctionalInterface
    interface Values {

        /**
         * @param reference a reference
         * @return the value of the field bound to it
         */
        Object get(Class<?> reference);
    }

    /**
     * @param predicates conditions
     * @return holds if all hold
     */
    static Condition allOf(final EffectPredicate... predicates) {
        return new All(of(predicates));
    }

    /**
     * @param predicates conditions
     * @return holds if at least one holds
     */
    static Condition anyOf(final EffectPredicate... predicates) {
        return new Any(of(predicates));
    }

    /**
     * @param predicate a condition
     * @return holds if it does not
     */
    static Condition not(final EffectPredicate predicate) {
        return new Not(of(predicate).get(0));
    }

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
     * Holds if all hold.
     *
     * @param parts the conditions
     */
    record All(List<Condition> parts) implements Condition {

        @Override
        public boolean holds(final Values values) {
            return parts.stream().allMatch(part -> part.holds(values));
        }

        @Override
        public String describe() {
            return join(parts, " and ");
        }
    }

    /**
     * Holds if at least one holds.
     *
     * @param parts the conditions
     */
    record Any(List<Condition> parts) implements Condition {

        @Override
        public boolean holds(final Values values) {
            return parts.stream().anyMatch(part -> part.holds(values));
        }

        @Override
        public String describe() {
            return join(parts, " or ");
        }
    }

    /**
     * Holds if another one does not.
     *
     * @param part the other one
     */
    record Not(Condition part) implements Condition {

        @Override
        public boolean holds(final Values values) {
            return !part.holds(values);
        }

        @Override
        public String describe() {
            return "not (" + part.describe() + ")";
        }
    }

    /**
     * Holds always or never.
     *
     * @param value whether it holds
     */
    record Constant(boolean value) implements Condition {

        @Override
        public boolean holds(final Values values) {
            return value;
        }

        @Override
        public String describe() {
            return value ? "always" : "never";
        }
    }

    /**
     * Holds for some values of a field.
     *
     * @param reference the field's reference
     * @param test accepts the values
     * @param text which values, in words
     */
    record OfValue(Class<? extends ParameterReference<?>> reference, Predicate<Object> test, String text)
            implements Condition {

        @Override
        public boolean holds(final Values values) {
            return test.test(values.get(reference));
        }

        @Override
        public String describe() {
            return reference.getSimpleName() + " " + text;
        }
    }

    private static String join(final List<Condition> parts, final String word) {
        return "(" + String.join(word, parts.stream().map(Condition::describe).toList()) + ")";
    }
}
