package org.knime.core.node.config.base;

/** One setting that holds a long, of type {@code xlong} in XML. Immutable. */
public final class ConfigLongEntry extends AbstractConfigEntry {
    private static final long serialVersionUID = 1L;

    private final long value;

    /**
     * Creates an entry.
     *
     * @param key the key, not null
     * @param value the value
     */
    public ConfigLongEntry(final String key, final long value) {
        super(ConfigEntries.xlong, key);
        this.value = value;
    }

    /**
     * Creates an entry from its stored text.
     *
     * @param key the key, not null
     * @param text the value as {@link #toStringValue()} writes it
     * @throws NumberFormatException when the text is not a long
     */
    public ConfigLongEntry(final String key, final String text) {
        super(ConfigEntries.xlong, key);
        this.value = Long.parseLong(text);
    }

    /**
     * Returns the value.
     *
     * @return the value
     */
    public long getLong() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Long.toString(value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return value == ((ConfigLongEntry) other).value;
    }
}
