package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.node.parameters.NodeParametersInput;

/** Provides texts; one of {@link #choices} and {@link #computeState} has to be implemented. */
public non-sealed interface StringChoicesProvider extends ChoicesStateProvider<StringChoice> {

    /**
     * @param context the node's input
     * @return the texts to choose from
     */
    default List<String> choices(final NodeParametersInput context) {
        throw new IllegalStateException(getClass().getName() + " has to implement one of choices and computeState.");
    }

    @Override
    default List<StringChoice> computeState(final NodeParametersInput context) {
        return choices(context).stream().map(StringChoice::fromId).toList();
    }
}
