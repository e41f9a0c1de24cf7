package org.knime.core.webui.node.dialog.configmapping;

import java.util.List;

/** A path of keys in settings. */
public final class ConfigPath {

    private final List<String> m_path;

    /** @param path the keys from the outermost to the innermost */
    public ConfigPath(final List<String> path) {
        m_path = List.copyOf(path);
    }

    /** @return the keys from the outermost to the innermost */
    public List<String> path() {
        return m_path;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof ConfigPath other && m_path.equals(other.m_path);
    }

    @Override
    public int hashCode() {
        return m_path.hashCode();
    }
}
