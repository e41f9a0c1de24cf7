package org.knime.core.data;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

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
     * Lists the names.
     *
     * @return all names
     */
    public Enumeration<String> properties() {
        return Collections.enumeration(entries.keySet());
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
