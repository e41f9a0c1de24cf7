package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;

/**
 * Read access to a tree of settings: each key holds one typed value or a nested config. Getters with a default answer it
 * when the key is missing or holds another type; getters without one throw.
 */
public interface ConfigBaseRO extends Iterable<String> {
    /**
     * Returns the key of this config in its parent.
     *
     * @return the key, never null
     */
    String getKey();

    /**
     * Returns the keys of this config's entries and nested configs in the order they were added.
     *
     * @return an unmodifiable view
     */
    Set<String> keySet();

    /**
     * Iterates over {@link #keySet()}.
     *
     * @return an iterator over the keys in the order they were added
     */
    @Override
    Iterator<String> iterator();

    /**
     * Tells whether a key is present, whatever its type.
     *
     * @param key the key
     * @return true when there is a value or a nested config
     */
    boolean containsKey(String key);

    /**
     * Returns a nested config.
     *
     * @param key the key
     * @return the nested config
     * @throws InvalidSettingsException when the key is missing or no config
     */
    ConfigBase getConfigBase(String key) throws InvalidSettingsException;

    /**
     * Adds all entries of this config to another one; nested configs are copied, entries shared.
     *
     * @param dest where to add, must be a {@link ConfigBase}
     */
    void copyTo(ConfigBaseWO dest);

    /**
     * Writes this config as UTF-8 XML with four spaces of indentation and closes the stream unless it is buffered
     * already or a byte array.
     *
     * @param os where to write
     * @throws IOException when writing fails
     */
    void saveToXML(OutputStream os) throws IOException;

    /**
     * Returns an int.
     *
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException when the key is missing or has another type
     */
    int getInt(String key) throws InvalidSettingsException;

    /**
     * Returns an int, or a default.
     *
     * @param key the key
     * @param def the default
     * @return the value, or the default when the key is missing or has another type
     */
    int getInt(String key, int def);

    /**
     * Returns an array.
     *
     * @param key the key
     * @return the array, null when a null array was stored
     * @throws InvalidSettingsException when the key is missing or an element has another type
     */
    int[] getIntArray(String key) throws InvalidSettingsException;

    /**
     * Returns an array, or a default.
     *
     * @param key the key
     * @param def the default
     * @return the array, or the default when the key is missing or an element has another type
     */
    int[] getIntArray(String key, int... def);

    /**
     * Returns a double.
     *
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException when the key is missing or has another type
     */
    double getDouble(String key) throws InvalidSettingsException;

    /**
     * Returns an array.
     *
     * @param key the key
     * @return the array, null when a null array was stored
     * @throws InvalidSettingsException when the key is missing or an element has another type
     */
    double[] getDoubleArray(String key) throws InvalidSettingsException;

    /**
     * Returns an array, or a default.
     *
     * @param key the key
     * @param def the default
     * @return the array, or the default when the key is missing or an element has another type
     */
    double[] getDoubleArray(String key, double... def);

    /**
     * Returns a float.
     *
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException when the key is missing or has another type
     */
    float getFloat(String key) throws InvalidSettingsException;

    /**
     * Returns a character.
     *
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException when the key is missing or has another type
     */
    char getChar(String key) throws InvalidSettingsException;

    /**
     * Returns a long.
     *
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException when the key is missing or has another type
     */
    long getLong(String key) throws InvalidSettingsException;

    /**
     * Returns an array.
     *
     * @param key the key
     * @return the array, null when a null array was stored
     * @throws InvalidSettingsException when the key is missing or an element has another type
     */
    long[] getLongArray(String key) throws InvalidSettingsException;

    /**
     * Returns a byte.
     *
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException when the key is missing or has another type
     */
    byte getByte(String key) throws InvalidSettingsException;

    /**
     * Returns a string, possibly null.
     *
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException when the key is missing or has another type
     */
    String getString(String key) throws InvalidSettingsException;

    /**
     * Returns a string, possibly null, or a default.
     *
     * @param key the key
     * @param def the default
     * @return the value, or the default when the key is missing or has another type
     */
    String getString(String key, String def);

    /**
     * Returns an array.
     *
     * @param key the key
     * @return the array, null when a null array was stored
     * @throws InvalidSettingsException when the key is missing or an element has another type
     */
    String[] getStringArray(String key) throws InvalidSettingsException;

    /**
     * Returns an array, or a default.
     *
     * @param key the key
     * @param def the default
     * @return the array, or the default when the key is missing or an element has another type
     */
    String[] getStringArray(String key, String... def);

    /**
     * Returns a boolean.
     *
     * @param key the key
     * @return the value
     * @throws InvalidSettingsException when the key is missing or has another type
     */
    boolean getBoolean(String key) throws InvalidSettingsException;

    /**
     * Returns a boolean, or a default.
     *
     * @param key the key
     * @param def the default
     * @return the value, or the default when the key is missing or has another type
     */
    boolean getBoolean(String key, boolean def);

    /**
     * Returns an array.
     *
     * @param key the key
     * @return the array, null when a null array was stored
     * @throws InvalidSettingsException when the key is missing or an element has another type
     */
    boolean[] getBooleanArray(String key) throws InvalidSettingsException;
}
