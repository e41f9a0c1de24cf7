package org.knime.core.node.config.base;

/** One setting that holds a double, of type {@code xdouble} in XML. Immutable. */
public final class ConfigDoubleEntry extends AbstractConfigEntry {
    private static final long serialVersionUID = 1L;

    private final double value;

    /**
     * Creates an entry.
     *
     * @param key the key, not null
     * @param value the value
     */
    public ConfigDoubleEntry(final String key, final double value) {
        super(ConfigEntries.xdouble, key);
        this.value = value;
    }

    /**
     * Creates an entry from its stored text.
     *
     * @param key the key, not null
     * @param text the value as {@link #toStringValue()} writes it
     * @throws NumberFormatException when the text is not a double
     */
    public ConfigDoubleEntry(final String key, final String text) {
        super(ConfigEntries.xdouble, key);
        this.value = Double.parseDouble(text);
    }

    /**
     * Returns the value.
     *
     * @return the value
     */
    public double getDouble() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Double.toString(value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Double.compare(value, ((ConfigDoubleEntry) other).value) == 0;
    }
}
