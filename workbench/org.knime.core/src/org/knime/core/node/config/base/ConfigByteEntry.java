package org.knime.core.node.config.base;

/** One setting that holds a byte, of type {@code xbyte} in XML. Immutable. */
public final class ConfigByteEntry extends AbstractConfigEntry {
    private static final long serialVersionUID = 1L;

    private final byte value;

    /**
     * Creates an entry.
     *
     * @param key the key, not null
     * @param value the value
     */
    public ConfigByteEntry(final String key, final byte value) {
        super(ConfigEntries.xbyte, key);
        this.value = value;
    }

    /**
     * Creates an entry from its stored text.
     *
     * @param key the key, not null
     * @param text the value as {@link #toStringValue()} writes it
     * @throws NumberFormatException when the text is not a byte
     */
    public ConfigByteEntry(final String key, final String text) {
        super(ConfigEntries.xbyte, key);
        this.value = Byte.parseByte(text);
    }

    /**
     * Returns the value.
     *
     * @return the value
     */
    public byte getByte() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Byte.toString(value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return value == ((ConfigByteEntry) other).value;
    }
}
