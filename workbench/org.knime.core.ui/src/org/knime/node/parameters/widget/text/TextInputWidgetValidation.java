package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A check of a text. */
public sealed interface TextInputWidgetValidation extends BuiltinValidation {

    /**
     * What the dialog needs of a pattern.
     *
     * @param pattern the regular expression
     */
    record PatternValidationParams(String pattern) {}

    /** A pattern that the whole text has to match; has a constructor without arguments. */
    abstract non-sealed class PatternValidation implements TextInputWidgetValidation {

        /** Creates the check. */
        public PatternValidation() {
            super();
        }

        @Override
        public final PatternValidationParams getParameters() {
            return new PatternValidationParams(getPattern());
        }

        /** @return the regular expression */
        protected abstract String getPattern();
    }

    /** A smallest length; has a constructor without arguments. */
    abstract non-sealed class MinLengthValidation implements TextInputWidgetValidation {

        /** Creates the check. */
        public MinLengthValidation() {
            super();
        }

        record MinLengthValidationParams(int minLength) {}

        @Override
        public final MinLengthValidationParams getParameters() {
            return new MinLengthValidationParams(getMinLength());
        }

        /** @return the number of characters */
        protected abstract int getMinLength();
    }

    /** A largest length; has a constructor without arguments. */
    abstract non-sealed class MaxLengthValidation implements TextInputWidgetValidation {

        /** Creates the check. */
        public MaxLengthValidation() {
            super();
        }

        record MaxLengthValidationParams(int maxLength) {}

        @Override
        public final MaxLengthValidationParams getParameters() {
            return new MaxLengthValidationParams(getMaxLength());
        }

        /** @return the number of characters */
        protected abstract int getMaxLength();
    }
}
