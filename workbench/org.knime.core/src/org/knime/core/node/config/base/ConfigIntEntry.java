package org.knime.core.node.config.base;

/** One setting that holds an int, of type {@code xint} in XML. Immutable. */
public final class ConfigIntEntry extends AbstractConfigEntry {
    private static final long serialVersionUID = 1L;

    private final int value;

    /**
     * Creates an entry.
     *
     * @param key the key, not null
     * @param value the value
     */
    public ConfigIntEntry(final String key, final int value) {
        super(ConfigEntries.xint, key);
        this.value = value;
    }

    /**
     * Creates an entry from its stored text.
     *
     * @param key the key, not null
     * @param text the value as {@link #toStringValue()} writes it
     * @throws NumberFormatException when the text is not an int
     */
    public ConfigIntEntry(final String key, final String text) {
        super(ConfigEntries.xint, key);
        this.value = Integer.parseInt(text);
    }

    /**
     * Returns the value.
     *
     * @return the value
     */
    public int getInt() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Integer.toString(value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return value == ((ConfigIntEntry) other).value;
    }
}
