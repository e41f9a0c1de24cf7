package org.knime.core.node.config.base;

/** One setting that holds a short, of type {@code xshort} in XML. Immutable. */
public final class ConfigShortEntry extends AbstractConfigEntry {
    private static final long serialVersionUID = 1L;

    private final short value;

    /**
     * Creates an entry.
     *
     * @param key the key, not null
     * @param value the value
     */
    public ConfigShortEntry(final String key, final short value) {
        super(ConfigEntries.xshort, key);
        this.value = value;
    }

    /**
     * Creates an entry from its stored text.
     *
     * @param key the key, not null
     * @param text the value as {@link #toStringValue()} writes it
     * @throws NumberFormatException when the text is not a short
     */
    public ConfigShortEntry(final String key, final String text) {
        super(ConfigEntries.xshort, key);
        this.value = Short.parseShort(text);
    }

    @Override
    public String toStringValue() {
        return Short.toString(value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return value == ((ConfigShortEntry) other).value;
    }
}
