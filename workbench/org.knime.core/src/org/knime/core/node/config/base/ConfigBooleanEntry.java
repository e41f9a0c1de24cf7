package org.knime.core.node.config.base;

/** One setting that holds a boolean, of type {@code xboolean} in XML. Immutable. */
public final class ConfigBooleanEntry extends AbstractConfigEntry {
    private static final long serialVersionUID = 1L;

    private final boolean value;

    /**
     * Creates an entry.
     *
     * @param key the key, not null
     * @param value the value
     */
    public ConfigBooleanEntry(final String key, final boolean value) {
        super(ConfigEntries.xboolean, key);
        this.value = value;
    }

    /**
     * Creates an entry from its stored text.
     *
     * @param key the key, not null
     * @param text the value as {@link #toStringValue()} writes it
     */
    public ConfigBooleanEntry(final String key, final String text) {
        super(ConfigEntries.xboolean, key);
        this.value = Boolean.parseBoolean(text);
    }

    /**
     * Returns the value.
     *
     * @return the value
     */
    public boolean getBoolean() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Boolean.toString(value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return value == ((ConfigBooleanEntry) other).value;
    }
}
