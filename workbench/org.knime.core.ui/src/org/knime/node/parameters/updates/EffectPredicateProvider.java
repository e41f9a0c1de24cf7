package org.knime.node.parameters.updates;

import java.util.function.Predicate;
import org.knime.core.webui.node.dialog.defaultdialog.setting.singleselection.StringOrEnum;
import org.knime.node.parameters.NodeParametersInput;
import org.tessera.workbench.ui.Condition;

/** Makes the predicate of an {@link Effect}; has a constructor without arguments. */
@FunctionalInterface
public interface EffectPredicateProvider {

    /**
     * @param i gives access to the values by their references
     * @return the predicate
     */
    EffectPredicate init(PredicateInitializer i);

    /**
     * @param predicates conditions
     * @return holds if all hold
     */
    default EffectPredicate and(final EffectPredicate... predicates) {
        return Condition.allOf(predicates);
    }

    /**
     * @param predicate a condition
     * @return holds if it does not
     */
    default EffectPredicate not(final EffectPredicate predicate) {
        return Condition.not(predicate);
    }

    /**
     * @param predicates conditions
     * @return holds if at least one holds
     */
    default EffectPredicate or(final EffectPredicate... predicates) {
        return Condition.anyOf(predicates);
    }

    /** Makes predicates on referenced values. */
    interface PredicateInitializer {

        /**
         * @param reference the reference of a text
         * @return makes predicates on it
         */
        StringReference getString(Class<? extends ParameterReference<String>> reference);

        /**
         * @param reference the reference of a flag
         * @return makes predicates on it
         */
        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        /**
         * @param <T> the type of an element
         * @param reference the reference of an array
         * @return makes predicates on it
         */
        <T> ArrayReference getArray(Class<? extends ParameterReference<T[]>> reference);

        /**
         * @param <E> the enum
         * @param reference the reference of a text or constant
         * @return makes predicates on it
         */
        <E extends Enum<E>> StringOrEnumReference<E> getStringOrEnum(
                Class<? extends ParameterReference<StringOrEnum<E>>> reference);

        /**
         * @param <E> the enum
         * @param reference the reference of a constant
         * @return makes predicates on it
         */
        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        /**
         * @param reference a reference
         * @return whether no field of the dialog is bound to it
         */
        boolean isMissing(Class<? extends ParameterReference<?>> reference);

        /**
         * @param predicate a condition on the node's input
         * @return holds if the condition held when the dialog was opened
         */
        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        /** @return never holds */
        default EffectPredicate never() {
            return getConstant(input -> false);
        }

        /** @return always holds */
        default EffectPredicate always() {
            return getConstant(input -> true);
        }

        /**
         * @param predicateProviderClass another provider
         * @return its predicate
         */
        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> predicateProviderClass);

        /**
         * @param predicateProvider another provider
         * @return its predicate
         */
        EffectPredicate getPredicate(EffectPredicateProvider predicateProvider);

        /** Predicates on a text. */
        interface StringReference {

            /**
             * @param value a text
             * @return holds if the value equals it
             */
            EffectPredicate isEqualTo(String value);

            /**
             * @param pattern a regular expression
             * @return holds if the value matches it
             */
            EffectPredicate matchesPattern(String pattern);
        }

        /** Predicates on a flag. */
        interface BooleanReference {

            /** @return holds if the flag is set */
            EffectPredicate isTrue();

            /** @return holds if the flag is not set */
            EffectPredicate isFalse();
        }

        /**
         * Predicates on a constant.
         *
         * @param <E> the enum
         */
        interface EnumReference<E extends Enum<E>> {

            /**
             * @param values constants
             * @return holds if the value is one of them
             */
            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... values);
        }

        /** Predicates on an array. */
        interface ArrayReference {

            /** @return holds if the array has two or more elements */
            EffectPredicate hasMultipleItems();

            /**
             * @param elementPredicate a condition on an element
             * @return holds if at least one element satisfies it
             */
            EffectPredicate containsElementSatisfying(EffectPredicateProvider elementPredicate);
        }

        /**
         * Predicates on a value that is a text or a constant.
         *
         * @param <E> the enum
         */
        interface StringOrEnumReference<E extends Enum<E>> {

            /** @return predicates on the constant */
            EnumReference<E> isEnumChoice();

            /**
             * @param specialChoice a constant
             * @return holds if the value is it
             */
            @SuppressWarnings("unchecked")
            default EffectPredicate isEnumChoice(final E specialChoice) {
                return isEnumChoice().isOneOf(specialChoice);
            }

            /** @return predicates on the text */
            StringReference isStringChoice();
        }
    }
}
