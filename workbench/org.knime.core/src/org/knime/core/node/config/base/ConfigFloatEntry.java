package org.knime.core.node.config.base;

/** One setting that holds a float, of type {@code xfloat} in XML. Immutable. */
public final class ConfigFloatEntry extends AbstractConfigEntry {
    private static final long serialVersionUID = 1L;

    private final float value;

    /**
     * Creates an entry.
     *
     * @param key the key, not null
     * @param value the value
     */
    public ConfigFloatEntry(final String key, final float value) {
        super(ConfigEntries.xfloat, key);
        this.value = value;
    }

    /**
     * Creates an entry from its stored text.
     *
     * @param key the key, not null
     * @param text the value as {@link #toStringValue()} writes it
     * @throws NumberFormatException when the text is not a float
     */
    public ConfigFloatEntry(final String key, final String text) {
        super(ConfigEntries.xfloat, key);
        this.value = Float.parseFloat(text);
    }

    /**
     * Returns the value.
     *
     * @return the value
     */
    public float getFloat() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Float.toString(value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Float.compare(value, ((ConfigFloatEntry) other).value) == 0;
    }
}
