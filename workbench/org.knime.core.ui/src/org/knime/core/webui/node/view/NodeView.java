package org.knime.core.webui.node.view;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.UIExtension;
import org.knime.core.webui.data.DataServiceProvider;

/** The web view of a node. */
public interface NodeView extends UIExtension, DataServiceProvider {

    /**
     * @param settings the view's settings
     * @throws InvalidSettingsException if they are not acceptable
     */
    void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    /** @param settings the view's settings, found acceptable before */
    void loadValidatedSettingsFrom(NodeSettingsRO settings);

    /** @return whether the view can be part of a report */
    default boolean canBeUsedInReport() {
        return false;
    }
}
