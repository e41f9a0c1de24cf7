package org.knime.node.parameters.updates;

import java.util.function.Supplier;
import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes a state of the dialog, such as choices or a value; has a constructor without arguments.
 *
 * @param <S> the type of the state
 */
public interface StateProvider<S> {

    /**
     * Tells when to compute and what from; called once before {@link #computeState}.
     *
     * @param initializer takes the wishes
     */
    void init(StateProviderInitializer initializer);

    /**
     * @param parametersInput the node's input
     * @return the state
     * @throws StateComputationFailureException if it cannot be computed now; the dialog then keeps the last one
     */
    S computeState(NodeParametersInput parametersInput) throws StateComputationFailureException;

    /**
     * Keeps a generic type at run time.
     *
     * @param <T> the type
     */
    @SuppressWarnings("unused") // the type parameter is what is kept
    interface TypeReference<T> {}

    /** Takes a provider's wishes. */
    interface StateProviderInitializer {

        /** @return the node's input */
        NodeParametersInput getNodeParametersInput();

        /**
         * Computes again whenever a value changes.
         *
         * @param <T> the type of the value
         * @param ref the value's reference
         * @return gives the value while the state is computed
         */
        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> ref);

        /**
         * @param <T> the type of the value
         * @param ref the value's reference
         * @return gives the value while the state is computed
         */
        <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> ref);

        /**
         * @param <T> the generic type of the value
         * @param ref the value's reference
         * @param typeRef the generic type
         * @return gives the value while the state is computed; null where the dialog does not keep generic types
         */
        default <T> Supplier<T> getValueSupplier(
                final Class<? extends ParameterReference<?>> ref, final TypeReference<T> typeRef) {
            return () -> null;
        }

        /**
         * Computes again whenever a value changes.
         *
         * @param <T> the type of the value
         * @param id the value's reference
         */
        <T> void computeOnValueChange(Class<? extends ParameterReference<T>> id);

        /**
         * Computes again whenever another provider does.
         *
         * @param <T> the type of the other state
         * @param stateProviderClass the other provider
         * @return gives the other state while this one is computed
         */
        <T> Supplier<T> computeFromProvidedState(Class<? extends StateProvider<T>> stateProviderClass);

        /**
         * Computes when a button is clicked.
         *
         * @param ref the button's reference
         */
        void computeOnButtonClick(Class<? extends ButtonReference> ref);

        /** Computes before the dialog opens. */
        void computeBeforeOpenDialog();

        /** Computes right after the dialog opened. */
        void computeAfterOpenDialog();
    }
}
