package org.knime.node.parameters.widget.choices.util;

import java.util.List;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableTypeRegistry;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.FlowVariableChoicesProvider;

/** Provides all visible flow variables. */
public final class AllFlowVariablesProvider implements FlowVariableChoicesProvider {

    /** Creates the provider. */
    public AllFlowVariablesProvider() {
        super();
    }

    @Override
    public List<FlowVariable> flowVariableChoices(final NodeParametersInput context) {
        return List.copyOf(context.getAvailableInputFlowVariables(
                        VariableTypeRegistry.getInstance().getAllTypes())
                .values());
    }
}
