package org.tessera.workbench.ui;

import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.workflow.VariableType;
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

    /**
     * @param type the type of a flow variable
     * @return its identifier, also as the text
     */
    public static PossibleTypeValue of(final VariableType<?> type) {
        return new PossibleTypeValue(type.getIdentifier(), type.getIdentifier());
    }

    /**
     * @param valueClass the name of a value class
     * @return the type of texts, numbers or truth values that prefers it, empty if there is none
     */
    public static Optional<PossibleTypeValue> ofValueClassName(final String valueClass) {
        return Stream.of(StringCell.TYPE, DoubleCell.TYPE, IntCell.TYPE, LongCell.TYPE, BooleanCell.TYPE)
                .map(TypeLabels::of)
                .filter(type -> type.id().equals(valueClass))
                .findFirst();
    }
}
