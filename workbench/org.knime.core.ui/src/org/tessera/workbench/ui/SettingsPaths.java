package org.tessera.workbench.ui;

import java.util.List;
import java.util.function.Predicate;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Looks for entries of settings. */
public final class SettingsPaths {

    /** Stands for the condition that settings lack an entry of the current layout; never asked itself. */
    public static final Predicate<NodeSettingsRO> CURRENT_LAYOUT_ABSENT = settings -> {
        throw new UnsupportedOperationException("Whether the current layout is absent is known to the loader only.");
    };

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
