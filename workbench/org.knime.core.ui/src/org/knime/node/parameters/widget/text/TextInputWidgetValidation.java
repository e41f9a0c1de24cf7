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

        @Override
        public String getErrorMessage() {
            return "The string must match the pattern: " + getPattern();
        }

        /** @return the regular expression */
        protected abstract String getPattern();

        /** Allows texts with at least one character that is not white space. */
        public static final class IsNotBlankValidation extends PatternValidation {

            /** Creates the check. */
            public IsNotBlankValidation() {
                super();
            }

            @Override
            public String getErrorMessage() {
                return "The field cannot be blank (it must contain at least one non-whitespace character).";
            }

            @Override
            public String getPattern() {
                return ".*\\S.*";
            }
        }

        /** Allows texts with at least one character. */
        public static final class IsNotEmptyValidation extends MinLengthValidation {

            /** Creates the check. */
            public IsNotEmptyValidation() {
                super();
            }

            @Override
            public String getErrorMessage() {
                return "The field cannot be empty (it must contain at least one character).";
            }

            @Override
            protected int getMinLength() {
                return 1;
            }
        }

        /** Allows texts of one character. */
        public static final class IsSingleCharacterValidation extends PatternValidation {

            /** Creates the check. */
            public IsSingleCharacterValidation() {
                super();
            }

            @Override
            public String getErrorMessage() {
                return "The string must be a single character.";
            }

            @Override
            public String getPattern() {
                return "^.$";
            }
        }
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

        @Override
        public String getErrorMessage() {
            return "The string must be at least " + characters(getMinLength()) + " long.";
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

        @Override
        public String getErrorMessage() {
            return "The string must not exceed " + characters(getMaxLength()) + ".";
        }

        /** @return the number of characters */
        protected abstract int getMaxLength();

        /** Allows texts of at most one character. */
        public static final class HasAtMaxOneCharValidation extends MaxLengthValidation {

            /** Creates the check. */
            public HasAtMaxOneCharValidation() {
                super();
            }

            @Override
            public int getMaxLength() {
                return 1;
            }
        }
    }

    private static String characters(final int count) {
        return count + (count == 1 ? " character" : " characters");
    }
}
