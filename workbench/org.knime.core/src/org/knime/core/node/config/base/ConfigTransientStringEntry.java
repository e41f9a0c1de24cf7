package org.knime.core.node.config.base;

import java.util.Objects;

/** One setting that holds a text that is never written to disk, of type {@code xtransientstring}. It is skipped when settings are saved as XML. */
public final class ConfigTransientStringEntry extends AbstractConfigEntry {
    /** What {@link #toStringValue()} shows in place of a value. */
    public static final String HIDDEN_VALUE = "<hidden value>";

    private static final long serialVersionUID = 1L;

    private final transient String value;

    /**
     * Creates an entry.
     *
     * @param key the key, not null
     * @param value the value, may be null
     */
    public ConfigTransientStringEntry(final String key, final String value) {
        super(ConfigEntries.xtransientstring, key);
        this.value = value;
    }

    /**
     * Returns the value as it is held.
     *
     * @return the value, may be null
     */
    public String getTransientString() {
        return value;
    }

    @Override
    public String toStringValue() {
        return value == null ? null : HIDDEN_VALUE;
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Objects.equals(value, ((ConfigTransientStringEntry) other).value);
    }
}
