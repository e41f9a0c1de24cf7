package org.knime.node.parameters.updates;

import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes a state of the dialog, such as choices or a value; has a constructor without arguments.
 *
 * @param <S> the type of the state
 */
public interface StateProvider<S> {

    /**
     * @param parametersInput the node's input
     * @return the state
     * @throws StateComputationFailureException if it cannot be computed now; the dialog then keeps the last one
     */
    S computeState(NodeParametersInput parametersInput) throws StateComputationFailureException;
}
