package org.tessera.workbench.ui;

import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Looks for entries of settings. */
public final class SettingsPaths {

    private SettingsPaths() {}

    /**
     * @param settings some settings
     * @param path keys from the outermost to the innermost
     * @return whether there is an entry or a config at the path
     */
    public static boolean isPresent(final NodeSettingsRO settings, final List<String> path) {
        NodeSettingsRO current = settings;
        for (int i = 0; i < path.size(); i++) {
            if (!current.containsKey(path.get(i))) {
                return false;
            }
            if (i < path.size() - 1) {
                try {
                    current = current.getNodeSettings(path.get(i));
                } catch (InvalidSettingsException e) {
                    return false; // an entry where a config is looked for
                }
            }
        }
        return true;
    }
}
