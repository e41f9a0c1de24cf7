package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataType;
import org.knime.node.parameters.widget.choices.TypedStringChoice.PossibleTypeValue;
import org.tessera.workbench.ui.TypeLabels;

/**
 * A data type to choose.
 *
 * @param id the type
 * @param text the text shown
 * @param type the type as filters know it
 */
public record DataTypeChoice(DataType id, String text, PossibleTypeValue type) {

    /**
     * @param dataType a type
     * @return a choice that is shown by the type's name
     */
    public static DataTypeChoice fromDataType(final DataType dataType) {
        return new DataTypeChoice(dataType, dataType.toString(), TypeLabels.of(dataType));
    }
}
