package org.knime.node.parameters.layout;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/** The default of {@link SubParameters#showSubParametersProvider()}. */
final class AlwaysShown implements StateProvider<Boolean> {

    @Override
    public void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    @Override
    public Boolean computeState(final NodeParametersInput parametersInput) {
        return Boolean.TRUE;
    }
}
