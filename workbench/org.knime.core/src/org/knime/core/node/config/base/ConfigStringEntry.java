package org.knime.core.node.config.base;

import java.util.Objects;

/** One setting that holds a string, possibly null, of type {@code xstring} in XML. Immutable. */
public final class ConfigStringEntry extends AbstractConfigEntry {
    private static final long serialVersionUID = 1L;

    private final String value;

    /**
     * Creates an entry.
     *
     * @param key the key, not null
     * @param value the value, may be null
     */
    public ConfigStringEntry(final String key, final String value) {
        super(ConfigEntries.xstring, key);
        this.value = value;
    }

    /**
     * Returns the value.
     *
     * @return the value, may be null
     */
    public String getString() {
        return value;
    }

    @Override
    public String toStringValue() {
        return value;
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Objects.equals(value, ((ConfigStringEntry) other).value);
    }
}
