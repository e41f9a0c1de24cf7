package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The defaults of {@link NumberInputWidget}: no bound beyond that of the field's type. */
final class TypeBounds {

    private TypeBounds() {}

    /** No lower bound. */
    abstract static class Min extends MinValidation {}

    /** No upper bound. */
    abstract static class Max extends MaxValidation {}

    /** No provider of a lower bound. */
    interface NoMin extends StateProvider<MinValidation> {}

    /** No provider of an upper bound. */
    interface NoMax extends StateProvider<MaxValidation> {}
}
