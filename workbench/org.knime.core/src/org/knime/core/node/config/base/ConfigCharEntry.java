package org.knime.core.node.config.base;

/** One setting that holds a character, of type {@code xchar} in XML. Immutable. */
public final class ConfigCharEntry extends AbstractConfigEntry {
    private static final long serialVersionUID = 1L;

    private final char value;

    /**
     * Creates an entry.
     *
     * @param key the key, not null
     * @param value the value
     */
    public ConfigCharEntry(final String key, final char value) {
        super(ConfigEntries.xchar, key);
        this.value = value;
    }

    /**
     * Creates an entry from its stored text.
     *
     * @param key the key, not null
     * @param text exactly one character
     * @throws IllegalArgumentException when the text is not one character long
     */
    public ConfigCharEntry(final String key, final String text) {
        super(ConfigEntries.xchar, key);
        if (text == null || text.length() != 1) {
            throw new IllegalArgumentException(
                    "A character entry needs exactly one character, key \"" + key + "\" has \"" + text + "\"");
        }
        this.value = text.charAt(0);
    }

    /**
     * Returns the value.
     *
     * @return the value
     */
    public char getChar() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Character.toString(value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return value == ((ConfigCharEntry) other).value;
    }
}
