package org.knime.core.webui.node.dialog;

import java.util.Set;
import org.knime.core.webui.UIExtension;

/** The dialog of a node. */
public interface NodeDialog extends UIExtension {

    /** @return the kinds of settings that the dialog edits */
    Set<SettingsType> getSettingsTypes();

    /** @return whether the dialog can be enlarged */
    default boolean canBeEnlarged() {
        return false;
    }
}
