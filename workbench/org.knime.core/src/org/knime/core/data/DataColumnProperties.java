package org.knime.core.data;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Immutable texts attached to a column, by name. */
public final class DataColumnProperties implements Cloneable {

    private final Map<String, String> entries;

    /** Creates empty properties. */
    public DataColumnProperties() {
        this(Map.of());
    }

    /**
     * Creates properties.
     *
     * @param content the texts by name
     */
    public DataColumnProperties(Map<String, String> content) {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(content));
    }

    /**
     * Makes a copy with more entries; where a name is in both, the new text holds.
     *
     * @param overwrites the entries to add
     * @return the copy
     */
    public DataColumnProperties cloneAndOverwrite(Map<String, String> overwrites) {
        Map<String, String> merged = new LinkedHashMap<>(entries);
        merged.putAll(overwrites);
        return new DataColumnProperties(merged);
    }

    /**
     * Tells whether there is an entry.
     *
     * @param key the name
     * @return whether there is
     */
    public boolean containsProperty(String key) {
        return entries.containsKey(key);
    }

    /**
     * Gives one text.
     *
     * @param key the name
     * @return the text, or null if there is none
     */
    public String getProperty(String key) {
        return entries.get(key);
    }

    /**
     * Gives one text.
     *
     * @param key the name
     * @param defaultValue what to give if there is none
     * @return the text
     */
    public String getProperty(String key, String defaultValue) {
        return entries.getOrDefault(key, defaultValue);
    }

    /**
     * Lists the names.
     *
     * @return all names
     */
    public Enumeration<String> properties() {
        return Collections.enumeration(entries.keySet());
    }

    /**
     * Counts the entries.
     *
     * @return how many there are
     */
    public int size() {
        return entries.size();
    }

    /**
     * Writes the properties.
     *
     * @param config where to write
     */
    public void save(ConfigWO config) {
        SpecFormat.save(this, config);
    }

    /**
     * Reads the properties.
     *
     * @param config where it was written
     * @return the properties
     * @throws InvalidSettingsException if something is missing or unknown
     */
    public static DataColumnProperties load(ConfigRO config) throws InvalidSettingsException {
        return SpecFormat.loadProperties(config);
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof DataColumnProperties other && entries.equals(other.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
