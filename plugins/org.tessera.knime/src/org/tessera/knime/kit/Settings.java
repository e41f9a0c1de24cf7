package org.tessera.knime.kit;

import java.util.Locale;
import java.util.function.Supplier;
import org.knime.core.node.InvalidSettingsException;

/** Checks settings by making the engine's options of them: their bounds are the only ones there are. */
public final class Settings {

    private Settings() {}

    /**
     * Checks settings.
     *
     * @param options makes options of the settings, which check themselves
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

    private static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ENGLISH, "%,d", (long) value)
                : Double.toString(value);
    }

    /**
     * Checks that a name is given.
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
