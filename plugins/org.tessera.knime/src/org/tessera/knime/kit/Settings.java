package org.tessera.knime.kit;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.knime.core.node.InvalidSettingsException;

/**
 * Checks settings, with messages that name option, value and range. The bounds are those of the engine's options, which
 * also check themselves.
 */
public final class Settings {

    private Settings() {}

    /**
     * Checks settings.
     *
     * @param options creates the options, which check themselves
     * @throws InvalidSettingsException naming the option, its value and its bounds
     */
    public static void validate(Supplier<?> options) throws InvalidSettingsException {
        try {
            options.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /**
     * Checks a number against its bounds.
     *
     * @param option title of the option
     * @param value its value
     * @param min smallest allowed
     * @param max largest allowed
     * @throws InvalidSettingsException naming option, value and bounds
     */
    public static void inRange(String option, double value, double min, double max) throws InvalidSettingsException {
        if (!(value >= min && value <= max)) {
            throw new InvalidSettingsException("Option '" + option + "' is " + shown(value) + ", but has to be from "
                    + shown(min) + " to " + shown(max) + ".");
        }
    }

    /**
     * Checks a number that has a lower bound only.
     *
     * @param option title of the option
     * @param value its value
     * @param min smallest allowed
     * @throws InvalidSettingsException naming option, value and bound; also for an infinite value and NaN
     */
    public static void atLeast(String option, double value, double min) throws InvalidSettingsException {
        if (!(value >= min && value <= Double.MAX_VALUE)) {
            throw new InvalidSettingsException("Option '" + option + "' is " + shown(value)
                    + ", but has to be a finite number from " + shown(min) + ".");
        }
    }

    /**
     * Checks a number that has an exclusive lower bound and no upper bound.
     *
     * @param option title of the option
     * @param value its value
     * @param bound the exclusive lower bound
     * @throws InvalidSettingsException naming option, value and bound; also for an infinite value and NaN
     */
    public static void above(String option, double value, double bound) throws InvalidSettingsException {
        if (!(value > bound && value <= Double.MAX_VALUE)) {
            throw new InvalidSettingsException("Option '" + option + "' is " + shown(value)
                    + ", but has to be a finite number above " + shown(bound) + ".");
        }
    }

    /**
     * Checks a number that has no bounds.
     *
     * @param option title of the option
     * @param value its value
     * @throws InvalidSettingsException naming option and value if it is infinite or NaN
     */
    public static void finite(String option, double value) throws InvalidSettingsException {
        if (!Double.isFinite(value)) {
            throw new InvalidSettingsException(
                    "Option '" + option + "' is " + shown(value) + ", but has to be a finite number.");
        }
    }

    /**
     * Checks a choice.
     *
     * @param option title of the option
     * @param value its value, may be null
     * @param allowed the valid values
     * @throws InvalidSettingsException naming option, value and choices
     */
    public static void oneOf(String option, String value, List<String> allowed) throws InvalidSettingsException {
        if (value == null || !allowed.contains(value)) {
            throw new InvalidSettingsException("Option '" + option + "' is " + quoted(value) + ", but has to be one of "
                    + String.join(", ", allowed) + ".");
        }
    }

    /**
     * Checks a selection of at least one value.
     *
     * @param option title of the option
     * @param values its values, may be null
     * @param allowed the valid values
     * @throws InvalidSettingsException naming option, value and choices
     */
    public static void someOf(String option, String[] values, List<String> allowed) throws InvalidSettingsException {
        if (values == null || values.length == 0) {
            throw new InvalidSettingsException(
                    "Option '" + option + "' is empty: select at least one of " + String.join(", ", allowed) + ".");
        }
        for (String value : values) {
            if (value == null || !allowed.contains(value)) {
                throw new InvalidSettingsException("Option '" + option + "' holds " + quoted(value)
                        + ", but has to be one of " + String.join(", ", allowed) + ".");
            }
        }
    }

    private static String quoted(String value) {
        return value == null ? "empty" : "'" + value + "'";
    }

    private static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ENGLISH, "%,d", (long) value)
                : Double.toString(value);
    }

    /**
     * Checks that a name is not blank.
     *
     * @param option title of the option
     * @param value its value
     * @throws InvalidSettingsException if the value is null or blank
     */
    public static void requireName(String option, String value) throws InvalidSettingsException {
        if (value == null || value.isBlank()) {
            throw new InvalidSettingsException("Option '" + option + "' is empty: give the new column a name.");
        }
    }
}
