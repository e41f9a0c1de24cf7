package org.knime.node.parameters.updates;

import java.util.function.Predicate;
import org.knime.node.parameters.NodeParametersInput;

/** Makes the predicate of an {@link Effect}; has a constructor without arguments. */
@FunctionalInterface
public interface EffectPredicateProvider {

    /**
     * @param i gives access to the values by their references
     * @return the predicate
     */
    EffectPredicate init(PredicateInitializer i);

    /** Makes predicates on referenced values. */
    interface PredicateInitializer {

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
    }
}
