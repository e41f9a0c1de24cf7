package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;

/** Provides columns; one of {@link #columnChoices} and {@link #computeState} has to be implemented. */
public interface ColumnChoicesProvider extends TypedStringChoicesProvider {

    /**
     * @param context the node's input
     * @return the columns to choose from
     */
    default List<DataColumnSpec> columnChoices(final NodeParametersInput context) {
        throw new IllegalStateException(
                getClass().getName() + " has to implement one of columnChoices and computeState.");
    }

    @Override
    default List<TypedStringChoice> computeState(final NodeParametersInput context) {
        return columnChoices(context).stream()
                .map(TypedStringChoice::fromColSpec)
                .toList();
    }
}
