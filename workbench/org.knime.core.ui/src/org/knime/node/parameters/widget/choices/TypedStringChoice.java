package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;
import org.tessera.workbench.ui.TypeLabels;

/**
 * A text with a type to choose.
 *
 * @param id the value stored
 * @param text the text shown
 * @param type the type
 */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {

    /**
     * A type of a choice.
     *
     * @param id the id that filters store
     * @param text the text shown
     */
    public static record PossibleTypeValue(String id, String text) {}

    /**
     * @param colSpec a column
     * @return the choice of it
     */
    public static TypedStringChoice fromColSpec(final DataColumnSpec colSpec) {
        return new TypedStringChoice(colSpec.getName(), colSpec.getName(), TypeLabels.of(colSpec.getType()));
    }
}
