package org.knime.node.parameters.widget.choices;

import java.util.Comparator;
import java.util.List;
import org.knime.core.data.DataType;
import org.knime.node.parameters.NodeParametersInput;

/** Provides data types; one of {@link #choices} and {@link #computeState} has to be implemented. */
public non-sealed interface DataTypeChoicesProvider extends ChoicesStateProvider<DataTypeChoice> {

    @Override
    default void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    /**
     * @param context the node's input
     * @return the types to choose from, in any order: they are sorted by name
     */
    default List<DataType> choices(final NodeParametersInput context) {
        throw new IllegalStateException(getClass().getName() + " has to implement one of choices and computeState.");
    }

    @Override
    default List<DataTypeChoice> computeState(final NodeParametersInput context) {
        return choices(context).stream()
                .sorted(Comparator.comparing(DataType::toString))
                .map(DataTypeChoice::fromDataType)
                .toList();
    }
}
