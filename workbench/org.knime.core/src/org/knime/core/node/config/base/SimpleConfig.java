package org.knime.core.node.config.base;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/** A plain tree of settings without access to data cells and types. */
public class SimpleConfig extends ConfigBase {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an empty config.
     *
     * @param key its key, not null
     */
    public SimpleConfig(final String key) {
        super(key);
    }

    @Override
    public ConfigBase getInstance(final String key) {
        return new SimpleConfig(key);
    }

    /**
     * Reads an XML file.
     *
     * @param key the key of the result until the file's own key replaces it
     * @param xmlFile the file
     * @return the settings
     * @throws IOException when the file cannot be read or holds no config
     */
    public static ConfigBaseRO parseConfig(final String key, final File xmlFile) throws IOException {
        final SimpleConfig config = new SimpleConfig(key);
        config.load(Files.newInputStream(xmlFile.toPath()));
        return config;
    }
}
