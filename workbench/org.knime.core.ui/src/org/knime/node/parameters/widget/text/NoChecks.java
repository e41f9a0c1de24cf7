package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** The defaults of {@link TextInputWidget}: nothing is provided. */
final class NoChecks {

    private NoChecks() {}

    /** No provider of a placeholder. */
    interface Placeholder extends StateProvider<String> {}

    /** No provider of a pattern. */
    interface Pattern extends StateProvider<PatternValidation> {}

    /** No provider of a largest length. */
    interface MaxLength extends StateProvider<MaxLengthValidation> {}

    /** No provider of a smallest length. */
    interface MinLength extends StateProvider<MinLengthValidation> {}
}
