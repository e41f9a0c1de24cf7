package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.node.parameters.NodeParametersInput;

/** Provides flow variables; one of {@link #flowVariableChoices} and {@link #computeState} has to be implemented. */
public interface FlowVariableChoicesProvider extends TypedStringChoicesProvider {

    @Override
    default void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    /**
     * @param context the node's input
     * @return the flow variables to choose from
     */
    default List<FlowVariable> flowVariableChoices(final NodeParametersInput context) {
        throw new IllegalStateException(
                getClass().getName() + " has to implement one of flowVariableChoices and computeState.");
    }

    @Override
    default List<TypedStringChoice> computeState(final NodeParametersInput context) {
        return flowVariableChoices(context).stream()
                .map(TypedStringChoice::fromFlowVariable)
                .toList();
    }
}
