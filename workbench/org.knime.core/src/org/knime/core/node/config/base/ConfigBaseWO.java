package org.knime.core.node.config.base;

/** Write access to a tree of settings. Adding below a present key replaces its value in place. */
public interface ConfigBaseWO {
    /**
     * Adds an empty nested config.
     *
     * @param key its key, not null
     * @return the nested config
     */
    ConfigBase addConfigBase(String key);

    /**
     * Adds an int.
     *
     * @param key its key, not null
     * @param value the value
     */
    void addInt(String key, int value);

    /**
     * Adds an array as a nested config with its {@code array-size} and one entry per element.
     *
     * @param key its key, not null
     * @param values the elements; null writes an empty config that reads back as null
     */
    void addIntArray(String key, int... values);

    /**
     * Adds a double.
     *
     * @param key its key, not null
     * @param value the value
     */
    void addDouble(String key, double value);

    /**
     * Adds an array as a nested config with its {@code array-size} and one entry per element.
     *
     * @param key its key, not null
     * @param values the elements; null writes an empty config that reads back as null
     */
    void addDoubleArray(String key, double... values);

    /**
     * Adds a float.
     *
     * @param key its key, not null
     * @param value the value
     */
    void addFloat(String key, float value);

    /**
     * Adds a character.
     *
     * @param key its key, not null
     * @param value the value
     */
    void addChar(String key, char value);

    /**
     * Adds a short.
     *
     * @param key its key, not null
     * @param value the value
     */
    void addShort(String key, short value);

    /**
     * Adds a long.
     *
     * @param key its key, not null
     * @param value the value
     */
    void addLong(String key, long value);

    /**
     * Adds an array as a nested config with its {@code array-size} and one entry per element.
     *
     * @param key its key, not null
     * @param values the elements; null writes an empty config that reads back as null
     */
    void addLongArray(String key, long... values);

    /**
     * Adds a byte.
     *
     * @param key its key, not null
     * @param value the value
     */
    void addByte(String key, byte value);

    /**
     * Adds a string, possibly null.
     *
     * @param key its key, not null
     * @param value the value
     */
    void addString(String key, String value);

    /**
     * Adds an array as a nested config with its {@code array-size} and one entry per element.
     *
     * @param key its key, not null
     * @param values the elements; null writes an empty config that reads back as null
     */
    void addStringArray(String key, String... values);

    /**
     * Adds a boolean.
     *
     * @param key its key, not null
     * @param value the value
     */
    void addBoolean(String key, boolean value);

    /**
     * Adds an array as a nested config with its {@code array-size} and one entry per element.
     *
     * @param key its key, not null
     * @param values the elements; null writes an empty config that reads back as null
     */
    void addBooleanArray(String key, boolean... values);
}
