package org.knime.node.parameters.widget.text.util;

import java.util.function.Function;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Checks names of new columns. */
public final class ColumnNameValidationUtils {

    private static final String TRIMMED_TEXT = "\\S(.*\\S)?";

    private ColumnNameValidationUtils() {}

    /**
     * Checks a name that has to be there.
     *
     * @param columnName a name
     * @param invalidStateToMessage gives the message for what is wrong
     * @throws InvalidSettingsException if the name is null, empty, blank or begins or ends with white space
     */
    public static void validateColumnName(
            final String columnName, final Function<InvalidColumnNameState, String> invalidStateToMessage)
            throws InvalidSettingsException {
        if (columnName == null || columnName.isEmpty()) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.EMPTY));
        }
        validatePossiblyEmptyColumnName(columnName, invalidStateToMessage);
    }

    /**
     * Checks a name that may be absent.
     *
     * @param columnName a name
     * @param invalidStateToMessage gives the message for what is wrong
     * @throws InvalidSettingsException if the name is blank but not empty, or begins or ends with white space
     */
    public static void validatePossiblyEmptyColumnName(
            final String columnName, final Function<InvalidColumnNameState, String> invalidStateToMessage)
            throws InvalidSettingsException {
        if (columnName == null || columnName.isEmpty()) {
            return;
        }
        if (columnName.isBlank()) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.BLANK));
        }
        if (!columnName.equals(columnName.trim())) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.NOT_TRIMMED));
        }
    }

    /** What can be wrong with a name. */
    public enum InvalidColumnNameState {
        /** It is null or empty. */
        EMPTY,
        /** It is white space. */
        BLANK,
        /** It begins or ends with white space. */
        NOT_TRIMMED
    }

    /** Allows names that are empty or begin and end with a character other than white space. */
    public static final class EmptyOrColumnNameValidation extends PatternValidation {

        /** Creates the check. */
        public EmptyOrColumnNameValidation() {
            super();
        }

        @Override
        public String getPattern() {
            return "(" + TRIMMED_TEXT + ")?";
        }

        @Override
        public String getErrorMessage() {
            return "The string must either be empty or start and end with a non-whitespace character.";
        }
    }

    /** Allows names that begin and end with a character other than white space. */
    public static final class ColumnNameValidation extends PatternValidation {

        /** Creates the check. */
        public ColumnNameValidation() {
            super();
        }

        @Override
        public String getPattern() {
            return TRIMMED_TEXT;
        }

        @Override
        public String getErrorMessage() {
            return "The string must start and end with a non-whitespace character.";
        }
    }
}
