package org.knime.core.node.config.base;

import java.util.Objects;

/** One setting that holds an encrypted password, of type {@code xpassword}. The embedded workbench carries such entries through a load and save; it never decrypts them. */
public final class ConfigPasswordEntry extends AbstractConfigEntry {
    private static final long serialVersionUID = 1L;

    private final String value;

    /**
     * Creates an entry.
     *
     * @param key the key, not null
     * @param value the value, may be null
     */
    public ConfigPasswordEntry(final String key, final String value) {
        super(ConfigEntries.xpassword, key);
        this.value = value;
    }

    @Override
    public String toStringValue() {
        return value;
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Objects.equals(value, ((ConfigPasswordEntry) other).value);
    }
}
