package org.tessera.workbench.ui;

import org.knime.core.data.DataType;
import org.knime.node.parameters.widget.choices.TypedStringChoice.PossibleTypeValue;

/** Types as choices and filters know them. */
public final class TypeLabels {

    private TypeLabels() {}

    /**
     * @param type a data type
     * @return the name of its preferred value class and its own name
     */
    public static PossibleTypeValue of(final DataType type) {
        return new PossibleTypeValue(type.getPreferredValueClass().getName(), type.getName());
    }
}
