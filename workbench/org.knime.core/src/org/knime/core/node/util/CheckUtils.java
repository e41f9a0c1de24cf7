package org.knime.core.node.util;

import org.knime.core.node.InvalidSettingsException;

/** Checks of arguments, states and settings whose messages are formatted by {@link String#format(String, Object...)}. */
public final class CheckUtils {
    private CheckUtils() {}

    /**
     * Checks an argument.
     *
     * @param holds whether it is valid
     * @param message what is wrong
     * @throws IllegalArgumentException when it is not
     */
    public static void checkArgument(final boolean holds, final String message) throws IllegalArgumentException {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * Checks an argument.
     *
     * @param holds whether it is valid
     * @param template what is wrong
     * @param arguments filled into the template
     * @throws IllegalArgumentException when it is not
     */
    public static void checkArgument(final boolean holds, final String template, final Object... arguments)
            throws IllegalArgumentException {
        if (!holds) {
            throw new IllegalArgumentException(String.format(template, arguments));
        }
    }

    /**
     * Checks that an argument is given.
     *
     * @param <T> its class
     * @param argument the argument
     * @return the argument
     * @throws IllegalArgumentException when it is null
     */
    public static <T> T checkArgumentNotNull(final T argument) throws IllegalArgumentException {
        return checkArgumentNotNull(argument, "Argument must not be null");
    }

    /**
     * Checks that an argument is given.
     *
     * @param <T> its class
     * @param argument the argument
     * @param template what is wrong
     * @param arguments filled into the template
     * @return the argument
     * @throws IllegalArgumentException when it is null
     */
    public static <T> T checkArgumentNotNull(final T argument, final String template, final Object... arguments)
            throws IllegalArgumentException {
        checkArgument(argument != null, template, arguments);
        return argument;
    }

    /**
     * Checks that a value is there.
     *
     * @param <T> its class
     * @param value the value
     * @return the value
     * @throws NullPointerException when it is null
     */
    public static <T> T checkNotNull(final T value) throws NullPointerException {
        return checkNotNull(value, "Must not be null");
    }

    /**
     * Checks that a value is there.
     *
     * @param <T> its class
     * @param value the value
     * @param message what is wrong
     * @return the value
     * @throws NullPointerException when it is null
     */
    public static <T> T checkNotNull(final T value, final String message) throws NullPointerException {
        return java.util.Objects.requireNonNull(value, message);
    }

    /**
     * Checks a setting.
     *
     * @param holds whether it is valid
     * @param template what is wrong
     * @param arguments filled into the template
     * @throws InvalidSettingsException when it is not
     */
    public static void checkSetting(final boolean holds, final String template, final Object... arguments)
            throws InvalidSettingsException {
        if (!holds) {
            throw new InvalidSettingsException(String.format(template, arguments));
        }
    }

    /**
     * Checks that a setting is there.
     *
     * @param <T> its class
     * @param setting the setting
     * @param template what is wrong
     * @param arguments filled into the template
     * @return the setting
     * @throws InvalidSettingsException when it is null
     */
    public static <T> T checkSettingNotNull(final T setting, final String template, final Object... arguments)
            throws InvalidSettingsException {
        checkSetting(setting != null, template, arguments);
        return setting;
    }

    /**
     * Checks a state.
     *
     * @param holds whether it is as it must be
     * @param message what is wrong
     * @throws IllegalStateException when it is not
     */
    public static void checkState(final boolean holds, final String message) throws IllegalStateException {
        if (!holds) {
            throw new IllegalStateException(message);
        }
    }

    /**
     * Checks a state.
     *
     * @param holds whether it is as it must be
     * @param template what is wrong
     * @param arguments filled into the template
     * @throws IllegalStateException when it is not
     */
    public static void checkState(final boolean holds, final String template, final Object... arguments)
            throws IllegalStateException {
        if (!holds) {
            throw new IllegalStateException(String.format(template, arguments));
        }
    }
}
